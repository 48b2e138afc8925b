import { isValidCnh } from '@brazilian-utils/brazilian-utils'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { cnhCheckDigits, isCnh, normaliseCnh } from './cnh.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

describe('CNH', () => {
  test('11 digits are judged as the other implementation judges them', () => {
    const complete = digits(9).map((nine) => nine + cnhCheckDigits(nine))
    fc.assert(
      fc.property(fc.oneof(digits(11), complete), (cnh) => {
        expect(isCnh(cnh)).toBe(isValidCnh(cnh))
      }),
      { numRuns: 5000 },
    )
  })

  test('of the hundred endings of nine digits one alone is right, and it is that of the other implementation', () => {
    const endings = Array.from({ length: 100 }, (_, ending) => String(ending).padStart(2, '0'))
    fc.assert(
      fc.property(digits(9), (nine) => {
        fc.pre(!/^(\d)\1+$/.test(nine))
        expect(endings.filter((ending) => isValidCnh(nine + ending))).toEqual([cnhCheckDigits(nine)])
      }),
      { numRuns: 300 },
    )
  })

  test.each(['62472927637', '022.347.971-38', ' 04463004100 '])('%s is judged without its mask', (typed) =>
    expect(isCnh(normaliseCnh(typed))).toBe(isValidCnh(typed)),
  )

  test.each(['11111111111', '62472927638', '6247292763', '６2472927637', '62472927637x', ''])(
    '%s is not valid',
    (typed) => expect(isCnh(normaliseCnh(typed))).toBe(false),
  )
})
