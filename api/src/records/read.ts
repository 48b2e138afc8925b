import { demand, readableFields } from '../access/access.ts'
import { rowsOf } from '../access/rows.ts'
import { Missing } from '../contract/errors.ts'
import type { RecordAccess } from '../contract/metadata.ts'
import { readRecord } from '../store/read/page.ts'
import { all } from '../store/sql/condition.ts'
import type { Reader } from '../store/sql/text.ts'
import { projectionOf } from './list.ts'
import type { Asking } from './panel.ts'
import { withVirtuals } from './virtuals.ts'

/** A record in this person's view: every field they may read. */
export type View = Record<string, unknown> & { id: number; version: number; _access: RecordAccess }

/**
 * One record as JSON text.
 * @throws Missing when there is none, or none that this person may see
 */
export async function read(asking: Asking, id: number, reader: Reader = asking.panel.database): Promise<string> {
  const { panel, person, resource } = asking
  demand(person, 'read', resource)
  const fields = readableFields(person, resource)
  const where = all([{ is: 'field', field: 'id', operator: 'eq', value: id }, rowsOf(person, 'read', resource)])
  const json = await readRecord(reader, panel.database.engine, { ...projectionOf(asking, fields), where })
  if (json === undefined) throw new Missing()
  return withVirtuals(resource, fields, json)
}

/** The same, parsed. */
export async function view(asking: Asking, id: number, reader?: Reader): Promise<View> {
  return JSON.parse(await read(asking, id, reader))
}

/** What a save answers: the record, or its id alone where its author may not see what they made. */
export async function viewOrId(asking: Asking, id: number, reader: Reader): Promise<View | { id: number }> {
  const rows = rowsOf(asking.person, 'read', asking.resource)
  if (rows.is === 'never') return { id }
  try {
    return await view(asking, id, reader)
  } catch (error) {
    if (error instanceof Missing) return { id }
    throw error
  }
}
