import { fulfils } from '../contract/condition.ts'
import type { FieldError } from '../contract/errors.ts'
import type { OptionMeta } from '../contract/metadata.ts'
import type { Field, Fields } from '../define/field.ts'
import { Labels } from '../derive/labels.ts'
import { type Declared, disagreements, isBlank } from './agreements.ts'

export type Values = Record<string, unknown>

export interface Settled {
  /** What changes, with defaults and with `null` for fields that no longer apply. */
  values: Values
  errors: Record<string, FieldError[]>
}

/**
 * Judges a record, or the input of an action, as a whole: defaults, fields that apply only sometimes, required ones, the
 * transitions of a status, and what several fields must agree in.
 * @param current the record before the change as it is read; undefined for a new one
 */
export function settle(declared: Declared, changes: Values, current?: Values): Settled {
  const { fields } = declared
  const values: Values = { ...(current ? {} : defaultsOf(fields)), ...changes }
  const merged = withoutHidden(fields, { ...current, ...values })
  const errors: Settled['errors'] = {}
  for (const [name, field] of Object.entries(fields)) {
    if (field.kind === 'virtual') continue
    const error = judge({ declared, name, field, changes, values, merged, current })
    if (error) errors[name] = [error]
  }
  const isConcerned = (names: readonly string[]) => !current || names.some((name) => name in values)
  return { values, errors: { ...disagreements(declared, merged, isConcerned), ...errors } }
}

/** Fields that do not apply count as empty, which may hide others in turn. */
function withoutHidden(fields: Fields, record: Values): Values {
  const hidden = Object.keys(fields).find((name) => {
    const { visibleWhen } = fields[name]?.options ?? {}
    return visibleWhen !== undefined && !isBlank(record[name]) && !fulfils(record, visibleWhen)
  })
  return hidden === undefined ? record : withoutHidden(fields, { ...record, [hidden]: null })
}

function defaultsOf(fields: Fields): Values {
  return Object.fromEntries(
    Object.entries(fields).flatMap(([name, { options }]) =>
      options.default === undefined ? [] : [[name, options.default]],
    ),
  )
}

interface One {
  declared: Declared
  name: string
  field: Field
  changes: Values
  values: Values
  merged: Values
  current?: Values
}

function judge({ declared, name, field, changes, values, merged, current }: One): FieldError | undefined {
  const applies = !field.options.visibleWhen || fulfils(merged, field.options.visibleWhen)
  if (!applies) {
    if (!isBlank(changes[name])) return { key: 'invalid.notApplicable' }
    if (!current || !isBlank(current[name])) values[name] = null
    return undefined
  }
  const concerned = !current || [name, ...Object.keys(field.options.visibleWhen ?? {})].some((one) => one in values)
  // A password is never read back: on a record that exists, not sending it leaves it as it is.
  const isKept = field.kind === 'password' && current !== undefined && !(name in values)
  // What is copied is missing only where the reference it comes along is wrong, which is told of that one.
  const isAsked = field.options.required && concerned && !isKept && field.options.copiedFrom === undefined
  if (isAsked && (merged[name] ?? null) === null) return { key: 'invalid.required' }
  return current && field.kind === 'status' && name in changes
    ? judgeTransition(field, {
        from: String(current[name]),
        to: String(changes[name]),
        labelOf: (option) => new Labels(declared.language).option(declared.name, name, option),
      })
    : undefined
}

interface Change {
  from: string
  to: string
  labelOf: (option: OptionMeta) => string
}

function judgeTransition(
  { format: { options = [], transitions } }: Field,
  { from, to, labelOf }: Change,
): FieldError | undefined {
  if (from === to || !transitions || transitions[from]?.includes(to)) return undefined
  const label = (state: string) => {
    const option = options.find(({ value }) => value === state)
    return option ? labelOf(option) : state
  }
  return { key: 'invalid.transition', params: { from: label(from), to: label(to) } }
}

/**
 * The reasons that a change of status demands: reason field -> error when it is not given along. A new record demands
 * them too: `current` is empty then.
 */
export function missingReasons(
  { fields }: Pick<Declared, 'fields'>,
  changes: Values,
  current: Values,
): Settled['errors'] {
  const errors: Settled['errors'] = {}
  for (const [name, field] of Object.entries(fields)) {
    const { reason } = field.format
    const to = changes[name]
    if (!reason || typeof to !== 'string' || to === current[name] || !reason.states.includes(to)) continue
    if ((changes[reason.field] ?? null) === null) errors[reason.field] = [{ key: 'invalid.reason' }]
  }
  return errors
}
