import type { FieldMeta, Language } from '@ficha/api/contract'
import { ApiError, messageOf } from '../../providers/api.ts'
import { sayNow } from '../../providers/i18n.ts'
import { disagreements } from './agreements.ts'
import type { RecordForm } from './form.ts'
import type { FieldTexts, Row } from './row.ts'
import { viewOf } from './values.ts'

/** A refused save, as the page shows it. */
export interface Trouble {
  /** Under their fields; what is about one of a list stands under `rules.2`, too. */
  errors: FieldTexts
  /** What no field of the page can carry; in an alert. */
  texts: readonly string[]
}

interface OnPage {
  /** Names of the fields that stand there. */
  shown: readonly string[]
  /** Those that might. */
  fields: readonly FieldMeta[]
}

/** Sorts the answer to a refused save: errors of fields that stand on the page go to them, the rest is told apart, by name. */
export function troubleOf(error: unknown, { shown, fields }: OnPage): Trouble {
  if (!(error instanceof ApiError)) return { errors: {}, texts: [messageOf(error)] }
  const entries = Object.entries(error.errors ?? {}).map(
    ([path, texts]) => [ownerOf(path, shown), texts, path] as const,
  )
  const errors: Record<string, readonly string[]> = {}
  for (const [name, texts, path] of entries) {
    if (name === undefined) continue
    const place = placeIn(path)
    errors[name] = [...(errors[name] ?? []), ...texts.map((text) => placedText(text, place))]
    if (place === undefined) continue
    const at = `${name}.${place}`
    errors[at] = [...(errors[at] ?? []), ...texts]
  }
  const leftover = entries
    .filter(([name]) => name === undefined)
    .flatMap(([, texts, path]) => texts.map((text) => `${labelOf(path, fields)}: ${text}`))
  if (leftover.length) return { errors, texts: leftover }
  return { errors, texts: Object.keys(errors).length ? [] : [error.message] }
}

/** `rules.2.actions` -> 2, the place in a list. */
function placeIn(path: string): number | undefined {
  const [, place = ''] = path.split('.')
  return /^\d+$/.test(place) ? Number(place) : undefined
}

function placedText(text: string, place: number | undefined): string {
  return place === undefined ? text : sayNow('record.inList', { number: place + 1, text })
}

function labelOf(path: string, fields: readonly FieldMeta[]): string {
  return fields.find(({ name }) => name === path.split('.')[0])?.label ?? path
}

/** What can be told without asking the API: values that their kind cannot send at all, and fields that do not agree. */
export function problemsOf(form: RecordForm, language: Language): FieldTexts {
  const problems = form.fields
    .filter((field) => (!form.record || field.name in form.changes) && form.modeOf(field) === 'input')
    .map((field) => [field.name, problemOf(form, field, language)] as const)
  const own = Object.fromEntries(problems.flatMap(([name, text]) => (text === undefined ? [] : [[name, [text]]])))
  return { ...disagreements(form, language), ...own }
}

/** Why what stands in the input of a field cannot be sent at all. */
export function problemOf(form: RecordForm, field: FieldMeta, language: Language): string | undefined {
  return viewOf(field).problem?.(form.valueOf(field), { field, language })
}

/** The record as it is now, when the error says that another version was read. */
export function currentOf(error: unknown): Row | undefined {
  const stale = error instanceof ApiError && error.statusCode === 412
  // The contract of the problem "stale": the whole record, in this person's view.
  return stale ? (error.problem?.current as Row | undefined) : undefined
}

/** `passwordConfirmation` is a part of `password`, `rules.0.actions` of `rules`. */
function ownerOf(path: string, shown: readonly string[]): string | undefined {
  const [name = path] = path.split('.')
  return [name, name.replace(/Confirmation$/, '')].find((candidate) => shown.includes(candidate))
}

/** Warnings of a save that are about fields of the page, and the others. */
export function sortWarnings(warnings: readonly { field: string; text: string }[], shown: readonly string[]): Trouble {
  const errors: Record<string, string[]> = {}
  for (const { field, text } of warnings) {
    const owner = ownerOf(field, shown)
    if (owner) errors[owner] = [...(errors[owner] ?? []), text]
  }
  return { errors, texts: warnings.filter(({ field }) => !ownerOf(field, shown)).map(({ text }) => text) }
}
