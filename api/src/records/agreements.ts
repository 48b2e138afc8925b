import { fulfils } from '../contract/condition.ts'
import type { FieldError } from '../contract/errors.ts'
import type { Language } from '../contract/words/index.ts'
import type { Field } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'
import { Labels } from '../derive/labels.ts'

/** A resource, or the input of an action under the name `resource.action`, and the language of what is said about it. */
export interface Declared extends Pick<Resource, 'fields'>, Partial<Pick<Resource, 'together' | 'anyOf'>> {
  readonly name: string
  readonly language: Language
}

type Values = Readonly<Record<string, unknown>>
type Errors = Record<string, FieldError[]>

/**
 * What several fields of a record do not agree in: field -> error. Fields that do not apply count as empty in `record`.
 * @param isConcerned whether a change touches any of these fields: what was so before is nobody's fault now
 */
export function disagreements(
  declared: Declared,
  record: Values,
  isConcerned: (names: readonly string[]) => boolean,
): Errors {
  const { fields, together = [], anyOf = [] } = declared
  const applies = (name: string) => fields[name] !== undefined && isApplicable(fields[name], record)
  const isMissing = (name: string) => applies(name) && isBlank(record[name])
  const errors: Errors = {}
  for (const [name, field] of Object.entries(fields)) {
    const error = applies(name) && disagreement(declared, { name, field, record, isConcerned })
    if (error) errors[name] = [error]
  }
  for (const names of together.filter(isConcerned)) {
    if (names.every((name) => isBlank(record[name]))) continue
    for (const name of names.filter(isMissing)) errors[name] = [{ key: 'invalid.together' }]
  }
  for (const names of anyOf.filter(isConcerned)) {
    const [first, ...others] = names.filter(applies)
    if (first === undefined || ![first, ...others].every(isMissing)) continue
    const listed = [first, ...others].map((name) => labelOf(declared, name)).join(', ')
    errors[first] = [{ key: 'invalid.anyOf', params: { fields: listed } }]
  }
  return errors
}

/** Whether the field counts on this record. */
export function isApplicable({ options }: Field, record: Values): boolean {
  return options.visibleWhen === undefined || fulfils(record, options.visibleWhen)
}

/** Whether there is no value. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}

interface One {
  name: string
  field: Field
  record: Values
  isConcerned: (names: readonly string[]) => boolean
}

/** What one field demands of others. */
function disagreement(declared: Declared, { name, field, record, isConcerned }: One): FieldError | undefined {
  const { requiredWhen } = field.options
  const { after, notBefore } = field.format
  const value = record[name]
  if (isBlank(value)) {
    const isAsked = requiredWhen && isConcerned([name, ...Object.keys(requiredWhen)]) && fulfils(record, requiredWhen)
    return isAsked ? { key: 'invalid.required' } : undefined
  }
  const dayIn = (other: string | undefined) =>
    other !== undefined && isConcerned([name, other]) && !isBlank(record[other]) ? String(record[other]) : ''
  if (after !== undefined && String(value) <= dayIn(after))
    return { key: 'invalid.after', params: { field: labelOf(declared, after) } }
  return notBefore !== undefined && String(value) < dayIn(notBefore)
    ? { key: 'invalid.notBefore', params: { field: labelOf(declared, notBefore) } }
    : undefined
}

function labelOf({ name: owner, fields, language }: Declared, name: string): string {
  const field = fields[name]
  return field ? new Labels(language).field(owner, name, field) : name
}
