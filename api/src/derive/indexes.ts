import { createHash } from 'node:crypto'
import type { Field } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'
import { columnName, fieldOf, isAlwaysThere, rootColumnName, rootOf, scopeOf, sortColumnName } from './columns.ts'
import type { IndexSchema } from './schema.ts'

/** PostgreSQL cuts longer names off, and two of them may then be one. */
const longestName = 63

/**
 * The indexes of a resource's table: references, unique values, the order of its list, the texts that the list shows or searches,
 * and what the definition asks for. Each index costs every write, so a text that stands on the record page alone has none.
 */
export function indexesOf(resource: Resource): IndexSchema[] {
  const fields = Object.entries(resource.fields)
  const unique = fields.flatMap(([name, field]) => [
    ...uniqueIndexes(name, field, resource),
    ...oneIndexes(name, field, resource),
  ])
  const plain = [
    ...fields
      .filter(([name, field]) => isFound(name, field, resource))
      .map(([name, field]) => [sortColumnName(name, field)]),
    ...sortColumns(resource, [resource.list.sort.replace(/^-/, '')]),
    ...resource.indexes.flatMap((names) => sortColumns(resource, names)),
  ].map((columns) => (columns.includes('id') ? columns : [...columns, 'id']))
  return distinct([
    ...unique,
    ...(resource.tree ? [indexOf(resource.table, ['path'], { unique: true })] : []),
    ...plain
      .filter(([first]) => !unique.some(({ columns, where }) => !where && columns.length === 1 && columns[0] === first))
      .map((columns) => indexOf(resource.table, columns)),
    ...resource.list.search.flatMap((name) => trigramIndex(resource, name)),
  ])
}

function trigramIndex({ table, fields }: Resource, name: string): IndexSchema[] {
  const field = fields[name]
  if (!field?.search || !field.column) return []
  const column = sortColumnName(name, field)
  return [{ ...indexOf(table, [column, 'trigram']), columns: [column], using: 'trigram' }]
}

/** An index by its columns; its name says table and columns, and is cut to what both engines take. */
export function indexOf(
  table: string,
  columns: readonly string[],
  { unique, where }: Pick<IndexSchema, 'unique' | 'where'> = {},
): IndexSchema {
  const partial = Object.entries(where ?? {}).map(([column, is]) => (is === 'null' ? `no_${column}` : column))
  const name = [table, ...columns, ...partial].join('__')
  const hash = createHash('sha256').update(name).digest('hex').slice(0, 8)
  const short = name.length > longestName ? `${name.slice(0, longestName - 10)}__${hash}` : name
  return { name: short, columns, ...(unique && { unique }), ...(where && { where }) }
}

/**
 * Whether an index can hold every value of the field: PostgreSQL takes at most 2,700 bytes, and a folded
 * character may need nine of them.
 */
export function fitsIndex({ column, search }: Field): boolean {
  if (!column || column.type === 'json' || column.type === 'list' || column.type === 'text') return false
  return column.type !== 'string' || column.length <= (search?.column === 'folded' ? 255 : 600)
}

function isFound(name: string, field: Field, { list }: Resource): boolean {
  if (!fitsIndex(field)) return false
  const isListed = [list.columns, list.filters, list.search].some((names) => names.includes(name))
  return (
    field.options.index === true ||
    field.column?.type === 'reference' ||
    (isListed && field.search?.column === 'folded') ||
    (list.search.includes(name) && field.search !== undefined)
  )
}

/** Two empty values are never the same to the database: where the scope may be empty, those rows have an index of their own. */
function uniqueIndexes(name: string, field: Field, { table, fields }: Resource): IndexSchema[] {
  if (!field.options.unique || !field.column) return []
  const column = columnName(name, field)
  const root = rootOf(field)
  if (root !== undefined && fields[root]) return [indexOf(table, [rootColumnName(root), column], { unique: true })]
  const scope = scopeOf(field)
  const scopeField = scope === undefined ? undefined : fields[scope]
  if (scope === undefined || !scopeField) return [indexOf(table, [column], { unique: true })]
  const owner = columnName(scope, scopeField)
  const unowned = indexOf(table, [column], { unique: true, where: { [owner]: 'null' } })
  return [indexOf(table, [owner, column], { unique: true }), ...(isAlwaysThere(scopeField) ? [] : [unowned])]
}

/** What `onePer` asks for the database keeps too, whoever writes at the same time. */
function oneIndexes(name: string, field: Field, { table, fields }: Resource): IndexSchema[] {
  const { onePer } = field.options
  const scopeField = onePer === undefined ? undefined : fields[onePer]
  if (onePer === undefined || !scopeField || !field.column) return []
  const [flag, owner] = [columnName(name, field), columnName(onePer, scopeField)]
  const unowned = indexOf(table, [flag], { unique: true, where: { [owner]: 'null', [flag]: 'true' } })
  return [
    indexOf(table, [owner], { unique: true, where: { [flag]: 'true' } }),
    ...(isAlwaysThere(scopeField) ? [] : [unowned]),
  ]
}

/** The columns that sort by these fields, or nothing when one of them cannot stand in an index. */
function sortColumns(resource: Resource, names: readonly string[]): string[][] {
  const columns = names.flatMap((name) => {
    const field = fieldOf(resource, name)
    return field && fitsIndex(field) ? [sortColumnName(name, field)] : []
  })
  return columns.length === names.length && columns[0] !== 'id' ? [columns] : []
}

function distinct(indexes: readonly IndexSchema[]): IndexSchema[] {
  return [...new Map(indexes.map((index) => [index.name, index])).values()]
}
