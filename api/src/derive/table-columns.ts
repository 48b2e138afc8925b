import type { Column, Field } from '../define/field.ts'
import type { Resource, Resources } from '../define/resource.ts'
import { columnName, isAlwaysThere, rootColumnName, rootOf, searchColumnName } from './columns.ts'
import type { ColumnSchema } from './schema.ts'

/** The columns of a resource's table: `id`, those of the fields with their hidden companions, `path` of a tree, and those of every record. */
export function columnsOf(resource: Resource, resources: Resources): ColumnSchema[] {
  const fields = Object.entries(resource.fields)
  const rooted = new Set(fields.flatMap(([, field]) => rootOf(field) ?? []))
  return [
    { name: 'id', type: 'integer', nullable: false },
    ...fields.flatMap(([name, field]) => [
      ...fieldColumns(name, field, resources),
      ...(rooted.has(name) ? [rootColumn(name, field)] : []),
    ]),
    ...pathColumns(resource),
    { name: 'version', type: 'integer', nullable: false, default: 1 },
    { name: 'created_at', type: 'instant', nullable: false },
    { name: 'updated_at', type: 'instant', nullable: false },
  ]
}

function fieldColumns(name: string, field: Field, resources: Resources): ColumnSchema[] {
  if (!field.column) return []
  const folded = field.search?.column === 'folded'
  const { references, ...type } = typeOf(field.column, resources)
  const column: ColumnSchema = {
    name: columnName(name, field),
    ...type,
    nullable: !isAlwaysThere(field),
    ...(field.column.type === 'string' && !folded && { binary: true as const }),
    ...defaultOf(field),
    ...(references && { references }),
  }
  return folded ? [column, searchColumn(name, column)] : [column]
}

/** Numbers of people may pass what 32 bits hold, and decimals are stored with their digits moved; ids stay below by decision. */
function typeOf(column: Column, resources: Resources): Pick<ColumnSchema, 'type' | 'length' | 'references'> {
  switch (column.type) {
    case 'reference': {
      const target = resources[column.resource]
      if (!target) throw new Error(`There is no resource "${column.resource}"; npm run check says where it is named.`)
      return { type: 'integer', references: { table: target.table, onDelete: column.onDelete ?? 'restrict' } }
    }
    case 'string':
      return { type: 'string', length: column.length }
    case 'integer':
    case 'decimal':
      return { type: 'bigint' }
    default:
      return { type: column.type }
  }
}

/** The stored form of a constant default. A reference has none, since the row it names may be missing. */
function defaultOf({ column, input, options }: Field): Pick<ColumnSchema, 'default'> {
  if (options.default === undefined || options.default === null || !column) return {}
  const { success, data } = input.safeParse(options.default)
  if (!success) return {}
  switch (column.type) {
    case 'reference':
    case 'instant':
      return {}
    case 'decimal':
      return { default: Math.round(Number(data) * 10 ** column.scale) }
    case 'integer':
      return { default: Number(data) }
    case 'boolean':
      return { default: data === true }
    case 'json':
    case 'list':
      return { default: JSON.stringify(data) }
    default:
      return { default: String(data) }
  }
}

/** Without a length: a folded text may be longer than the text. */
function searchColumn(name: string, { name: from }: ColumnSchema): ColumnSchema {
  return { name: searchColumnName(name), type: 'text', nullable: true, binary: true, derived: { as: 'folded', from } }
}

function rootColumn(name: string, field: Field): ColumnSchema {
  return {
    name: rootColumnName(name),
    type: 'integer',
    nullable: true,
    derived: { as: 'root', from: columnName(name, field) },
  }
}

/** Empty only between the insert, which gives the id that the path ends with, and the update after it. 255 characters are 21 levels. */
function pathColumns({ tree, fields }: Resource): ColumnSchema[] {
  const parent = tree === undefined ? undefined : fields[tree]
  if (tree === undefined || !parent) return []
  const derived = { as: 'path', from: columnName(tree, parent) } as const
  return [{ name: 'path', type: 'string', length: 255, nullable: true, binary: true, derived }]
}
