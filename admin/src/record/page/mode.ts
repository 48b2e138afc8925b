import { type FieldMeta, fulfils, type RecordAccess } from '@ficha/api/contract'
import type { Values } from './row.ts'
import { viewOf } from './values.ts'

/** How a field stands on a page: not at all, as text only, or as something to write. */
export type FieldMode = 'absent' | 'text' | 'input'

/** How a field stands on the page of a saved record, under what this person may do to it. */
export function recordMode(field: FieldMeta, { access, values }: { access: RecordAccess; values: Values }): FieldMode {
  if (access.fields.hidden.includes(field.name) || !counts(field, values)) return 'absent'
  const fixed = field.readOnly || field.createOnly || access.fields.readonly.includes(field.name)
  return access.update && !fixed && viewOf(field).Input ? 'input' : 'text'
}

/** How a field stands in the form of a new record: what nobody fills in is not there. */
export function createMode(field: FieldMeta, { allowed, values }: { allowed: boolean; values: Values }): FieldMode {
  return allowed && !field.readOnly && viewOf(field).Input && counts(field, values) ? 'input' : 'absent'
}

function counts(field: FieldMeta, values: Values): boolean {
  return !field.visibleWhen || fulfils(values, field.visibleWhen)
}
