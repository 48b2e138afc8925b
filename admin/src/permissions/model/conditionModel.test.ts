import { expect, test } from 'vitest'
import { allOf, type Comparison, type Group, readConditions, writeConditions } from './conditionModel.ts'

const samples: unknown[] = [
  {},
  { status: 'active' },
  { status: null },
  { status: { $eq: 'active' } },
  { brand: { $under: '${user.brand}' }, status: { $in: ['new', 'vip'] } },
  { age: { $gte: 1, $lt: 9 }, status: 'active' },
  { age: { $eq: 1, $ne: 2 } },
  { $and: [{ a: 1 }, { b: 2 }] },
  { $and: [{ a: 1 }] },
  { $or: [{ a: 1 }, { b: 2, c: 3 }] },
  { $or: [{ a: 1 }, {}] },
  { $or: [{ $and: [{ a: 1 }, { b: 2 }] }, { $not: { c: 3 } }] },
  { $not: { a: 1, b: 2 } },
  { $not: { $or: [{ a: 1 }, { b: 2 }] } },
  { $not: { $not: { a: 1 } } },
  { $not: { $and: [{ a: 1 }, { $not: { b: 2 } }] } },
  { $not: {} },
  { brand: { $or: [{ active: true }, { name: 'x' }] } },
  { a: 1, $or: [{ b: 1 }, { c: 1 }], $and: [{ d: 1 }], $not: { e: 1 } },
  { customer: { brand: { $under: '${user.brand}' } } },
  { contacts: { $some: { relationship: 'billing', email: { $null: false } } } },
  { contacts: { $none: { $or: [{ a: 1 }, { b: 2 }] } } },
  // What the builder does not understand.
  { $and: [] },
  { $or: [1, 'x'] },
  { $not: 7 },
  { $nor: [{ a: 1 }] },
  { a: { $regex: 'x' } },
  { a: {} },
  { a: [1, 2] },
  { a: { $some: { b: 1 }, $none: { c: 1 } } },
  { contacts: { $some: 1 } },
  { a: { $gt: 1, x: 2 } },
]

test.each(samples)('what is read is written as it was (%#): %j', (given) => {
  const tree = readConditions(given)

  expect(tree && JSON.stringify(writeConditions(tree))).toBe(JSON.stringify(given))
})

test.each([null, undefined, 'x', 7, [], [{ a: 1 }]])('what is no object has no tree: %j', (given) => {
  expect(readConditions(given)).toBeUndefined()
})

const is = (field: string, value: unknown, comparator: Comparison['comparator'] = '$eq'): Comparison => ({
  kind: 'comparison',
  field,
  comparator,
  value,
  short: comparator === '$eq',
})

test('comparisons of one field share its key while they follow each other', () => {
  expect(writeConditions(allOf([is('age', 1, '$gte'), is('age', 9, '$lt'), is('name', 'x')]))).toEqual({
    age: { $gte: 1, $lt: 9 },
    name: 'x',
  })
})

test.each<[string, Group]>([
  ['the same comparison twice', allOf([is('age', 1), is('age', 2)])],
  ['with another between them', allOf([is('age', 1, '$gte'), is('name', 'x'), is('age', 9, '$lt')])],
  [
    'two groups of one sort',
    allOf([
      { ...allOf([is('a', 1)]), join: 'any' },
      { ...allOf([is('b', 1)]), join: 'any' },
    ]),
  ],
  ['a group that says nothing', allOf([is('a', 1), allOf([])])],
])('what cannot share an object stands in an $and, and reads the same: %s', (_, group) => {
  const written = writeConditions(group)

  expect(Object.keys(written)).toEqual(['$and'])
  expect(readConditions(written)?.parts).toEqual(group.parts)
})
