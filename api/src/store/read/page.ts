import type { Resource } from '../../define/resource.ts'
import { columnName, fieldOf, isAlwaysThere, searchColumnName } from '../../derive/columns.ts'
import { always, type Condition, conditionSql, never } from '../sql/condition.ts'
import { type Engine, quoted, type Reader, SqlText } from '../sql/text.ts'
import type { Bind } from '../types.ts'
import type { Bits } from './bits.ts'
import { type Projection, shownSql } from './projection.ts'

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
  const text = new SqlText(engine, request.resources)
  const order = orderOf(text, request)
  const table = quoted(request.resource.table)
  const where = [conditionSql(text, request.resource, request.where, 't')]
  if (request.after) where.push(afterSql(text, order, request.after))
  const ordered = order.map(
    ({ sql, descending, nullable }) => `${sql} ${descending ? 'DESC' : 'ASC'}${nullable ? ' NULLS LAST' : ''}`,
  )
  const sorts = order.map(({ sql }, index) => `${sql} AS "_s${index}"`)
  const limits = `LIMIT ${text.bind(request.limit)}${request.offset > 0 ? ` OFFSET ${text.bind(request.offset)}` : ''}`
  const ids = `SELECT t.id AS "_id", ${sorts.join(', ')} FROM ${table} t WHERE ${where.join(' AND ')} ORDER BY ${ordered.join(', ')} ${limits}`
  const inOrder = engine === 'postgres' ? orderSql(order) : undefined
  const { sql: rows, bits } = shownSql(text, request, { as: 'list', order: inOrder })
  const found = `FROM (${ids}) p CROSS JOIN ${table} t`
  const from = shownRows(text, bits, request, found)
  const cursor = order.map((_, index) => `"_s${index}"`).join(', ')
  const sql =
    engine === 'sqlite'
      ? `SELECT ${rows} AS rows, count(*) AS count, json_group_array(json_array(${cursor})) AS cursors ${from}`
      : `SELECT ${rows} AS rows, count(*)::int AS count, coalesce(json_agg(json_build_array(${cursor}) ORDER BY ${inOrder}), '[]'::json)::text AS cursors ${from}`
  return Object.assign(text, { sql })
}

/** The rows of a page with their sort values, and with the bits that say what is shown of each. */
function shownRows(text: SqlText, bits: Bits, { resource }: PageRequest, found: string): string {
  if (bits.isEmpty) return `${found} WHERE t.id = p."_id"`
  const columns = ['t.*', 'p.*', ...bits.columns(text, resource)].join(', ')
  // A bound that bounds nothing: the bits are worked out once a row, not again wherever they are named.
  const once = text.engine === 'sqlite' ? 'LIMIT -1' : 'OFFSET 0'
  return `FROM (SELECT ${columns} ${found} WHERE t.id = p."_id" ${once}) t`
}

/** PostgreSQL alone: SQLite takes the rows of a CROSS JOIN in the order of its left side (https://www.sqlite.org/optoverview.html#crossjoin). */
function orderSql(order: readonly Order[]): string {
  return order
    .map(
      ({ descending, nullable }, index) =>
        `"_s${index}" ${descending ? 'DESC' : 'ASC'}${nullable ? ' NULLS LAST' : ''}`,
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
  const { resources, resource } = request
  const text = new SqlText(engine, resources)
  const { sql: row, bits } = shownSql(text, request, { as: 'row' })
  const columns = ['t.*', ...bits.columns(text, resource)].join(', ')
  const where = conditionSql(text, resource, request.where, 't')
  const found = `FROM ${quoted(resource.table)} t WHERE ${where}`
  const from = bits.isEmpty ? found : `FROM (SELECT ${columns} ${found}) t`
  const [answer] = await reader.read<{ row: string }>(`SELECT ${row} AS row ${from}`, text.binds)
  return answer?.row
}

interface Order {
  sql: string
  descending: boolean
  nullable: boolean
}

/** The expressions a page is sorted by, ending with the id so that no two rows are equal. */
function orderOf(text: SqlText, { resource, sort, access, titles }: PageRequest): Order[] {
  const at = sort.findIndex(({ field }) => field === 'id')
  // No two ids are equal: what is named after it has no say.
  const before = at < 0 ? sort : sort.slice(0, at)
  const order = before.map(({ field: name, descending }) => ({
    ...shownSort(text, {
      resource,
      name,
      table: 't',
      titles,
      shown: access.plain[name] ?? access.shown[name] ?? never,
    }),
    descending,
  }))
  const descending = (sort[at] ?? sort.at(-1))?.descending ?? false
  return [...order, { sql: 't.id', descending, nullable: false }]
}

interface Sorted extends Pick<PageRequest, 'titles'> {
  resource: Resource
  name: string
  table: string
  /** The rows whose value may be read: the others stand where the empty ones do. */
  shown: Condition
}

function shownSort(text: SqlText, sorted: Sorted): { sql: string; nullable: boolean } {
  const sort = sortSql(text, sorted)
  if (sorted.shown.is === 'always') return sort
  const shown = conditionSql(text, sorted.resource, sorted.shown, sorted.table)
  return { sql: `CASE WHEN ${shown} THEN ${sort.sql} END`, nullable: true }
}

/** What a field is sorted by: its folded text, the title of the record it points to, or its value. */
function sortSql(text: SqlText, { resource, name, table, titles }: Sorted): { sql: string; nullable: boolean } {
  const field = fieldOf(resource, name)
  if (!field?.column) throw new Error(`${resource.name}.${name} cannot be sorted by`)
  const nullable = !isAlwaysThere(field)
  if (field.search?.column === 'folded') return { sql: `${table}.${quoted(searchColumnName(name))}`, nullable }
  const column = `${table}.${quoted(columnName(name, field))}`
  if (field.column.type === 'reference') {
    const target = text.resources[field.column.resource]
    const visible = target && titles(resource, name, target)
    if (!visible || visible.is === 'never' || !target.fields[target.title]?.column) return { sql: column, nullable }
    const title = sortSql(text, { resource: target, name: target.title, table: 'o', titles, shown: always })
    const condition = visible.is === 'always' ? '' : ` AND ${conditionSql(text, target, visible, 'o')}`
    return {
      sql: `(SELECT ${title.sql} FROM ${quoted(target.table)} o WHERE o.id = ${column}${condition})`,
      nullable: true,
    }
  }
  const isText = field.column.type === 'string' || field.column.type === 'text'
  return { sql: isText && text.engine === 'postgres' ? `${column} COLLATE "C"` : column, nullable }
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
