import { isValidLicensePlate } from '@brazilian-utils/brazilian-utils'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatLicensePlate, isLicensePlate, normaliseLicensePlate } from './licensePlate.ts'

describe('number plate', () => {
  const letter = fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZ')
  const digit = fc.constantFrom(...'0123456789')
  const either = fc.oneof(letter, digit)

  test('seven characters are judged as the other implementation judges them', () => {
    const likely = fc.tuple(letter, letter, letter, digit, either, digit, digit)
    const random = fc.tuple(either, either, either, either, either, either, either)
    fc.assert(
      fc.property(fc.oneof(likely, random), (characters) => {
        const plate = characters.join('')
        expect(isLicensePlate(plate)).toBe(isValidLicensePlate(plate))
      }),
      { numRuns: 2000 },
    )
  })

  test('the hyphen comes off what is typed, and back on a plate of the old form', () => {
    expect(['abc-1234', ' abc1d23 ', 'ABC 1D23'].map(normaliseLicensePlate)).toEqual(['ABC1234', 'ABC1D23', 'ABC1D23'])
    expect(['ABC1234', 'ABC1D23'].map(formatLicensePlate)).toEqual(['ABC-1234', 'ABC1D23'])
  })

  test.each(['ABC12D3', 'AB11234', 'ABC123', 'ABC12345', 'ÁBC1234', 'ABC１234', ''])('%s is none', (typed) =>
    expect(isLicensePlate(normaliseLicensePlate(typed))).toBe(false),
  )
})
