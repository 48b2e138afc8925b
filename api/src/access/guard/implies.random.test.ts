import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cases, others, scalars, witness } from '../../../test/permissions/guard/worlds.ts'
import { implies } from './implies.ts'

const isScalar = (path: string) => !/(^|\.)tags$/.test(path)

test('what is implied holds of every row there can be', () => {
  let implied = 0
  fc.assert(
    fc.property(cases(others), (pair) => {
      if (!implies(pair.given, pair.wanted, isScalar)) return
      implied += 1
      expect(witness(others, pair)).toBeUndefined()
    }),
    { numRuns: 4000 },
  )
  expect(implied).toBeGreaterThan(1000)
})

test('of single values nearly all that holds of every row is seen to be implied', () => {
  let [implied, unseen] = [0, 0]
  fc.assert(
    fc.property(cases(scalars), (pair) => {
      const found = witness(scalars, pair)
      if (implies(pair.given, pair.wanted)) {
        implied += 1
        expect(found).toBeUndefined()
      } else if (!found) unseen += 1
    }),
    { numRuns: 4000 },
  )
  expect(implied).toBeGreaterThan(1000)
  expect(unseen / (implied + unseen)).toBeLessThan(0.05)
})
