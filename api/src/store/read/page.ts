import type { Resource, Resources } from '../../define/resource.ts'
import { columnName, fieldOf, isAlwaysThere, searchColumnName } from '../../derive/columns.ts'
import { type Condition, conditionSql } from '../sql/condition.ts'
import { type Engine, quoted, type Reader, SqlText } from '../sql/text.ts'
import type { Bind } from '../types.ts'
import { jsonObject, keysOf, type Projection, rowSql, selected } from './projection.ts'

export interface Sort {
  field: string
  descending: boolean
}

export interface PageRequest extends Projection {
  where: Condition
  sort: readonly Sort[]
  limit: number
  offset: number
  /** The sort values and the id of the row before the page, as `Page.last` gave them. */
  after?: readonly Bind[]
}

export interface Page {
  /** A JSON array, made by the database. */
  rows: string
  count: number
  /** The sort values and the id of the last row, for the cursor; undefined for an empty page. */
  last?: readonly Bind[]
}

/** The text of a page and its binds. */
export type PageStatement = SqlText & { sql: string }

/** Reads one page: the ids first, then the rows of just these, as one JSON text. */
export function pageSql(engine: Engine, request: PageRequest): PageStatement {
  const text = new SqlText(engine)
  const order = orderOf(engine, request)
  const table = quoted(request.resource.table)
  const where = [conditionSql(text, request.resource, request.where, 't')]
  if (request.after) where.push(afterSql(text, order, request.after))
  const ordered = order.map(
    ({ sql, descending, nullable }) => `${sql} ${descending ? 'DESC' : 'ASC'}${nullable ? ' NULLS LAST' : ''}`,
  )
  const sorts = order.map(({ sql }, index) => `${sql} AS s${index}`)
  const limits = `LIMIT ${text.bind(request.limit)}${request.offset > 0 ? ` OFFSET ${text.bind(request.offset)}` : ''}`
  const ids = `SELECT t.id AS page_id, ${sorts.join(', ')} FROM ${table} t WHERE ${where.join(' AND ')} ORDER BY ${ordered.join(', ')} ${limits}`
  const keys = keysOf(text, request)
  const cursor = order.map((_, index) => `p.s${index}`).join(', ')
  const from = `FROM (${ids}) p CROSS JOIN ${table} t`
  const sql =
    engine === 'sqlite'
      ? `SELECT json_group_array(${jsonObject(keys)}) AS rows, count(*) AS count, json_group_array(json_array(${cursor})) AS cursors ${from} WHERE t.id = p.page_id`
      : `SELECT coalesce(json_agg(k.row ORDER BY ${inOrder(order)}), '[]'::json)::text AS rows, count(*)::int AS count, coalesce(json_agg(json_build_array(${cursor}) ORDER BY ${inOrder(order)}), '[]'::json)::text AS cursors ${from} CROSS JOIN LATERAL (SELECT row_to_json(r) AS row FROM (SELECT ${selected(keys)}) r) k WHERE t.id = p.page_id`
  return Object.assign(text, { sql })
}

/** PostgreSQL alone: SQLite takes the rows of a CROSS JOIN in the order of its left side (https://www.sqlite.org/optoverview.html#crossjoin). */
function inOrder(order: readonly Order[]): string {
  return order
    .map(
      ({ descending, nullable }, index) => `p.s${index} ${descending ? 'DESC' : 'ASC'}${nullable ? ' NULLS LAST' : ''}`,
    )
    .join(', ')
}

/** Runs a statement of `pageSql`. */
export async function readPage(reader: Reader, { sql, binds }: PageStatement): Promise<Page> {
  const [answer] = await reader.read<{ rows: string; count: number; cursors: string }>(sql, binds)
  if (!answer) return { rows: '[]', count: 0 }
  const cursors: Bind[][] = JSON.parse(answer.cursors)
  return { rows: answer.rows, count: answer.count, last: cursors.at(-1) }
}

/** Reads one record as JSON text, or undefined when no row fulfils the condition. */
export async function readRecord(
  reader: Reader,
  engine: Engine,
  request: Projection & { where: Condition },
): Promise<string | undefined> {
  const text = new SqlText(engine)
  const keys = keysOf(text, request)
  const where = conditionSql(text, request.resource, request.where, 't')
  const [answer] = await reader.read<{ row: string }>(
    rowSql(text, keys, `FROM ${quoted(request.resource.table)} t WHERE ${where}`),
    text.binds,
  )
  return answer?.row
}

interface Order {
  sql: string
  descending: boolean
  nullable: boolean
}

/** The expressions a page is sorted by, ending with the id so that no two rows are equal. */
function orderOf(
  engine: Engine,
  { resources, resource, sort }: Pick<PageRequest, 'resources' | 'resource' | 'sort'>,
): Order[] {
  const at = sort.findIndex(({ field }) => field === 'id')
  // No two ids are equal: what is named after it has no say.
  const before = at < 0 ? sort : sort.slice(0, at)
  const order = before.map(({ field: name, descending }) => ({
    ...sortSql(engine, { resources, resource, name, table: 't' }),
    descending,
  }))
  const descending = (sort[at] ?? sort.at(-1))?.descending ?? false
  return [...order, { sql: 't.id', descending, nullable: false }]
}

interface Sorted {
  resources: Resources
  resource: Resource
  name: string
  table: string
}

/** What a field is sorted by: its folded text, the title of the record it points to, or its value. */
function sortSql(engine: Engine, { resources, resource, name, table }: Sorted): { sql: string; nullable: boolean } {
  const field = fieldOf(resource, name)
  if (!field?.column) throw new Error(`${resource.name}.${name} cannot be sorted by`)
  const nullable = !isAlwaysThere(field)
  if (field.search?.column === 'folded') return { sql: `${table}.${quoted(searchColumnName(name))}`, nullable }
  const column = `${table}.${quoted(columnName(name, field))}`
  if (field.column.type === 'reference') {
    const target = resources[field.column.resource]
    if (!target?.fields[target.title]?.column) return { sql: column, nullable }
    const title = sortSql(engine, { resources, resource: target, name: target.title, table: 'o' })
    return { sql: `(SELECT ${title.sql} FROM ${quoted(target.table)} o WHERE o.id = ${column})`, nullable: true }
  }
  const isText = field.column.type === 'string' || field.column.type === 'text'
  return { sql: isText && engine === 'postgres' ? `${column} COLLATE "C"` : column, nullable }
}

/** The rows after the one whose sort values are given; empty values stand last in either direction. */
function afterSql(text: SqlText, order: readonly Order[], values: readonly Bind[]): string {
  const [first, ...rest] = order
  if (!first) return '1 = 0'
  const [value = null, ...others] = values
  const tail = rest.length > 0 ? afterSql(text, rest, others) : '1 = 0'
  if (value === null) return `(${first.sql} IS NULL AND ${tail})`
  const sign = first.descending ? '<' : '>'
  const place = text.bind(value)
  const beyond = `(${first.sql} ${sign} ${place} OR (${first.sql} = ${place} AND ${tail}))`
  // The redundant bound lets both engines seek in an index.
  return first.nullable ? `(${beyond} OR ${first.sql} IS NULL)` : `(${first.sql} ${sign}= ${place} AND ${beyond})`
}
