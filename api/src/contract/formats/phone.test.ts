import * as brazilianUtils from '@brazilian-utils/brazilian-utils'
import fc from 'fast-check'
import { parsePhoneNumberFromString } from 'libphonenumber-js/max'
import { describe, expect, test } from 'vitest'
import { formatPhone, isBrazilianMobile, isPhone, normalisePhone, whatsappUrl } from './phone.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

describe('telephone', () => {
  test('Brazilian mobiles and landlines are judged as libphonenumber judges them', () => {
    const areaCode = fc.integer({ min: 10, max: 99 })
    const mobile = fc.tuple(areaCode, digits(8)).map(([code, eight]) => `+55${code}9${eight}`)
    const landline = fc
      .tuple(areaCode, fc.constantFrom(...'23456890'), digits(7))
      .map(([code, first, seven]) => `+55${code}${first}${seven}`)
    fc.assert(
      fc.property(fc.oneof(mobile, landline), (number) => {
        const type = parsePhoneNumberFromString(number)?.getType()
        expect([isBrazilianMobile(number), isPhone(number)]).toEqual([
          type === 'MOBILE',
          ['MOBILE', 'FIXED_LINE', 'TOLL_FREE'].includes(type ?? ''),
        ])
      }),
      { numRuns: 3000 },
    )
  })

  test('there are 67 area codes, and they are those the oracle knows', () => {
    const known = Array.from({ length: 90 }, (_, at) => String(at + 10)).filter((code) =>
      isBrazilianMobile(`+55${code}912345678`),
    )
    const oracle = brazilianUtils
      .getStates()
      .flatMap(({ code }) => brazilianUtils.getAreaCodesByState(code).map(String))
    expect(known).toHaveLength(67)
    expect(known).toEqual([...new Set(oracle)].sort())
  })

  test.each([
    ['11912345678', '+5511912345678', '(11) 91234-5678'],
    ['(11) 91234-5678', '+5511912345678', '(11) 91234-5678'],
    ['011912345678', '+5511912345678', '(11) 91234-5678'],
    ['+55 (11) 91234-5678', '+5511912345678', '(11) 91234-5678'],
    ['5511912345678', '+5511912345678', '(11) 91234-5678'],
    ['\u202a+55 11 91234\u20115678\u202c', '+5511912345678', '(11) 91234-5678'],
    ['(11) 3234-5678', '+551132345678', '(11) 3234-5678'],
    ['55 99123-4567', '+5555991234567', '(55) 99123-4567'],
    ['0800 123 4567', '+558001234567', '0800 123 4567'],
    ['+1 (212) 555-0123', '+12125550123', '+12125550123'],
  ])('%s is stored as %s and shown as %s', (typed, stored, shown) => {
    expect(normalisePhone(typed)).toBe(stored)
    expect(isPhone(stored)).toBe(true)
    expect(formatPhone(stored)).toBe(shown)
    expect(normalisePhone(shown)).toBe(stored)
  })

  test.each([
    '11812345678',
    '23912345678',
    '912345678',
    '1191234567',
    '119123456789',
    '+1999',
    '12125550123',
    'abc',
    '11 91234-5678 r. 5',
    '',
  ])('%s is none', (typed) => expect(isPhone(normalisePhone(typed))).toBe(false))

  test('the chat opens for mobiles only, with digits alone and the text encoded', () => {
    expect(whatsappUrl('+5511912345678')).toBe('https://wa.me/5511912345678')
    expect(whatsappUrl('+5511912345678', 'Olá & até já')).toBe(
      'https://wa.me/5511912345678?text=Ol%C3%A1%20%26%20at%C3%A9%20j%C3%A1',
    )
    expect(whatsappUrl('+12125550123')).toBe('https://wa.me/12125550123')
    expect(
      ['+551132345678', '+558001234567', '11912345678', '+5511812345678', ''].map((phone) => whatsappUrl(phone)),
    ).toEqual(Array(5).fill(undefined))
  })
})
