import type { Resource, Resources } from '../../define/resource.ts'
import { columnName } from '../../derive/columns.ts'
import { fileFields } from '../../derive/files.ts'
import { quoted, type Reader } from '../../store/sql/text.ts'
import type { Asking } from '../panel.ts'

/** The files of a record, and of everything that the database deletes along with it, however far; asked while they are there. */
export function filesGoing({ panel, resource }: Asking, id: number, reader: Reader): Promise<string[]> {
  return keysOf({ resources: panel.resources, reader, seen: new Set() }, resource, [id])
}

interface Walk {
  readonly resources: Resources
  readonly reader: Reader
  /** `resource/id` of rows that were looked at: rows may be parts of each other. */
  readonly seen: Set<string>
}

async function keysOf(walk: Walk, resource: Resource, ids: readonly number[]): Promise<string[]> {
  const fresh = ids.filter((id) => !walk.seen.has(`${resource.name}/${id}`))
  if (fresh.length === 0) return []
  for (const id of fresh) walk.seen.add(`${resource.name}/${id}`)
  const keys = await ownKeys(walk.reader, resource, fresh)
  for (const { part, column } of partsOf(walk.resources, resource)) {
    if (!leadsToFiles(walk.resources, part)) continue
    const rows = await rowsOf(walk.reader, { table: part.table, columns: ['id'], by: column, ids: fresh })
    keys.push(
      ...(await keysOf(
        walk,
        part,
        rows.map((row) => Number(row.id)),
      )),
    )
  }
  return keys
}

async function ownKeys(reader: Reader, resource: Resource, ids: readonly number[]): Promise<string[]> {
  const columns = fileFields(resource).flatMap((name) => {
    const field = resource.fields[name]
    return field ? columnName(name, field) : []
  })
  if (columns.length === 0) return []
  const rows = await rowsOf(reader, { table: resource.table, columns, by: 'id', ids })
  return rows.flatMap((row) => Object.values(row).filter((key) => typeof key === 'string'))
}

interface Asked {
  table: string
  columns: readonly string[]
  by: string
  ids: readonly number[]
}

/** SQLite takes no more than so many binds, and one statement for each row would be slow. */
const batch = 500

async function rowsOf(reader: Reader, { table, columns, by, ids }: Asked): Promise<Record<string, unknown>[]> {
  const found: Record<string, unknown>[] = []
  for (let at = 0; at < ids.length; at += batch) {
    const some = ids.slice(at, at + batch)
    const places = some.map((_, index) => `$${index + 1}`).join(', ')
    const sql = `SELECT ${columns.map(quoted).join(', ')} FROM ${quoted(table)} WHERE ${quoted(by)} IN (${places})`
    found.push(...(await reader.read(sql, some)))
  }
  return found
}

/** The resources whose rows go with those of this one, with the column that points here. */
function partsOf(resources: Resources, { name: whole }: Resource): { part: Resource; column: string }[] {
  return Object.values(resources).flatMap((part) =>
    Object.entries(part.fields).flatMap(([name, field]) => {
      const { column } = field
      const goesAlong = column?.type === 'reference' && column.resource === whole && column.onDelete === 'cascade'
      return goesAlong ? { part, column: columnName(name, field) } : []
    }),
  )
}

/** Whether its rows, or anything that goes with them, can have files. */
function leadsToFiles(resources: Resources, resource: Resource, seen: ReadonlySet<Resource> = new Set()): boolean {
  if (seen.has(resource)) return false
  if (fileFields(resource).length > 0) return true
  const next = new Set([...seen, resource])
  return partsOf(resources, resource).some(({ part }) => leadsToFiles(resources, part, next))
}
