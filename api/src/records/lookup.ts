import { demand, rowAccess } from '../access/access.ts'
import { rowsOf } from '../access/rows.ts'
import { Malformed } from '../contract/errors.ts'
import { maxPageSize } from '../contract/operators.ts'
import { parseId } from '../define/record-id.ts'
import { pageSql, readPage } from '../store/read/page.ts'
import { countRows } from '../store/read/total.ts'
import { type Condition, never } from '../store/sql/condition.ts'
import { narrow } from '../store/sql/narrow.ts'
import type { Asking } from './panel.ts'
import { type Parameters, parseListQuery } from './query.ts'
import { pathsOf } from './seen-tree.ts'

/** A record by its name, for pickers. `path` of a tree: the names from the root down. */
export interface Choice {
  id: number
  title: string
  path?: string
}

/** The records that a picker may offer: the list of what this person may see, narrowed to names. */
export async function lookup(
  asking: Asking,
  { ids, ...parameters }: Parameters & { ids?: string | string[] },
): Promise<{ choices: Choice[]; total: number }> {
  const { panel, person, resource } = asking
  demand(person, 'read', resource)
  for (const parameter of ['_fields', '_after']) {
    if (parameter in parameters) throw new Malformed({ key: 'malformed.parameter', params: { parameter } })
  }
  const query = await parseListQuery(asking, parameters)
  const named = ids === undefined ? [] : [idCondition([ids].flat().join(','))]
  const where = narrow([...named, query.where, rowsOf(person, 'read', resource)])
  const request = {
    resources: panel.resources,
    resource,
    fields: [resource.title],
    sources: [],
    access: { ...rowAccess(person, resource), ...nothing },
    titles: () => never,
    where,
    sort: query.sort,
    limit: ids === undefined ? query.limit : maxPageSize,
    offset: query.offset,
  }
  const { database } = panel
  const [{ rows }, { total }] = await Promise.all([
    readPage(database, pageSql(database.engine, request)),
    countRows(database, { resources: panel.resources, resource, where }),
  ])
  const parsed: Record<string, unknown>[] = JSON.parse(rows)
  const paths = resource.tree === undefined ? undefined : await pathsOf(panel, person, resource)
  const choices = parsed.map((row) => {
    const id = Number(row.id)
    const title = String(row[resource.title] ?? `#${id}`)
    return { id, title, ...(paths && { path: paths(id) ?? title }) }
  })
  return { choices, total }
}

const nothing = { update: never, delete: never, actions: {}, denials: {}, revealable: {}, writable: {} }

function idCondition(list: string): Condition {
  const ids = list === '' ? [] : list.split(',').map(parseId)
  if (ids.length > maxPageSize || ids.includes(undefined)) throw new Malformed({ key: 'malformed.id' })
  return { is: 'field', field: 'id', operator: 'in', value: ids }
}
