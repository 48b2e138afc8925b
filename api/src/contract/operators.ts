/**
 * The operators of the list query, each the suffix of a parameter: `name_like=jo`, `status=active`, `brand_under=3`.
 * `eq` has no suffix. `between` takes two values, from and to, both included; `null` takes `true` or `false`. Of a reference into a tree
 * `under` finds a record and all below it, `reaches` what is for a record: itself, what is above it, and none at all.
 */
export const operators = [
  'eq',
  'ne',
  'gt',
  'gte',
  'lt',
  'lte',
  'like',
  'starts',
  'in',
  'nin',
  'null',
  'between',
  'under',
  'reaches',
] as const

export type Operator = (typeof operators)[number]

/** Operators that ask for a place in a tree: only references into one have them, and `under` the id of its own records. */
export const treeOperators: readonly Operator[] = ['under', 'reaches']

/** Query parameters that are not filters. */
export const listParameters = ['_start', '_end', '_sort', '_order', '_fields', '_after', 'q', 'id'] as const

/** The most rows one page may hold. */
export const maxPageSize = 200

/** Rows of a page when `_start` and `_end` are left out. */
export const defaultPageSize = 25

/** Past this many matching rows the total is capped, see `X-Total-Capped`. */
export const totalCap = 10_000

/** Splits `name_like` into a field and an operator; a name without a known suffix is `eq` on that field. */
export function splitParameter(parameter: string): { field: string; operator: Operator } {
  const at = parameter.lastIndexOf('_')
  const suffix = parameter.slice(at + 1)
  const operator = operators.find((name) => name === suffix && name !== 'eq')
  return at > 0 && operator ? { field: parameter.slice(0, at), operator } : { field: parameter, operator: 'eq' }
}

/** The parameter that says this field and operator. */
export function joinParameter(field: string, operator: Operator): string {
  return operator === 'eq' ? field : `${field}_${operator}`
}
