import type { Operator } from '../../src/contract/operators.ts'
import type { Field } from '../../src/define/field.ts'

/** What a read value is stored as, as far as comparing goes: a reference is its id. */
export function stored(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}

type Wanted = readonly (string | number | boolean | undefined)[]

/** The meaning of the operators in plain code, against which the samples are held: an empty value differs from everything, a list holds any of the wanted. */
export function matches(
  field: Field,
  operator: Operator,
  { value, wanted }: { value: unknown; wanted: Wanted },
): boolean {
  const held: unknown[] = Array.isArray(value) && field.kind !== 'json' ? value : value === null ? [] : [stored(value)]
  const some = held.some((one) => wanted.some((other) => one === other))
  switch (operator) {
    case 'eq':
    case 'in':
    case 'under':
      return some
    case 'reaches':
      return some || value === null
    case 'ne':
    case 'nin':
      return !some
    case 'null':
      return (value === null || (field.kind === 'manyToMany' && held.length === 0)) === wanted[0]
    case 'like':
    case 'starts':
      return held.some((one) => contains(field, operator, [String(one), wanted[0]]))
    default:
      return held.some((one) => compares(operator, one, wanted))
  }
}

function contains(field: Field, operator: 'like' | 'starts', [value, wanted]: [string, Wanted[number]]): boolean {
  if (wanted === undefined) return false
  const searched = field.search?.column === 'folded' ? field.search.normalise(value) : value
  return operator === 'like' ? searched.includes(String(wanted)) : searched.startsWith(String(wanted))
}

function compares(operator: Operator, value: unknown, [first, second]: Wanted): boolean {
  const order = (other: Wanted[number]) =>
    Number.isFinite(value)
      ? Number(value) - Number(other)
      : String(value) < String(other)
        ? -1
        : Number(value !== other)
  if (operator === 'gt') return order(first) > 0
  if (operator === 'gte') return order(first) >= 0
  if (operator === 'lt') return order(first) < 0
  if (operator === 'lte') return order(first) <= 0
  return order(first) >= 0 && order(second) <= 0
}
