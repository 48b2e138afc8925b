import { expect, test } from 'vitest'
import { type DraftRule, removeRule, restoreRule } from './ruleEdits.ts'
import { changed, inserted, placesWith, restored, taken, toggled } from './rulePlaces.ts'

const rule = (id: string): DraftRule => ({ id, actions: ['read'], subject: 'customer' })

test('a rule opens and closes, and none is forgotten by that', () => {
  const places = toggled(changed(placesWith([2]), 2), 0)

  expect(places.open).toEqual(new Set([2, 0]))
  expect(toggled(places, 2)).toEqual({ open: new Set([0]), kept: new Set([2]), removed: [] })
})

test('places follow their rules when one comes to stand before them', () => {
  expect(inserted(changed(placesWith([0, 2]), 2), 1)).toEqual({
    open: new Set([0, 3, 1]),
    kept: new Set([3, 1]),
    removed: [],
  })
})

test('places follow their rules when one before them goes', () => {
  expect(taken(changed(placesWith([0, 2]), 2), { rule: rule('b'), at: 1 })).toEqual({
    open: new Set([0, 1]),
    kept: new Set([1]),
    removed: [{ rule: rule('b'), at: 1 }],
  })
})

test('rules that were taken out come back one after the other, each where it stood', () => {
  const rules = ['a', 'b', 'c', 'd'].map(rule)
  const one = removeRule(rules, 1)
  const two = removeRule(one.rules, 1)
  let places = [one, two].reduce((all, { removed }) => (removed ? taken(all, removed) : all), placesWith([]))
  let now = two.rules

  const order = [now.map(({ id }) => id)]
  while (places.removed[0]) {
    now = restoreRule(now, places.removed[0])
    places = restored(places)
    order.push(now.map(({ id }) => id))
  }

  expect(order).toEqual([
    ['a', 'd'],
    ['a', 'c', 'd'],
    ['a', 'b', 'c', 'd'],
  ])
})

test('what was taken out comes back behind a rule that came to stand before it meanwhile', () => {
  const places = inserted(taken(placesWith([]), { rule: rule('c'), at: 2 }), 1)

  expect(places.removed).toEqual([{ rule: rule('c'), at: 3 }])
  expect(restored(places)).toEqual({ open: new Set([1, 3]), kept: new Set([1, 3]), removed: [] })
})

test('of two that were taken out, the first counts places as they were before the second went', () => {
  const gone = [
    { rule: rule('b'), at: 1 },
    { rule: rule('a'), at: 0 },
  ]
  const places = gone.reduce(taken, placesWith([]))

  expect(inserted(places, 1).removed).toEqual([
    { rule: rule('a'), at: 0 },
    { rule: rule('b'), at: 1 },
  ])
  expect(inserted(places, 0).removed.map(({ at }) => at)).toEqual([1, 2])
})
