import * as brazilianUtils from '@brazilian-utils/brazilian-utils'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formatPostalCode, isPostalCode, normalisePostalCode, stateOfPostalCode } from './postalCode.ts'
import { formatState, isState, normaliseState, stateCodes } from './state.ts'

const digits = (length: number) =>
  fc.string({ unit: fc.constantFrom(...'0123456789'), minLength: length, maxLength: length })

describe('postal code and state', () => {
  test('there are 27 states, and they are those the oracle knows', () => {
    expect(stateCodes.map((code) => [code, formatState(code)]).sort()).toEqual(
      brazilianUtils
        .getStates()
        .map(({ code, name }) => [code, name])
        .sort(),
    )
    expect([normaliseState(' sp '), isState('SP'), isState('XX'), isState('toString'), formatState('XX')]).toEqual([
      'SP',
      true,
      false,
      false,
      'XX',
    ])
  })

  test.each([
    ['01000-000', 'SP'],
    ['19999-999', 'SP'],
    ['20000-000', 'RJ'],
    ['69299-999', 'AM'],
    ['69300-000', 'RR'],
    ['69400-000', 'AM'],
    ['69900-000', 'AC'],
    ['72799-999', 'DF'],
    ['72800-000', 'GO'],
    ['73000-000', 'DF'],
    ['73700-000', 'GO'],
    ['76800-000', 'RO'],
    ['78899-999', 'MT'],
    ['78950-000', undefined],
    ['99999-999', 'RS'],
  ])('%s lies in %s', (typed, state) => expect(stateOfPostalCode(normalisePostalCode(typed))).toBe(state))

  test('a postal code has eight digits, and none begins with 00', () => {
    fc.assert(fc.property(digits(8), (code) => normalisePostalCode(formatPostalCode(code)) === code))
    expect(['01310-100', ' 01.310-100 '].map((typed) => isPostalCode(normalisePostalCode(typed)))).toEqual([true, true])
    expect(['00000000', '0131010', '013101000', '0131010a', ''].some(isPostalCode)).toBe(false)
    expect(stateOfPostalCode('00999999')).toBeUndefined()
  })

  test('every state has a range', () => {
    const found = new Set(
      Array.from({ length: 990 }, (_, at) => stateOfPostalCode(String((at + 10) * 100_000).padStart(8, '0'))),
    )
    expect(stateCodes.filter((code) => !found.has(code))).toEqual([])
  })
})
