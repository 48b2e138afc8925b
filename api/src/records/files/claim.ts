import type { FieldError } from '../../contract/errors.ts'
import { fileFields } from '../../derive/files.ts'
import { claimFile, isClaimable } from '../../store/files/rows.ts'
import type { WriteScope } from '../../store/types.ts'
import type { Asking } from '../panel.ts'
import type { Values } from '../settle.ts'
import { letGo } from './removal.ts'

interface Written {
  readonly scope: WriteScope
  /** What is written. */
  readonly values: Values
  /** The record before, its files as keys; undefined for a new one. */
  readonly current?: Values
}

/**
 * Fields that name an upload which is not this person's for this field, or is so no more: field -> error. The others stay theirs
 * until the transaction ends.
 */
export async function missingUploads(asking: Asking, written: Written): Promise<Record<string, FieldError[]>> {
  const errors: Record<string, FieldError[]> = {}
  for (const { field, now } of changedFiles(asking, written)) {
    if (
      now !== undefined &&
      !(await isClaimable(asking.panel.database.engine, written.scope, upload(asking, field, now)))
    )
      errors[field] = [{ key: 'invalid.upload' }]
  }
  return errors
}

/** Makes the uploads that were named files of the record, and lets go of those in whose place they come. */
export async function takeFiles(asking: Asking, written: Written): Promise<void> {
  const { panel } = asking
  const changed = changedFiles(asking, written)
  for (const { field, now } of changed) {
    if (now !== undefined) await claimFile(written.scope, upload(asking, field, now).key)
  }
  const former = changed.flatMap(({ before }) => before ?? [])
  if (former.length > 0) await letGo(panel, written.scope, former)
}

function upload({ person, resource }: Asking, field: string, key: string) {
  return { key, field, resource: resource.name, user: person.user.id }
}

function changedFiles({ resource }: Asking, { values, current }: Written) {
  return fileFields(resource).flatMap((field) => {
    if (!(field in values)) return []
    const [before, now] = [keyOf(current?.[field]), keyOf(values[field])]
    return before === now ? [] : { field, before, now }
  })
}

function keyOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined
}
