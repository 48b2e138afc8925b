import type { RecordCondition } from '../../contract/condition.ts'
import type { Column, Field, Through } from '../../define/field.ts'
import type { Resource } from '../../define/resource.ts'
import { columnName, fieldOf, joinOf, searchColumnName } from '../../derive/columns.ts'
import { instantBind, thisSecondMs } from '../instants.ts'
import { bindOf, castOf } from './columns.ts'
import { likePattern, quoted, type SqlText } from './text.ts'

/** A condition on the rows of one resource: what filters, permissions and virtual fields all come down to. Values are those of the wire. */
export type Condition =
  | { readonly is: 'always' }
  | { readonly is: 'never' }
  | { readonly is: 'all' | 'any'; readonly of: readonly Condition[] }
  | { readonly is: 'not'; readonly of: Condition }
  | {
      readonly is: 'field'
      readonly field: string
      readonly operator: 'eq' | 'lt' | 'lte' | 'gt' | 'gte' | 'like' | 'starts'
      readonly value: unknown
    }
  | { readonly is: 'field'; readonly field: string; readonly operator: 'in'; readonly value: readonly unknown[] }
  | { readonly is: 'field'; readonly field: string; readonly operator: 'null' }
  /** At or below records of a tree; only on its way to the ids that are meant (`in`). */
  | { readonly is: 'field'; readonly field: string; readonly operator: 'under'; readonly value: readonly unknown[] }
  | RelatedCondition
  | SearchCondition

/** Some record that a belongsTo points to, or that points here by a hasMany, fulfils a condition of its own. */
interface RelatedCondition {
  readonly is: 'related'
  /** The belongsTo field or the hasMany relation. */
  readonly through: string
  readonly of: Condition
}

/** A text that any of several fields may contain, each in the rows where it may be looked into; found through the index of each. */
interface SearchCondition {
  readonly is: 'search'
  readonly in: readonly { readonly field: string; readonly value: string; readonly where: Condition }[]
}

type FieldCondition = Extract<Condition, { is: 'field' }>

export const always: Condition = { is: 'always' }
export const never: Condition = { is: 'never' }

export function all(conditions: readonly Condition[]): Condition {
  const of = conditions.filter(({ is }) => is !== 'always')
  if (of.some(({ is }) => is === 'never')) return never
  return of.length > 1 ? { is: 'all', of } : (of[0] ?? always)
}

export function any(conditions: readonly Condition[]): Condition {
  const of = conditions.filter(({ is }) => is !== 'never')
  if (of.some(({ is }) => is === 'always')) return always
  return of.length > 1 ? { is: 'any', of } : (of[0] ?? never)
}

export function not(condition: Condition): Condition {
  if (condition.is === 'always') return never
  if (condition.is === 'never') return always
  return condition.is === 'not' ? condition.of : { is: 'not', of: condition }
}

/** The condition of a definition (`{ status: 'active' }`) in the form that becomes SQL. */
export function recordCondition(condition: RecordCondition): Condition {
  const of = Object.entries(condition).map(([field, value]): Condition => {
    if (value === null) return { is: 'field', field, operator: 'null' }
    if (typeof value === 'object') return { is: 'field', field, operator: 'in', value: [...value] }
    return { is: 'field', field, operator: 'eq', value }
  })
  return all(of)
}

/**
 * The condition as an SQL expression that is true for just the rows that fulfil it, and false or null for the others: negation goes down to
 * the leaves, where an empty value counts as different.
 * `table` is the quoted name or alias of the rows.
 */
export function conditionSql(
  text: SqlText,
  resource: Resource,
  condition: Condition,
  table: string,
  negated = false,
): string {
  switch (condition.is) {
    case 'always':
    case 'never':
      return (condition.is === 'always') === negated ? '1 = 0' : '1 = 1'
    case 'not':
      return conditionSql(text, resource, condition.of, table, !negated)
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => conditionSql(text, resource, part, table, negated))
      return `(${parts.join((condition.is === 'all') === negated ? ' OR ' : ' AND ')})`
    }
    case 'search':
      return searchSql(text, resource, condition, { table, negated })
    case 'related':
      return `${negated ? 'NOT ' : ''}${exists(relatedSql(text, resource, condition, table))}`
    case 'field': {
      const field = fieldOf(resource, condition.field)
      if (!field) throw new Error(`${resource.name} has no field "${condition.field}"`)
      if (field.kind === 'manyToMany') return memberSql(text, resource, condition, table, negated)
      if (field.column?.type === 'list' && condition.operator !== 'null')
        return listSql(text, field, condition, table, negated)
      return columnSql(text, field, condition, table, negated)
    }
  }
}

