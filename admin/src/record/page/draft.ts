import type { FieldMeta } from '@ficha/api/contract'
import type { Values } from './row.ts'
import { isBlank, sameValue, savedInput, sendsNothing } from './values.ts'

/** A record being edited: what is saved, and beside it what was typed. Nothing here mutates. */
export interface Draft {
  /** The record as the API returned it last, or what a new one starts from. */
  readonly saved: Values
  /** Typed values that differ from the saved ones, as inputs hold them. */
  readonly edits: Values
  /** What `undo` took away, until the next edit. */
  readonly undone: Values | null
}

/** The record with the edits over it. */
export function valuesOf(draft: Draft): Values {
  return { ...draft.saved, ...draft.edits }
}

/** Writes one field; the saved value again is no edit at all. A status that asks for its reason opens it blank. */
export function write(fields: readonly FieldMeta[], draft: Draft, name: string, value: unknown): Draft {
  const field = fields.find((candidate) => candidate.name === name)
  if (!field) return draft
  const demanded = demandedReasons(fields, draft).has(name)
  const edits = put(draft, { edits: draft.edits, field, value, demanded })
  return { ...draft, undone: null, edits: field.format.reason ? withReason(fields, draft, edits) : edits }
}

/** Takes edits of some fields back. */
export function takeBack(fields: readonly FieldMeta[], draft: Draft, names: readonly string[]): Draft {
  const edits = without(draft.edits, names)
  return { ...draft, edits: withReason(fields, draft, edits) }
}

/** Takes every edit back; `redo` brings them again. */
export function undo(draft: Draft): Draft {
  return { ...draft, edits: {}, undone: draft.edits }
}

export function redo(draft: Draft): Draft {
  return draft.undone ? { ...draft, edits: draft.undone, undone: null } : draft
}

/** After a save: the answer is the saved record, and only what was typed while it ran stays an edit. */
export function settle(fields: readonly FieldMeta[], draft: Draft, saved: Values, sent: Values): Draft {
  const done = Object.keys(sent).filter((name) => Object.is(sent[name], draft.edits[name]))
  return rebase(fields, { ...draft, edits: without(draft.edits, done) }, saved)
}

/** The same edits over a newer record; those that it already holds are none any more. */
export function rebase(fields: readonly FieldMeta[], draft: Draft, saved: Values): Draft {
  const demanded = demandedReasons(fields, draft)
  const edits = fields
    .filter(({ name }) => name in draft.edits)
    .reduce<Values>((kept, field) => {
      const value = draft.edits[field.name]
      return put({ ...draft, saved }, { edits: kept, field, value, demanded: demanded.has(field.name) })
    }, {})
  return { saved, edits, undone: null }
}

/** Names of the fields that must say why a status changes, while the change asks for it. */
export function demandedReasons(fields: readonly FieldMeta[], draft: Draft): ReadonlySet<string> {
  return new Set(
    fields.flatMap(({ name, format: { reason } }) =>
      reason && name in draft.edits && reason.states.includes(String(draft.edits[name])) ? [reason.field] : [],
    ),
  )
}

interface Put {
  edits: Values
  field: FieldMeta
  value: unknown
  /** The reason of a change is told anew even where it is the same as before. */
  demanded?: boolean
}

function put({ saved }: Draft, { edits, field, value, demanded = false }: Put): Values {
  const isSaved = sameValue(field, savedInput(field, saved), value)
  const isNothing = sendsNothing(field, value) || (isSaved && !(demanded && !isBlank(value)))
  return isNothing ? without(edits, [field.name]) : { ...edits, [field.name]: value }
}

function without(values: Values, names: readonly string[]): Values {
  return Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)))
}

/** The reason of an earlier change must not stand as the reason of this one. */
function withReason(fields: readonly FieldMeta[], draft: Draft, edits: Values): Values {
  const demanded = demandedReasons(fields, { ...draft, edits })
  const reasons = new Set(fields.flatMap(({ format }) => format.reason?.field ?? []))
  return fields
    .filter(({ name }) => reasons.has(name))
    .reduce((next, field) => {
      if (demanded.has(field.name)) return field.name in next ? next : put(draft, { edits: next, field, value: null })
      return field.name in next && isBlank(next[field.name]) ? without(next, [field.name]) : next
    }, edits)
}
