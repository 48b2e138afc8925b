import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatImei, imeiCheckDigit, isImei, normaliseImei } from './imei.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

describe('IMEI', () => {
  test('one check digit of ten is right', () => {
    fc.assert(
      fc.property(digits(14), (fourteen) => {
        fc.pre(!/^0+$/.test(fourteen))
        const right = [...'0123456789'].filter((last) => isImei(fourteen + last))
        expect(right).toEqual([imeiCheckDigit(fourteen)])
      }),
    )
  })

  test('one wrong digit is found, and so are two neighbours that changed places, but for 0 and 9', () => {
    fc.assert(
      fc.property(digits(14), fc.nat(14), fc.constantFrom(...'0123456789'), (fourteen, at, other) => {
        const imei = `1${fourteen.slice(1)}${imeiCheckDigit(`1${fourteen.slice(1)}`)}`
        if (imei[at] !== other) expect(isImei([...imei].with(at, other).join(''))).toBe(false)
        const [one = '', next = ''] = [imei[at], imei[at + 1]]
        const swapped = imei.slice(0, at) + next + one + imei.slice(at + 2)
        const isKnownGap = one === next || `${one}${next}` === '09' || `${one}${next}` === '90'
        expect(isImei(swapped)).toBe(isKnownGap || next === '')
      }),
    )
  })

  test('the mask comes off what is typed and back on what is shown', () => {
    expect(normaliseImei(' 49-015420-323751-8 ')).toBe('490154203237518')
    expect(formatImei('490154203237518')).toBe('49-015420-323751-8')
  })

  test.each(['490154203237518', '356938035643809', '352099001761481'])('%s is valid', (imei) =>
    expect(isImei(imei)).toBe(true),
  )

  test.each(['490154203237519', '49015420323751', '4901542032375180', '000000000000000', '49015420323751８', ''])(
    '%s is not',
    (imei) => expect(isImei(imei)).toBe(false),
  )
})
