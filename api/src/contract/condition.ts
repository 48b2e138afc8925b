/**
 * A condition on one record as a definition writes it: every named field must match.
 * A scalar or null is equality, a list is "any of".
 * @example { personType: 'person', status: ['active', 'blocked'] }
 */
export type RecordCondition = { readonly [field: string]: Scalar | null | readonly Scalar[] }

export type Scalar = string | number | boolean

/** Whether a record, as the API returns it or as a form holds it, fulfils the condition. A belongsTo counts as its id. */
export function fulfils(record: Readonly<Record<string, unknown>>, condition: RecordCondition): boolean {
  return Object.entries(condition).every(([field, wanted]) => {
    const value = plainValue(record[field])
    return Array.isArray(wanted) ? wanted.includes(value as Scalar) : value === (wanted ?? null)
  })
}

function plainValue(value: unknown): unknown {
  if (value === undefined) return null
  if (typeof value === 'object' && value !== null && 'id' in value) return value.id
  return value
}
