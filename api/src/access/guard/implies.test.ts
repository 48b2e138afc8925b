import { describe, expect, test } from 'vitest'
import { all, always, any, type Condition, never, not } from '../../store/sql/condition.ts'
import { implies, isContradictory, TooComplex } from './implies.ts'

type Operator = 'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'like' | 'starts'

const is = (field: string, operator: Operator, value: unknown): Condition => ({ is: 'field', field, operator, value })
const eq = (field: string, value: unknown) => is(field, 'eq', value)
const among = (field: string, ...value: unknown[]): Condition => ({ is: 'field', field, operator: 'in', value })
const under = (field: string, ...value: unknown[]): Condition => ({ is: 'field', field, operator: 'under', value })
const empty = (field: string): Condition => ({ is: 'field', field, operator: 'null' })
const related = (through: string, of: Condition): Condition => ({ is: 'related', through, of })
const placeholder = (name: string) => ({ placeholder: name })
const own = placeholder('user.brand')
const one = () => true
const search: Condition = { is: 'search', in: [{ field: 'name', value: 'ana', where: always }] }

describe('a condition implies another', () => {
  test.each<[string, Condition, Condition]>([
    ['itself', all([eq('status', 1), empty('note')]), all([eq('status', 1), empty('note')])],
    ['itself in another order', all([eq('a', 1), eq('b', 2)]), all([eq('b', 2), eq('a', 1)])],
    ['anything, when it never holds', never, eq('status', 1)],
    ['what always holds', eq('status', 1), always],
    ['less', all([eq('status', 1), eq('brand', 2)]), eq('status', 1)],
    ['a list that has its value', eq('status', 1), among('status', 1, 2)],
    ['a longer list', among('status', 1, 2), among('status', 3, 2, 1)],
    ['that there is a value', eq('status', 1), not(empty('status'))],
    ['that there is a value, where it only starts', is('name', 'starts', 'A'), not(empty('name'))],
    ['that it is another', eq('status', 1), not(eq('status', 2))],
    ['that it is another, where it is empty', empty('status'), not(eq('status', 2))],
    ['a wider range', all([is('n', 'gt', 3), is('n', 'lt', 4)]), all([is('n', 'gte', 3), is('n', 'lt', 10)])],
    ['a range that its value is in', eq('n', 3), is('n', 'lte', 3)],
    ['the value that a range leaves', all([is('n', 'gte', 3), is('n', 'lte', 3)]), eq('n', 3)],
    ['an earlier day', is('day', 'gte', '2026-03-01'), is('day', 'gt', '2026-02-28')],
    ['an earlier instant', is('at', 'gt', '2026-03-01T12:00:00.000Z'), is('at', 'gt', '2026-03-01T11:59:59.999Z')],
    ['the other truth value', all([not(empty('active')), not(eq('active', true))]), eq('active', false)],
    ['one of two ways together', among('n', 1, 2), any([eq('n', 1), eq('n', 2)])],
    ['cases that leave nothing open', not(empty('n')), any([is('n', 'lt', 3), is('n', 'gte', 3)])],
    ['anything, from an empty list', among('n'), eq('m', 1)],
    ['the same placeholder', all([eq('brand', own), eq('status', 1)]), eq('brand', own)],
    ['the same part of a tree', under('brand', own), any([under('brand', 7, own), eq('status', 1)])],
    ['a longer time', is('at', 'gte', placeholder('now-30d')), is('at', 'gt', placeholder('now-60d'))],
    ['the same like', all([is('name', 'like', 'a'), eq('n', 1)]), is('name', 'like', 'a')],
    ['the same search', search, any([search, eq('n', 1)])],
    ['less of a related record', related('brand', all([eq('a', 1), eq('b', 1)])), related('brand', eq('a', 1))],
    ['a reference', related('brand', eq('active', true)), not(empty('brand'))],
    [
      'one of several related',
      related('orders', among('state', 1, 2)),
      any([related('orders', eq('state', 1)), related('orders', eq('state', 2))]),
    ],
    ['anything, from related that cannot be', related('orders', all([eq('n', 1), eq('n', 2)])), eq('m', 1)],
    ['no fewer related', not(related('orders', eq('n', 1))), not(related('orders', all([eq('n', 1), eq('m', 1)])))],
  ])('%s', (_, a, b) => expect(implies(a, b, one)).toBe(true))
})

