import { shownWhere } from '../access/access.ts'
import { rowsOf } from '../access/rows.ts'
import { judgeRow } from '../store/read/judge.ts'
import type { Reader } from '../store/sql/text.ts'
import type { Asking } from './panel.ts'

interface Seen {
  /** Also this field of it. */
  field?: string
  /** Left out, the record is looked at as it is for everybody. */
  reader?: Reader
}

/** Whether this person sees a record. One that does not exist is seen by nobody. */
export async function sees(
  { panel, person, resource }: Pick<Asking, 'panel' | 'person' | 'resource'>,
  id: number,
  { field, reader = panel.database }: Seen = {},
): Promise<boolean> {
  const place = { engine: panel.database.engine, resources: panel.resources, resource, id }
  const shown = field === undefined ? [] : [shownWhere(person, resource, field)]
  const judged = await judgeRow(reader, place, [rowsOf(person, 'read', resource), ...shown])
  return judged?.every(Boolean) ?? false
}
