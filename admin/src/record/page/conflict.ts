import type { FieldMeta } from '@ficha/api/contract'
import { type Draft, rebase } from './draft.ts'
import type { Values } from './row.ts'
import { inputValue, sameValue } from './values.ts'

/** Whose value of a field stays. */
export type Side = 'mine' | 'theirs'

/** One field that both changed, differently. Original and theirs as the API returns them, mine as its input holds it. */
export interface Clash {
  field: FieldMeta
  original: unknown
  theirs: unknown
  mine: unknown
}

export interface Comparison {
  /** Both changed it: a person must choose. */
  clashes: Clash[]
  /** Only I changed it. */
  mine: FieldMeta[]
  /** Only they changed it. */
  theirs: FieldMeta[]
}

/** Holds the draft against the record as it is now, field by field. */
export function compare(fields: readonly FieldMeta[], draft: Draft, current: Values): Comparison {
  const comparison: Comparison = { clashes: [], mine: [], theirs: [] }
  for (const field of fields) {
    const [original, theirs, mine] = [draft.saved[field.name], current[field.name], draft.edits[field.name]]
    const iChanged = field.name in draft.edits
    const theyChanged = !sameValue(field, inputValue(field, original), inputValue(field, theirs))
    if (!theyChanged && iChanged) comparison.mine.push(field)
    // What nobody writes, as the time of the change, follows from the rest.
    if (theyChanged && !iChanged && !field.readOnly) comparison.theirs.push(field)
    const differs = theyChanged && iChanged && !sameValue(field, inputValue(field, theirs), mine)
    if (differs) comparison.clashes.push({ field, original, theirs, mine })
  }
  return comparison
}

/** The draft over the record as it is now: my edits stay, but where theirs was chosen. */
export function merge(
  fields: readonly FieldMeta[],
  draft: Draft,
  { current, choices }: { current: Values; choices: Readonly<Record<string, Side>> },
): Draft {
  const edits = Object.fromEntries(Object.entries(draft.edits).filter(([name]) => choices[name] !== 'theirs'))
  return rebase(fields, { ...draft, edits }, current)
}