describe('a condition does not imply', () => {
  test.each<[string, Condition, Condition]>([
    ['what never holds', always, never],
    ['more', eq('status', 1), all([eq('status', 1), eq('brand', 2)])],
    ['a shorter list', among('status', 1, 2), eq('status', 1)],
    ['that there is a value, where it must only not be another', not(eq('status', 1)), not(empty('status'))],
    ['the rest of a range, where it may be empty', not(is('n', 'lt', 3)), is('n', 'gte', 3)],
    ['a narrower range', is('n', 'gte', 3), is('n', 'gt', 3)],
    ['the order of texts', eq('name', 'a'), is('name', 'lt', 'b')],
    ['a value for a placeholder', eq('brand', 3), eq('brand', own)],
    ['a placeholder for a value', eq('brand', own), eq('brand', 3)],
    ['that a placeholder is another value', eq('brand', own), not(eq('brand', 3))],
    ['that placeholders differ', eq('n', placeholder('user.id')), not(eq('n', own))],
    ['a part of a tree for another', under('brand', own), under('brand', 7)],
    ['a shorter time', is('at', 'gte', placeholder('now-60d')), is('at', 'gte', placeholder('now-30d'))],
    [
      'an hour for a day that holds both',
      is('day', 'gt', placeholder('now-1h')),
      is('day', 'gt', placeholder('now-2h')),
    ],
    ['another like', is('name', 'like', 'ab'), is('name', 'like', 'a')],
    ['more of a related record', related('brand', eq('a', 1)), related('brand', all([eq('a', 1), eq('b', 1)]))],
    ['another relation', related('brand', eq('a', 1)), related('owner', eq('a', 1))],
    [
      'both of one related record, from one of each',
      all([related('orders', eq('a', 1)), related('orders', eq('b', 1))]),
      related('orders', all([eq('a', 1), eq('b', 1)])),
    ],
  ])('%s', (_, a, b) => expect(implies(a, b, one)).toBe(false))
})

describe('a field of many values', () => {
  const isScalar = (path: string) => path !== 'tags'

  test('may have two at once', () => {
    const both = all([eq('tags', 'a'), eq('tags', 'b')])

    expect(isContradictory(both, one)).toBe(true)
    expect(isContradictory(both)).toBe(false)
    expect(isContradictory(both, isScalar)).toBe(false)
    expect(isContradictory(related('brand', both), (path) => path !== 'brand.tags')).toBe(false)
    expect(isContradictory(related('brand', both), (path) => path !== 'tags')).toBe(true)
    expect(isContradictory(all([both, not(among('tags', 'a', 'c'))]), isScalar)).toBe(true)
  })

  test('has one of more when it has one of fewer', () => {
    expect(implies(among('tags', 'a'), among('tags', 'a', 'b'), isScalar)).toBe(true)
    expect(implies(among('tags', 'a', 'b'), among('tags', 'a'), isScalar)).toBe(false)
    expect(implies(eq('tags', 'a'), not(empty('tags')), isScalar)).toBe(true)
  })
})

test('a field of which nothing is said has one value where it is asked for what only one can be', () => {
  expect(implies(eq('n', 1), is('n', 'lt', 2))).toBe(true)
  expect(implies(eq('active', true), not(eq('active', false)))).toBe(true)
  expect(implies(eq('status', 'a'), not(eq('status', 'b')))).toBe(false)
})

describe('what is too much to look at', () => {
  // Each of the rows is opaque, so nothing but trying tells that six cannot be in five.
  const pigeons = (count: number, holes: number): Condition => {
    const sits = (pigeon: number, hole: number) => is('name', 'like', `${pigeon} in ${hole}`)
    const numbers = (length: number) => Array.from({ length }, (_, at) => at)
    const somewhere = numbers(count).map((pigeon) => any(numbers(holes).map((hole) => sits(pigeon, hole))))
    const apart = numbers(count).flatMap((one) =>
      numbers(one).flatMap((other) => numbers(holes).map((hole) => not(all([sits(one, hole), sits(other, hole)])))),
    )
    return all([...somewhere, ...apart])
  }

  test('is not implied, and said of a contradiction', () => {
    expect(isContradictory(pigeons(5, 4))).toBe(true)
    expect(() => isContradictory(pigeons(11, 10))).toThrow(TooComplex)
    expect(implies(pigeons(11, 10), never)).toBe(false)
  })

  test('is implied where it is the same, without a look', () => {
    const big = any(Array.from({ length: 300 }, (_, at) => all([pigeons(4, 3), among('n', at, at + 1, at + 2)])))
    expect(implies(big, structuredClone(big))).toBe(true)
    expect(implies(all([big, eq('m', 1)]), any([eq('m', 2), structuredClone(big)]))).toBe(true)
  })
})
