import type { Condition } from '../../../src/store/sql/condition.ts'

/** A row of the smallest worlds: its references are the records themselves. */
export interface Row {
  readonly [field: string]: unknown
}

/** What placeholders stand for. */
export type Given = Readonly<Record<string, unknown>>

type Predicate = (row: Row, given: Given) => boolean

/** Which records are at or below another. */
const tree: Readonly<Record<number, readonly number[]>> = { 1: [1, 2, 3], 2: [2], 3: [3], 4: [4] }

/** The condition as the databases judge it: what is empty fulfils no leaf but its own, and every negated one. */
export function predicate(condition: Condition): Predicate {
  switch (condition.is) {
    case 'always':
    case 'never':
      return () => condition.is === 'always'
    case 'not': {
      const of = predicate(condition.of)
      return (row, given) => !of(row, given)
    }
    case 'all': {
      const parts = condition.of.map(predicate)
      return (row, given) => parts.every((part) => part(row, given))
    }
    case 'any': {
      const parts = condition.of.map(predicate)
      return (row, given) => parts.some((part) => part(row, given))
    }
    case 'related': {
      const of = predicate(condition.of)
      return (row, given) => recordsOf(row[condition.through]).some((record) => of(record, given))
    }
    case 'field':
      return comparison(condition)
    case 'search':
      throw new Error('No search in this world.')
  }
}

function recordsOf(value: unknown): readonly Row[] {
  return [value].flat().filter(isRow)
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}

function comparison(condition: Extract<Condition, { is: 'field' }>): Predicate {
  const { field, operator } = condition
  if (operator === 'null') return (row) => (row[field] ?? null) === null
  const wanted: readonly unknown[] = operator === 'in' || operator === 'under' ? condition.value : [condition.value]
  return (row, given) => {
    const values = [row[field] ?? []].flat().map((value) => (isRow(value) ? value.id : value))
    return values.some((value) => wanted.some((one) => compares(operator, value, meant(one, field, given))))
  }
}

function meant(value: unknown, field: string, given: Given): unknown {
  if (typeof value !== 'object' || value === null || !('placeholder' in value)) return value
  const known = given[String(value.placeholder)]
  return field === 'day' ? String(known).slice(0, 10) : known
}

function compares(operator: string, value: unknown, wanted: unknown): boolean {
  if (operator === 'like') return String(value).includes(String(wanted))
  if (operator === 'starts') return String(value).startsWith(String(wanted))
  if (operator === 'under') return tree[Number(wanted)]?.includes(Number(value)) ?? false
  const order = value === wanted ? 0 : orderOf(value, wanted)
  return { lt: order < 0, lte: order <= 0, gt: order > 0, gte: order >= 0 }[operator] ?? order === 0
}

function orderOf(one: unknown, other: unknown): number {
  const isLess = typeof one === 'number' ? one < Number(other) : String(one) < String(other)
  return isLess ? -1 : 1
}
