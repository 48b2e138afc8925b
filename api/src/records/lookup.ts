import { demand, rowAccess, titleRows } from '../access/access.ts'
import { rowsOf } from '../access/rows.ts'
import { Malformed } from '../contract/errors.ts'
import { maxPageSize } from '../contract/operators.ts'
import { columnName } from '../derive/columns.ts'
import { pageSql, readPage } from '../store/read/page.ts'
import { countRows } from '../store/read/total.ts'
import { treePaths } from '../store/read/tree.ts'
import { all, type Condition, conditionSql, never } from '../store/sql/condition.ts'
import { tablesIn } from '../store/sql/tables.ts'
import { quoted, SqlText } from '../store/sql/text.ts'
import type { Asking } from './panel.ts'
import { type Parameters, parseListQuery } from './query.ts'

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
  const where = all([rowsOf(person, 'read', resource), query.where, ...named])
  const request = {
    resources: panel.resources,
    resource,
    fields: [resource.title],
    sources: [],
    access: { ...nothing, shown: rowAccess(person, resource).shown },
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
  const paths = await pathTitles(asking)
  const choices = parsed.map((row) => {
    const id = Number(row.id)
    const title = String(row[resource.title] ?? `#${id}`)
    return { id, title, ...(paths && { path: paths(id) ?? title }) }
  })
  return { choices, total }
}

const nothing = { update: never, delete: never, actions: {}, writable: {} }

function idCondition(list: string): Condition {
  const texts = list === '' ? [] : list.split(',')
  if (
    texts.length > maxPageSize ||
    texts.some((text) => !/^[1-9]\d{0,9}$/.test(text) || Number(text) > 2_147_483_647)
  ) {
    throw new Malformed({ key: 'malformed.id' })
  }
  return { is: 'field', field: 'id', operator: 'in', value: texts.map(Number) }
}

/** "Acme › Sul" of a record of a tree; names above that this person may not read are left out. */
async function pathTitles(asking: Asking): Promise<((id: number) => string | undefined) | undefined> {
  const { panel, resource } = asking
  if (!resource.tree || !resource.fields[resource.title]?.column) return undefined
  const [paths, titles] = await Promise.all([treePaths(panel.database, panel.kept, resource), titlesOf(asking)])
  return (id) =>
    paths
      .get(id)
      ?.split('/')
      .filter(Boolean)
      .flatMap((step) => titles.get(Number(step)) ?? [])
      .join(' › ')
}

/** Every title of a tree that this person may read, by the id of its record. */
function titlesOf({ panel: { database, kept, resources }, person, resource }: Asking): Promise<Map<number, string>> {
  const field = resource.fields[resource.title]
  const readable = titleRows(person, resource)
  if (!field || readable.is === 'never') return Promise.resolve(new Map())
  const tables = [resource.table, ...tablesIn(resources, resource, readable)]
  return kept.of(`titles ${resource.table} ${JSON.stringify(readable)}`, tables, async () => {
    const text = new SqlText(database.engine, resources)
    const where = conditionSql(text, resource, readable, 't')
    const rows = await database.read<{ id: number; title: string }>(
      `SELECT t.id, t.${quoted(columnName(resource.title, field))} AS title FROM ${quoted(resource.table)} t WHERE ${where}`,
      text.binds,
    )
    return new Map(rows.map(({ id, title }) => [Number(id), title]))
  })
}
