import type { Field, Through } from '../../define/field.ts'
import { blankMask } from '../../define/mask.ts'
import type { Resource, Resources } from '../../define/resource.ts'
import { columnName, fieldOf, joinOf, partTableName } from '../../derive/columns.ts'
import { isFile } from '../../derive/files.ts'
import { jsonOf } from '../sql/columns.ts'
import { always, type Condition, conditionSql, never, recordCondition, whileGranted } from '../sql/condition.ts'
import { maskSql } from '../sql/mask.ts'
import { constant, quoted, type SqlText } from '../sql/text.ts'
import type { Bind } from '../types.ts'
import { accessSql, type RowAccess } from './access-json.ts'
import { Bits } from './bits.ts'
import { fileSql } from './file.ts'
import { rulesSql } from './rules.ts'

/** One key of a row: its name on the wire, the expression of its JSON value, and, when not every row has it, the test of the rows that do. */
interface Key {
  name: string
  sql: string
  only?: string
}

export interface Projection {
  resources: Resources
  resource: Resource
  /** The fields of the answer, in order. `id` and `version` are always there. */
  fields: readonly string[]
  /** Fields that computed values are worked out from: under `_from`, whoever may read them. */
  sources: readonly string[]
  /** What may be done to each row, and which of its fields are there. */
  access: RowAccess
  /** Who may see the title of a reference, `field` of the rows of `from`: a condition on the rows it points to. */
  titles: (from: Resource, field: string, target: Resource) => Condition
}

/** The keys of a row, built by the database: no JavaScript runs per row. */
function keysOf(text: SqlText, bits: Bits, projection: Projection): Key[] {
  const { resource, fields, sources, access } = projection
  const keys: Key[] = [
    { name: 'id', sql: 't.id' },
    { name: 'version', sql: 't.version' },
  ]
  for (const name of fields) {
    const field = fieldOf(resource, name)
    if (!field || name === 'id') continue
    const sql = valueSql(text, { ...projection, name, field })
    if (sql)
      keys.push({
        name,
        sql: shownAs(text, bits, { access, name, field, sql }),
        only: bits.of(access.shown[name] ?? never),
      })
  }
  if (sources.length > 0) keys.push({ name: '_from', sql: sourcesSql(text, projection) })
  keys.push({ name: '_access', sql: asJson(text, accessSql(bits, access)) })
  return keys
}

interface Whole {
  access: RowAccess
  name: string
  field: Field
  sql: string
}

/** The value as it is, or what its mask leaves of it. */
function shownAs(text: SqlText, bits: Bits, { access, name, field, sql }: Whole): string {
  const plain = access.plain[name] ?? always
  if (plain.is === 'always') return sql
  const part = maskSql(text.engine, field.mask ?? blankMask, `t.${quoted(columnName(name, field))}`)
  return plain.is === 'never' ? part : `CASE WHEN ${bits.of(plain)} THEN ${sql} ELSE ${part} END`
}

/** A computed value belongs to its own field: who may read that need not read what it is made of. */
function sourcesSql(text: SqlText, projection: Projection): string {
  const values = projection.sources.flatMap((name) => {
    const field = fieldOf(projection.resource, name)
    const sql = field && valueSql(text, { ...projection, name, field, titles: () => always })
    return sql ? `${constant(name)}, ${sql}` : []
  })
  return `${text.engine === 'sqlite' ? 'json_object' : 'json_build_object'}(${values.join(', ')})`
}

interface One extends Pick<Projection, 'resources' | 'resource' | 'titles'> {
  name: string
  field: Field
}

function valueSql(text: SqlText, { resources, resource, name, field, titles }: One): string | undefined {
  if (field.kind === 'password') return undefined
  if (field.kind === 'manyToMany') return membersSql(text, joinOf(resource, name))
  if (field.kind === 'permissionRules') return rulesSql(text, partTableName(resource, name))
  if (field.kind === 'virtual') {
    const { when } = field.options
    return when ? truth(text, conditionSql(text, resource, recordCondition(when), 't')) : undefined
  }
  if (!field.column) return undefined
  const column = `t.${quoted(columnName(name, field))}`
  if (isFile(field)) return fileSql(text, column)
  if (field.column.type !== 'reference') return jsonOf(text.engine, field.column, column)
  const target = resources[field.column.resource]
  return referenceSql(text, column, target && { target, visible: titles(resource, name, target) })
}

