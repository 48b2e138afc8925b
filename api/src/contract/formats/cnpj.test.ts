import * as brazilianUtils from '@brazilian-utils/brazilian-utils'
import { cnpj as cnpjOracle } from 'cpf-cnpj-validator'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatCnpj, isCnpj, normaliseCnpj } from './cnpj.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

describe('CNPJ', () => {
  const character = fc.constantFrom(...'0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const root = fc.string({ unit: character, minLength: 12, maxLength: 12 })

  test('14 characters are judged as both other implementations judge them', () => {
    const complete = fc.oneof(root, digits(12)).map((twelve) => {
      const first = cnpjOracle.verifierDigit(twelve)
      return `${twelve}${first}${cnpjOracle.verifierDigit(`${twelve}${first}`)}`
    })
    const random = fc.tuple(root, digits(2)).map(([twelve, two]) => twelve + two)
    fc.assert(
      fc.property(fc.oneof(random, complete), (cnpj) => {
        expect(isCnpj(cnpj)).toBe(cnpjOracle.isValid(cnpj))
        expect(isCnpj(cnpj)).toBe(brazilianUtils.isValidCnpj(cnpj, { version: 2 }))
      }),
      { numRuns: 5000 },
    )
  })

  test('changing any one character makes a valid one invalid, or the oracle agrees that it stays valid', () => {
    fc.assert(
      fc.property(fc.nat(13), character, (at, other) => {
        const changed = `12ABC34501DE35`.split('').with(at, other).join('')
        expect(isCnpj(changed)).toBe(cnpjOracle.isValid(changed, true))
      }),
    )
  })

  test('the mask comes off what is typed and back on what is shown', () => {
    fc.assert(
      fc.property(
        root,
        digits(2),
        (twelve, two) => normaliseCnpj(formatCnpj(twelve + two).toLowerCase()) === twelve + two,
      ),
    )
    expect(formatCnpj('12ABC34501DE35')).toBe('12.ABC.345/01DE-35')
  })

  test.each(['12.ABC.345/01DE-35', '12abc34501de35', '11.444.777/0001-61', ' 00.000.000/0001-91 '])(
    '%s is valid',
    (typed) => expect(isCnpj(normaliseCnpj(typed))).toBe(true),
  )

  test.each([
    '12.ABC.345/01DE-36',
    '12ABC34501DE3A',
    '00000000000000',
    '11111111111111',
    '12ABC34501DE3',
    '１２ABC34501DE35',
    '12ABC34501DE35\u0000',
    '12ábc34501de35',
    '',
  ])('%s is not', (typed) => expect(isCnpj(normaliseCnpj(typed))).toBe(false))
})