const comparisons = { lt: ['<', '>='], lte: ['<=', '>'], gt: ['>', '<='], gte: ['>=', '<'] } as const

function columnSql(text: SqlText, field: Field, condition: FieldCondition, table: string, negated: boolean): string {
  if (!field.column) throw new Error(`"${condition.field}" has no column`)
  const column = `${table}.${quoted(columnName(condition.field, field))}`
  const orEmpty = (sql: string) => (negated ? `(${sql} OR ${column} IS NULL)` : sql)
  switch (condition.operator) {
    case 'under':
      throw new Error('A part of a tree is put in as ids before.')
    case 'null':
      return `${column} IS ${negated ? 'NOT NULL' : 'NULL'}`
    case 'in':
      if (condition.value.length === 0) return negated ? '1 = 1' : '1 = 0'
      return orEmpty(`${column} ${membership(text, field.column, condition.value, negated)}`)
    case 'like':
    case 'starts':
      return orEmpty(textSql(text, field, condition, table, negated))
    case 'eq':
      return orEmpty(
        `${column} ${negated ? '<>' : '='} ${text.bind(bindOf(text.engine, field.column, condition.value))}`,
      )
    default: {
      const sign = comparisons[condition.operator][negated ? 1 : 0]
      return orEmpty(`${column} ${sign} ${text.bind(bindOf(text.engine, field.column, condition.value))}`)
    }
  }
}

const listBinds = new WeakMap<readonly unknown[], Map<string, string>>()

/** The lists of rules are long and come back with every request: each becomes text once. */
function listBind(engine: SqlText['engine'], column: Column, values: readonly unknown[]): string {
  const known = listBinds.get(values) ?? new Map<string, string>()
  listBinds.set(values, known)
  const key = `${engine} ${column.type}`
  const kept = known.get(key)
  if (kept !== undefined) return kept
  const made = JSON.stringify(values.map((value) => bindOf(engine, column, value)))
  known.set(key, made)
  return made
}

/** One bind however many values: the statement stays the same. */
function membership(text: SqlText, column: Column, values: readonly unknown[], negated: boolean): string {
  const list = text.bind(listBind(text.engine, column, values))
  if (text.engine === 'sqlite') return `${negated ? 'NOT IN' : 'IN'} (SELECT value FROM json_each(${list}))`
  const array = `(ARRAY(SELECT jsonb_array_elements_text(${list}::jsonb)::${castOf(column)}))`
  return negated ? `<> ALL ${array}` : `= ANY ${array}`
}

function textSql(
  text: SqlText,
  field: Field,
  condition: FieldCondition & { value: unknown },
  table: string,
  negated: boolean,
): string {
  const folded = field.search?.column === 'folded'
  const name = folded ? searchColumnName(condition.field) : columnName(condition.field, field)
  const column = `${table}.${quoted(name)}`
  const value = String(condition.value)
  const word = negated ? 'NOT LIKE' : 'LIKE'
  if (condition.operator === 'like') return `${column} ${word} ${text.bind(`%${likePattern(value)}%`)} ESCAPE '\\'`
  // A range can use the index; stored texts on PostgreSQL may be in another collation than bytes.
  if (text.engine === 'postgres' && !folded)
    return `${column} ${word} ${text.bind(`${likePattern(value)}%`)} ESCAPE '\\'`
  const [from, to] = [text.bind(value), text.bind(`${value}\u{10FFFF}`)]
  return negated ? `(${column} < ${from} OR ${column} >= ${to})` : `(${column} >= ${from} AND ${column} < ${to})`
}

/** A multiSelect: whether any of the stored values is among the wanted. */
function listSql(text: SqlText, field: Field, condition: FieldCondition, table: string, negated: boolean): string {
  if (condition.operator === 'null') throw new Error('handled as a column')
  const column = `${table}.${quoted(columnName(condition.field, field))}`
  const wanted = condition.operator === 'in' ? condition.value : [condition.value]
  const list = text.bind(JSON.stringify(wanted))
  const found =
    text.engine === 'sqlite'
      ? `SELECT 1 FROM json_each(${column}) held WHERE held.value IN (SELECT value FROM json_each(${list}))`
      : `SELECT 1 FROM jsonb_array_elements_text(${column}::jsonb) held WHERE held = ANY (ARRAY(SELECT jsonb_array_elements_text(${list}::jsonb)))`
  return `${negated ? 'NOT ' : ''}${exists(found)}`
}

