import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatDecimal, fromScaled, isDecimal, maxScaled, parseScaled, toScaled } from './decimal.ts'
import { formatMoney, isMoney, parseMoney } from './money.ts'

describe('money and decimals', () => {
  const plain = (text: string) => text.replace(/\u00a0/g, ' ')
  const cents = fc.integer({ min: -maxScaled, max: maxScaled })

  test('what is shown is read back, in both languages', () => {
    fc.assert(
      fc.property(cents, fc.constantFrom('pt-BR' as const, 'en' as const), (amount, language) => {
        expect(parseMoney(formatMoney(amount, language), language)).toBe(amount)
      }),
    )
    expect([plain(formatMoney(123456)), formatMoney(123456, 'en')]).toEqual(['R$ 1.234,56', 'R$1,234.56'])
  })

  test.each([
    ['1.234,56', 123456, 123456],
    ['1234.56', 123456, 123456],
    ['1234,56', 123456, 123456],
    ['1,234.56', 123456, 123456],
    ['1.234', 123400, undefined],
    ['1,234', undefined, 123400],
    ['1.234.567', 123456700, 123456700],
    ['0,5', 50, 50],
    [',5', 50, 50],
    ['-1,00', -100, -100],
    ['R$ -1,00', -100, -100],
    ['-0', 0, 0],
    ['1,005', undefined, 100500],
    ['0,005', undefined, undefined],
    ['1.23.456,00', undefined, undefined],
    ['1e3', undefined, undefined],
    ['１2', undefined, undefined],
    ['', undefined, undefined],
    ['-', undefined, undefined],
    [',', undefined, undefined],
    ['99999999999999,99', undefined, undefined],
  ])('%s is %s cents in pt-BR and %s in English', (typed, portuguese, english) => {
    expect([parseMoney(typed), parseMoney(typed, 'en')]).toEqual([portuguese, english])
  })

  test('cents are whole and no more than are exact', () => {
    expect([0, -1, maxScaled].every(isMoney)).toBe(true)
    expect([0.5, maxScaled + 1, Number.NaN, Number.POSITIVE_INFINITY].some(isMoney)).toBe(false)
  })

  test('a decimal survives being stored, at every scale', () => {
    fc.assert(
      fc.property(cents, fc.integer({ min: 1, max: 6 }), (scaled, scale) => {
        const value = fromScaled(scaled, scale)
        expect(isDecimal(value, scale)).toBe(true)
        expect(toScaled(value, scale)).toBe(scaled)
        expect(parseScaled(formatDecimal(value, { scale }), { scale })).toBe(scaled)
      }),
      { numRuns: 2000 },
    )
    expect([isDecimal(0.1 + 0.2, 2), isDecimal(1.005, 2), isDecimal(1.005, 3), isDecimal(1e300, 2)]).toEqual([
      false,
      false,
      true,
      false,
    ])
  })
})
