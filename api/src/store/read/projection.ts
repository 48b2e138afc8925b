import type { Field } from '../../define/field.ts'
import type { Resource, Resources } from '../../define/resource.ts'
import { columnName, fieldOf, joinTableName } from '../../derive/columns.ts'
import { jsonOf } from '../sql/columns.ts'
import { type Condition, conditionSql, recordCondition } from '../sql/condition.ts'
import { constant, quoted, type SqlText } from '../sql/text.ts'

/** One key of a row: its name on the wire and the expression of its JSON value. */
export interface Key {
  name: string
  sql: string
}

export interface Projection {
  resources: Resources
  resource: Resource
  /** The fields of the answer, in order. `id` and `version` are always there. */
  fields: readonly string[]
  /** `_access`, the same for every row, as JSON. */
  access: string
  /** Who may see the title of a reference: a condition on the rows of the resource it points to. */
  titles: (target: Resource) => Condition
}

/** The keys of a row, built by the database: no JavaScript runs per row. */
export function keysOf(text: SqlText, { resources, resource, fields, access, titles }: Projection): Key[] {
  const keys: Key[] = [
    { name: 'id', sql: 't.id' },
    { name: 'version', sql: 't.version' },
  ]
  for (const name of fields) {
    const field = fieldOf(resource, name)
    if (!field || name === 'id') continue
    const sql = valueSql(text, { resources, resource, name, field, titles })
    if (sql) keys.push({ name, sql })
  }
  keys.push({ name: '_access', sql: jsonConstant(text, access) })
  return keys
}

interface One extends Pick<Projection, 'resources' | 'resource' | 'titles'> {
  name: string
  field: Field
}

function valueSql(text: SqlText, { resources, resource, name, field, titles }: One): string | undefined {
  if (field.kind === 'password') return undefined
  if (field.kind === 'manyToMany') return membersSql(text, joinTableName(resource, name))
  if (field.kind === 'virtual') {
    const { when } = field.options
    return when ? truth(text, conditionSql(text, resource, recordCondition(when), 't')) : undefined
  }
  if (!field.column) return undefined
  const column = `t.${quoted(columnName(name, field))}`
  if (field.column.type !== 'reference') return jsonOf(text.engine, field.column, column)
  return referenceSql(text, column, resources[field.column.resource], titles)
}

/** `{ id, title }`; the title is absent where the person may not read the record it names. */
function referenceSql(
  text: SqlText,
  column: string,
  target: Resource | undefined,
  titles: Projection['titles'],
): string {
  const object = text.engine === 'sqlite' ? 'json_object' : 'json_build_object'
  const bare = `${object}('id', ${column})`
  if (!target) return `CASE WHEN ${column} IS NULL THEN NULL ELSE ${bare} END`
  const title = target.fields[target.title]
  const visible = titles(target)
  if (!title?.column || visible.is === 'never') return jsonCase(text, column, bare)
  const named = `${object}('id', ${column}, 'title', r.${quoted(columnName(target.title, title))})`
  const condition = visible.is === 'always' ? '' : ` AND ${conditionSql(text, target, visible, 'r')}`
  const found = `(SELECT ${named} FROM ${quoted(target.table)} r WHERE r.id = ${column}${condition})`
  return jsonCase(text, column, visible.is === 'always' ? found : `coalesce(${found}, ${bare})`)
}

/** SQLite forgets that a text is JSON when it passes through CASE; `json()` says it again. */
function jsonCase(text: SqlText, column: string, value: string): string {
  const sql = `CASE WHEN ${column} IS NULL THEN NULL ELSE ${value} END`
  return text.engine === 'sqlite' ? `json(${sql})` : sql
}

function membersSql(text: SqlText, join: string): string {
  const list =
    text.engine === 'sqlite'
      ? 'json_group_array(m.target_id)'
      : "coalesce(json_agg(m.target_id ORDER BY m.target_id), '[]'::json)"
  const rows =
    text.engine === 'sqlite'
      ? `(SELECT target_id FROM ${quoted(join)} WHERE owner_id = t.id ORDER BY target_id) m`
      : `${quoted(join)} m WHERE m.owner_id = t.id`
  return `(SELECT ${list} FROM ${rows})`
}

function truth(text: SqlText, condition: string): string {
  return text.engine === 'sqlite' ? `json(CASE WHEN ${condition} THEN 'true' ELSE 'false' END)` : `(${condition})`
}

function jsonConstant(text: SqlText, json: string): string {
  return text.engine === 'sqlite' ? `json(${constant(json)})` : `${constant(json)}::json`
}

/** All keys of one row as one JSON value; `from` is the rest of the statement. */
export function rowSql(text: SqlText, keys: readonly Key[], from: string): string {
  if (text.engine === 'sqlite') return `SELECT ${jsonObject(keys)} AS row ${from}`
  return `SELECT row_to_json(k)::text AS row FROM (SELECT ${selected(keys)} ${from}) k`
}

/** The arguments of SQLite's `json_object`. */
export function jsonObject(keys: readonly Key[]): string {
  return `json_object(${keys.map(({ name, sql }) => `${constant(name)}, ${sql}`).join(', ')})`
}

/** The columns of a sub-select that PostgreSQL's `row_to_json` reads. */
export function selected(keys: readonly Key[]): string {
  return keys.map(({ name, sql }) => `${sql} AS ${quoted(name)}`).join(', ')
}
