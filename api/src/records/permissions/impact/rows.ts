import { rowAccess, titleRows } from '../../../access/access.ts'
import { knownWhere } from '../../../access/known.ts'
import { rowsOf } from '../../../access/rows.ts'
import type { RowSample } from '../../../contract/permissions.ts'
import type { Resource } from '../../../define/resource.ts'
import { pageSql, readPage } from '../../../store/read/page.ts'
import { countRows } from '../../../store/read/total.ts'
import { all, any, type Condition, never } from '../../../store/sql/condition.ts'
import type { Asker } from '../asker.ts'

const sampled = 5

const nothing = { update: never, delete: never, actions: {}, denials: {}, revealable: {}, writable: {} }

/** How many rows fulfil any of some conditions, and a few of them: only of those the reader sees, and of which they see what is asked. */
export async function sampleOf(asker: Asker, resource: Resource, conditions: readonly Condition[]): Promise<RowSample> {
  const distinct = [...new Map(conditions.map((condition) => [JSON.stringify(condition), condition])).values()]
  const condition = any(distinct)
  const { panel, person } = asker
  const { database, resources } = panel
  const known = knownWhere(person, { resources, resource, condition })
  const where = all([rowsOf(person, 'read', resource), known, condition])
  if (where.is === 'never') return { count: 0, samples: [] }
  const { total } = await countRows(database, { resources, resource, where })
  if (total === 0) return { count: 0, samples: [] }
  const request = {
    resources,
    resource,
    fields: titleRows(person, resource).is === 'never' ? [] : [resource.title],
    sources: [],
    access: { ...rowAccess(person, resource), ...nothing },
    titles: () => never,
    where,
    sort: [{ field: 'id', descending: false }],
    limit: sampled,
    offset: 0,
  }
  const { rows } = await readPage(database, pageSql(database.engine, request))
  const parsed: Record<string, unknown>[] = JSON.parse(rows)
  const samples = parsed.map((row) => ({ id: Number(row.id), title: String(row[resource.title] ?? `#${row.id}`) }))
  return { count: total, samples }
}
