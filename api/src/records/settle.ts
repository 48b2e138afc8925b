import { fulfils } from '../contract/condition.ts'
import type { FieldError } from '../contract/errors.ts'
import type { Field } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'

export type Values = Record<string, unknown>

export interface Settled {
  /** What changes, with defaults and with `null` for fields that no longer apply. */
  values: Values
  errors: Record<string, FieldError[]>
}

/**
 * Judges a record as a whole: defaults, fields that apply only sometimes, required ones, the transitions of a status and their reasons.
 * @param current the record before the change as it is read; undefined for a new one
 */
export function settle(resource: Resource, changes: Values, current?: Values): Settled {
  const values: Values = { ...(current ? {} : defaultsOf(resource)), ...changes }
  const merged = { ...current, ...values }
  const errors: Settled['errors'] = {}
  for (const [name, field] of Object.entries(resource.fields)) {
    if (field.kind === 'virtual') continue
    const error = judge({ name, field, changes, values, merged, current })
    if (error) errors[name] = [error]
  }
  return { values, errors }
}

function defaultsOf(resource: Resource): Values {
  return Object.fromEntries(
    Object.entries(resource.fields).flatMap(([name, { options }]) => (options.default === undefined ? [] : [[name, options.default]])),
  )
}

interface One {
  name: string
  field: Field
  changes: Values
  values: Values
  merged: Values
  current?: Values
}

function judge({ name, field, changes, values, merged, current }: One): FieldError | undefined {
  const applies = !field.options.visibleWhen || fulfils(merged, field.options.visibleWhen)
  if (!applies) {
    if ((changes[name] ?? null) !== null) return { key: 'invalid.notApplicable' }
    if (!current || (current[name] ?? null) !== null) values[name] = null
    return undefined
  }
  const concerned = !current || name in values || field.options.visibleWhen !== undefined
  // A password is never read back: on a record that exists, not sending it leaves it as it is.
  const isKept = field.kind === 'password' && current !== undefined && !(name in values)
  if (field.options.required && concerned && !isKept && (merged[name] ?? null) === null) return { key: 'invalid.required' }
  return current && field.kind === 'status' && name in changes
    ? judgeTransition(field, String(current[name]), String(changes[name]))
    : undefined
}

function judgeTransition(field: Field, from: string, to: string): FieldError | undefined {
  const { transitions } = field.format
  if (from === to || !transitions || transitions[from]?.includes(to)) return undefined
  const label = (state: string) => field.format.options?.find(({ value }) => value === state)?.label ?? state
  return { key: 'invalid.transition', params: { from: label(from), to: label(to) } }
}

/** The reasons that a change of status demands: reason field -> error when it is not given along. */
export function missingReasons(resource: Resource, changes: Values, current: Values): Settled['errors'] {
  const errors: Settled['errors'] = {}
  for (const [name, field] of Object.entries(resource.fields)) {
    const { reason } = field.format
    const to = changes[name]
    if (!reason || typeof to !== 'string' || to === current[name] || !reason.states.includes(to)) continue
    if ((changes[reason.field] ?? null) === null) errors[reason.field] = [{ key: 'invalid.reason' }]
  }
  return errors
}
