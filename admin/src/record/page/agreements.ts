import {
  type FieldMeta,
  fulfils,
  isDate,
  type Language,
  type Oddity,
  oddityOf,
  oddityReads,
  say,
} from '@ficha/api/contract'
import type { FieldMode } from './mode.ts'
import type { FieldTexts, Row, Values } from './row.ts'
import { isBlank } from './values.ts'

/** What of a form decides whether its fields agree. */
export interface Agreeing {
  fields: readonly FieldMeta[]
  /** Absent for a new one. */
  record?: Row
  values: Values
  changes: Values
  modeOf: (field: FieldMeta) => FieldMode
}

/** Whether other fields, as they are now, demand a value of this one. */
export function isDemanded(form: Omit<Agreeing, 'changes'>, { requiredWhen, together = [] }: FieldMeta): boolean {
  if (requiredWhen && knows(form, Object.keys(requiredWhen)) && fulfils(form.values, requiredWhen)) return true
  return together.some((name) => !isBlank(valueIn(form, name)))
}

/** Whether a change of others has just come to demand a value that was never there. */
export function isDemandedNow(form: Agreeing, field: FieldMeta): boolean {
  const deciding = [...(field.together ?? []), ...Object.keys(field.requiredWhen ?? {})]
  return isBlank(form.record?.[field.name]) && deciding.some((name) => name in form.changes) && isDemanded(form, field)
}

/** What the fields of a form do not agree in, of those that a save would concern: what the API would say too. */
export function disagreements(form: Agreeing, language: Language): FieldTexts {
  const texts: Record<string, readonly string[]> = {}
  for (const field of form.fields) {
    if (form.modeOf(field) !== 'input') continue
    const text = disagreement(form, field, language) ?? blankness(form, field, language)
    if (text !== undefined) texts[field.name] = [text]
  }
  return texts
}

/** Why a day cannot stand beside the others, once one of them was changed. */
export function disagreement(form: Agreeing, field: FieldMeta, language: Language): string | undefined {
  const { after, notBefore } = field.format
  const value = valueIn(form, field.name)
  if (!isDay(value)) return undefined
  const other = (name: string | undefined) => {
    const bound = name !== undefined && isConcerned(form, [field.name, name]) ? valueIn(form, name) : undefined
    return isDay(bound) ? bound : undefined
  }
  const [start, first] = [other(after), other(notBefore)]
  if (start !== undefined && value <= start) return say(language, 'invalid.after', { field: labelOf(form, after) })
  if (first === undefined || value >= first) return undefined
  return say(language, 'invalid.notBefore', { field: labelOf(form, notBefore) })
}

/** What is odd about the value that stands in a field, once it or what it is compared with was changed. */
export function oddityIn(form: Agreeing, field: FieldMeta): Oddity | undefined {
  const reads = oddityReads(field)
  if (![field.name, ...reads].some((name) => name in form.changes) || !knows(form, reads)) return undefined
  return oddityOf(field, form.values[field.name], form.values)
}

/** What is said of a field that is blank beside others. */
function blankness(
  form: Agreeing,
  { name, together = [], anyOf = [] }: FieldMeta,
  language: Language,
): string | undefined {
  if (!isBlank(valueIn(form, name))) return undefined
  if (isConcerned(form, [name, ...together]) && together.some((other) => !isBlank(valueIn(form, other))))
    return say(language, 'invalid.together')
  const shown = anyOf.filter((other) => form.fields.some((field) => field.name === other && isThere(form, field)))
  const isFirst = shown[0] === name && knows(form, anyOf) && isConcerned(form, anyOf)
  if (!isFirst || shown.some((other) => !isBlank(valueIn(form, other)))) return undefined
  return say(language, 'invalid.anyOf', { fields: shown.map((other) => labelOf(form, other)).join(', ') })
}

/** What does not apply to the record counts as empty. */
function valueIn(form: Omit<Agreeing, 'changes'>, name: string): unknown {
  const field = form.fields.find((candidate) => candidate.name === name)
  return field && isThere(form, field) ? form.values[name] : undefined
}

function isThere({ modeOf }: Pick<Agreeing, 'modeOf'>, field: FieldMeta): boolean {
  return modeOf(field) !== 'absent'
}

/** Whether nothing of it is kept from this person: of what is hidden the API alone knows. */
function knows({ record }: Pick<Agreeing, 'record'>, names: readonly string[]): boolean {
  return !names.some((name) => record?._access.fields.hidden.includes(name))
}

/** What was so before is nobody's fault now. */
function isConcerned({ record, changes }: Agreeing, names: readonly string[]): boolean {
  return !record || names.some((name) => name in changes)
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && isDate(value)
}

function labelOf({ fields }: Pick<Agreeing, 'fields'>, name: string | undefined): string {
  return fields.find((field) => field.name === name)?.label ?? ''
}
