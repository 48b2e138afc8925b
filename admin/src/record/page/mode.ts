import { type FieldMeta, fulfils, type RecordAccess } from '@ficha/api/contract'
import type { Values } from './row.ts'
import { viewOf } from './values.ts'

/** How a field stands on a page: not at all, as text only, or as something to write. */
export type FieldMode = 'absent' | 'text' | 'input'

interface RecordRights {
  access: RecordAccess
  /** Whether the rules and the record let this person change the field. */
  allowed: boolean
  values: Values
}

/** How a field stands on the page of a saved record, under what this person may do to it. */
export function recordMode(field: FieldMeta, { access, allowed, values }: RecordRights): FieldMode {
  const { hidden } = access.fields
  if (hidden.includes(field.name) || !(counts(field, values) || dependsOn(field, hidden))) return 'absent'
  if (allowed && !field.readOnly && !field.createOnly && viewOf(field).Input) return 'input'
  // A secret is only ever written.
  return field.kind === 'password' ? 'absent' : 'text'
}

/** How a field stands in the form of a new record: what nobody fills in is not there. */
export function createMode(field: FieldMeta, { allowed, values }: { allowed: boolean; values: Values }): FieldMode {
  return allowed && !field.readOnly && viewOf(field).Input && counts(field, values) ? 'input' : 'absent'
}

/** Whether what decides over the field is out of sight: the API knows, and judges. */
function dependsOn({ visibleWhen }: FieldMeta, hidden: readonly string[]): boolean {
  return visibleWhen !== undefined && Object.keys(visibleWhen).some((name) => hidden.includes(name))
}

function counts(field: FieldMeta, values: Values): boolean {
  return !field.visibleWhen || fulfils(values, field.visibleWhen)
}
