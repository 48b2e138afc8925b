import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases, others, scalars, witness } from '../../../test/permissions/guard/worlds.ts'
import { implies } from './implies.ts'

const isScalar = (path: string) => !/(^|\.)tags$/.test(path)

test.each([
  ['where the fields are known', isScalar],
  ['where they are not', undefined],
])('what is implied holds of every row there can be, %s', (_, known) => {
  let implied = 0
  fc.assert(
    fc.property(cases(others), (pair) => {
      if (!implies(pair.given, pair.wanted, known)) return
      implied += 1
      expect(witness(others, pair)).toBeUndefined()
    }),
    { numRuns: 1500 },
  )
  expect(implied).toBeGreaterThan(200)
})

test('of single values nearly all that holds of every row is seen to be implied', () => {
  let [implied, unseen] = [0, 0]
  fc.assert(
    fc.property(cases(scalars), (pair) => {
      const found = witness(scalars, pair)
      if (implies(pair.given, pair.wanted, isScalar)) {
        implied += 1
        expect(found).toBeUndefined()
      } else if (!found) unseen += 1
    }),
    { numRuns: 2000 },
  )
  expect(implied).toBeGreaterThan(300)
  expect(unseen / (implied + unseen)).toBeLessThan(0.05)
})