/** `{ id, title }`; the title is absent where the person may not read the record it names. */
function referenceSql(
  text: SqlText,
  column: string,
  pointed: { target: Resource; visible: Condition } | undefined,
): string {
  const object = text.engine === 'sqlite' ? 'json_object' : 'json_build_object'
  const bare = `${object}('id', ${column})`
  if (!pointed) return `CASE WHEN ${column} IS NULL THEN NULL ELSE ${bare} END`
  const { target, visible } = pointed
  const title = target.fields[target.title]
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

function membersSql(text: SqlText, { table, owner, target, granted }: Through): string {
  const list =
    text.engine === 'sqlite' ? 'json_group_array(m.id)' : "coalesce(json_agg(m.id ORDER BY m.id), '[]'::json)"
  const rows = `SELECT p.${target} AS id FROM ${quoted(table)} p WHERE p.${owner} = t.id${whileGranted(text, { granted }, 'p')}`
  return `(SELECT ${list} FROM (${rows} ORDER BY p.${target}) m)`
}

function truth(text: SqlText, condition: string): string {
  return text.engine === 'sqlite'
    ? `json(CASE WHEN ${condition} THEN 'true' ELSE 'false' END)`
    : `((${condition}) IS TRUE)`
}

function asJson(text: SqlText, sql: string): string {
  return text.engine === 'sqlite' ? `json(${sql})` : `(${sql})::json`
}

/** What of rows is shown: the expression of their JSON, and the bits that it names. */
interface Shown {
  readonly sql: string
  readonly bits: Bits
}

/** The same with the values that its text names: they are bound again behind as many others. */
interface KeptShown extends Shown {
  readonly values: readonly Bind[]
}

const shownBefore = new WeakMap<RowAccess, Map<string, KeptShown>>()

/** A row, or a list of rows, as JSON text. What a person is shown of the same fields is written once, as long as it holds no moment. */
export function shownSql(
  text: SqlText,
  projection: Projection,
  { as, order = '' }: { as: 'row' | 'list'; order?: string },
): Shown {
  const { access, fields, resource } = projection
  const known = shownBefore.get(access) ?? new Map<string, KeptShown>()
  shownBefore.set(access, known)
  const { moments } = text
  const { length: from } = text.binds
  const key = [text.engine, as, resource.name, fields, order, from].join('\n')
  const kept = known.get(key)
  if (kept) {
    text.binds.push(...kept.values)
    return kept
  }
  const bits = new Bits()
  const keys = keysOf(text, bits, projection)
  const shown = { sql: as === 'row' ? rowSql(text, keys) : listSql(text, keys, order), bits }
  if (text.moments === moments && known.size < maxShown) known.set(key, { ...shown, values: text.binds.slice(from) })
  return shown
}

/** Choices of fields that are remembered for one person and resource. */
const maxShown = 50

/** A row as the text of a JSON object. */
function rowSql(text: SqlText, keys: readonly Key[]): string {
  const row =
    text.engine === 'sqlite' ? objectSql(text, alwaysThere(keys)) : `${objectSql(text, alwaysThere(keys))}::text`
  return withKeys(text, sometimesThere(keys), row)
}

/** All rows as the text of a JSON array; `order` for PostgreSQL alone. */
function listSql(text: SqlText, keys: readonly Key[], order?: string): string {
  const isUniform = sometimesThere(keys).length === 0
  if (text.engine === 'sqlite')
    return isUniform
      ? `json_group_array(${objectSql(text, keys)})`
      : `'[' || coalesce(group_concat(${rowSql(text, keys)}, ','), '') || ']'`
  return isUniform
    ? `coalesce(json_agg(${objectSql(text, keys)} ORDER BY ${order}), '[]'::json)::text`
    : `'[' || coalesce(string_agg(${rowSql(text, keys)}, ',' ORDER BY ${order}), '') || ']'`
}

const alwaysThere = (keys: readonly Key[]) => keys.filter(({ only }) => !only)
const sometimesThere = (keys: readonly Key[]) => keys.filter(({ only }) => only)

/** `json_object` takes at most a hundred arguments on PostgreSQL, a sub-select any number. */
function objectSql(text: SqlText, keys: readonly Key[]): string {
  return text.engine === 'sqlite'
    ? `json_object(${keys.map(({ name, sql }) => `${constant(name)}, ${sql}`).join(', ')})`
    : `(SELECT row_to_json(k) FROM (SELECT ${keys.map(({ name, sql }) => `${sql} AS ${quoted(name)}`).join(', ')}) k)`
}

/** Puts keys that only some rows have in front of those that every row has. */
function withKeys({ engine }: SqlText, sometimes: readonly Key[], row: string): string {
  if (sometimes.length === 0) return row
  const groups = new Map<string, Key[]>()
  for (const key of sometimes) groups.set(key.only ?? '', [...(groups.get(key.only ?? '') ?? []), key])
  const keySql = engine === 'sqlite' ? sqliteKey : postgresKey
  const parts = [...groups].map(
    ([only, keys]) => `CASE WHEN ${only} THEN ${keys.map((key) => `${keySql(key)} || ','`).join(' || ')} ELSE '' END`,
  )
  return `'{' || ${parts.join(' || ')} || ltrim(${row}, '{')`
}

function sqliteKey({ name, sql }: Key): string {
  return `${constant(`${JSON.stringify(name)}:`)} || json_quote(${sql})`
}

function postgresKey({ name, sql }: Key): string {
  return `${constant(`${JSON.stringify(name)}:`)} || coalesce(to_json(${sql})::text, 'null')`
}
