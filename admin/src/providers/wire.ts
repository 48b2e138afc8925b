import { joinParameter, type Operator } from '@ficha/api/contract'
import type { CrudFilter, CrudOperators } from '@refinedev/core'
import { ApiError } from './api.ts'
import { sayNow } from './i18n.ts'

type Parameter = string | string[]

/** A filter as simple-rest writes it without touching it: the parameter as it stands on the wire, and its value. */
export interface WireFilter {
  field: string
  operator: 'eq'
  value: Parameter
}

/** Refine's operators that the wire has a word for. */
const operatorOf: Partial<Record<CrudOperators, Operator>> = {
  eq: 'eq',
  ne: 'ne',
  lt: 'lt',
  lte: 'lte',
  gt: 'gt',
  gte: 'gte',
  in: 'in',
  nin: 'nin',
  contains: 'like',
  startswith: 'starts',
  between: 'between',
}

/**
 * Refine's filters in the words of the wire. Filters without a value fall away, an empty `in` stays (it matches nothing).
 * @throws ApiError 400 for an operator the wire does not have, or two filters that would overwrite each other: never ignored.
 */
export function wireFilters(filters: readonly CrudFilter[] = []): WireFilter[] {
  const parameters = new Map<string, Parameter>()
  for (const [parameter, value] of filters.flatMap(wireParameters)) {
    const present = parameters.get(parameter)
    if (present !== undefined && String(present) !== String(value)) throw refuse(parameter)
    parameters.set(parameter, value)
  }
  return [...parameters].map(([field, value]) => ({ field, operator: 'eq', value }))
}

function wireParameters(filter: CrudFilter): [string, Parameter][] {
  if (filter.operator === 'and') return filter.value.flatMap(wireParameters)
  if (filter.operator === 'or' || !('field' in filter)) throw refuse(filter.operator)
  const { field, operator, value } = filter
  if (operator === 'null' || operator === 'nnull') return [[joinParameter(field, 'null'), String(operator === 'null')]]
  const known = operatorOf[operator]
  if (!known) throw refuse(operator)
  if (value === null && (known === 'eq' || known === 'ne')) {
    return [[joinParameter(field, 'null'), String(known === 'eq')]]
  }
  if (value === undefined || value === '' || value === null) return []
  return wireValue(known, value).map((text) => [joinParameter(field, known), text])
}

/** Nothing to send, or one value. */
function wireValue(operator: Operator, value: unknown): Parameter[] {
  const texts = Array.isArray(value) ? value.map(text) : undefined
  if (operator === 'between' && texts?.length !== 2) throw refuse(operator)
  if (texts?.length === 0 && operator === 'nin') return []
  if (texts?.length === 0 && operator !== 'in') throw refuse(operator)
  if (texts?.length === 0) return ['']
  return [texts ?? text(value)]
}

function text(value: unknown): string {
  if (value instanceof Date) return value.toISOString()
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return String(value)
  throw refuse(typeof value)
}

function refuse(operator: string): ApiError {
  return new ApiError(400, sayNow('shell.unknownFilter', { operator }))
}