/**
 * Whether there are rows. The limit says nothing new; it keeps SQLite (3.52) from making a join of it, which counts an OFFSET by
 * the rows in here.
 */
function exists(rows: string): string {
  return `EXISTS (${rows} LIMIT 1)`
}

/** A manyToMany: whether any of its records is among the wanted; `null`: whether it has none. */
function memberSql(
  text: SqlText,
  resource: Resource,
  condition: FieldCondition,
  table: string,
  negated: boolean,
): string {
  const join = joinOf(resource, condition.field)
  const rows = `SELECT 1 FROM ${quoted(join.table)} member WHERE member.${join.owner} = ${table}.id${whileGranted(text, join, 'member')}`
  if (condition.operator === 'null') return `${negated ? '' : 'NOT '}${exists(rows)}`
  const wanted = condition.operator === 'in' ? condition.value : [condition.value]
  if (wanted.length === 0) return negated ? '1 = 1' : '1 = 0'
  const member = membership(text, { type: 'reference', resource: '' }, wanted, false)
  return `${negated ? 'NOT ' : ''}${exists(`${rows} AND member.${join.target} ${member}`)}`
}

/** A pair that has run out is none. The second it is becomes a bind: an answer that is kept by its statement holds for that second. */
export function whileGranted(text: SqlText, { granted }: Pick<Through, 'granted'>, alias: string): string {
  if (!granted) return ''
  const now = text.bindMoment(instantBind(text.engine, thisSecondMs()))
  return ` AND (${alias}.expires_at IS NULL OR ${alias}.expires_at > ${now})`
}

/**
 * One sub-select per field, so that each is answered from the index of its column: SQLite walks the index instead of the
 * table, PostgreSQL takes its trigrams. `OFFSET 0` keeps PostgreSQL from walking the index of the sort order instead.
 */
function searchSql(
  text: SqlText,
  resource: Resource,
  { in: fields }: SearchCondition,
  { table, negated }: { table: string; negated: boolean },
): string {
  const guard = text.engine === 'postgres' ? ' OFFSET 0' : ''
  const found = fields.map(({ field: name, value, where }) => {
    const field = fieldOf(resource, name)
    if (!field) throw new Error(`${resource.name} has no field "${name}"`)
    const contains = textSql(text, field, { is: 'field', field: name, operator: 'like', value }, 'f', false)
    const rows = `SELECT id FROM (SELECT f.id FROM ${quoted(resource.table)} f WHERE ${contains}${guard}) found`
    return where.is === 'always'
      ? rows
      : `SELECT t.id FROM ${quoted(resource.table)} t WHERE t.id IN (${rows}) AND ${conditionSql(text, resource, where, 't')}`
  })
  return `${table}.id ${negated ? 'NOT IN' : 'IN'} (${found.join(' UNION ')})`
}

/** The rows at the other end of a relation that fulfil its condition. */
function relatedSql(text: SqlText, resource: Resource, { through, of }: RelatedCondition, table: string): string {
  const alias = text.alias()
  const relation = resource.relations[through]
  const field = resource.fields[through]
  const target = text.resources[relation?.resource ?? field?.format.resource ?? '']
  if (!target) throw new Error(`${resource.name} has no relation "${through}"`)
  const rows = `SELECT 1 FROM ${quoted(target.table)} ${alias}`
  const fulfilled = conditionSql(text, target, of, alias)
  const via = relation && target.fields[relation.via]
  if (relation && via)
    return `${rows} WHERE ${alias}.${quoted(columnName(relation.via, via))} = ${table}.id AND ${fulfilled}`
  if (field?.kind === 'manyToMany') {
    const member = text.alias()
    const { table: pairs, owner, target: other, ...join } = joinOf(resource, through)
    const joined = `JOIN ${quoted(pairs)} ${member} ON ${member}.${other} = ${alias}.id`
    return `${rows} ${joined} WHERE ${member}.${owner} = ${table}.id${whileGranted(text, join, member)} AND ${fulfilled}`
  }
  if (!field) throw new Error(`${resource.name} has no relation "${through}"`)
  return `${rows} WHERE ${alias}.id = ${table}.${quoted(columnName(through, field))} AND ${fulfilled}`
}
