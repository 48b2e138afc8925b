import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Asked, asked, brands, changes, judged, rows, speech } from '../../../test/permissions/guard/rules.ts'
import { type Change, missing } from './missing.ts'

/** Whether somebody would get something that neither they nor the author of the change had. */
function gives({ actor, before, after }: Omit<Change, 'speech'>, one: Asked): boolean {
  const [was, is] = [judged(before, one), judged(after, one)]
  const own = actor.map((form) => judged(form, one))
  return rows.some((row) =>
    brands.some((brand) => {
      const comes = is.grants(row, brand) && !was.grants(row, brand)
      const isFreed = was.denies(row, brand) && !is.denies(row, brand)
      return (comes || isFreed) && !own.some(({ grants }) => grants(row, brand))
    }),
  )
}

test('a change that is let be gives nobody what neither they nor its author had; one that is not would', () => {
  let [accepted, refused, needlessly] = [0, 0, 0]
  fc.assert(
    fc.property(changes, (change) => {
      const found = missing({ ...change, speech })
      const given = asked.filter((one) => gives(change, one))
      if (found.length === 0) {
        accepted += 1
        expect(given).toEqual([])
      } else {
        refused += 1
        if (given.length === 0) needlessly += 1
      }
    }),
    { numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(50)
  expect(refused).toBeGreaterThan(50)
  expect(needlessly / refused).toBeLessThan(0.05)
})

test('what is missing is named', () => {
  fc.assert(
    fc.property(changes, (change) => {
      const named = new Set(
        missing({ ...change, speech }).map(({ action, subject, field }) => nameOf(action, subject, field)),
      )
      const given = asked.filter((one) => gives(change, one)).map((one) => nameOf(one.action, one.subject, one.field))
      expect(given.filter((name) => !named.has(name))).toEqual([])
    }),
    { numRuns: 200 },
  )
})

/** What comes later has a name of its own in the list. */
function nameOf(action: string, subject: string, field: string | undefined): string {
  const later = { action: 'manage', subject: 'all', field: '__future__' }
  const name = [action, subject, field ?? ''].map((word, at) => (word === 'later' ? Object.values(later)[at] : word))
  return name.join(' ')
}
