import type { Resource, Resources } from '../define/resource.ts'
import { joinTableName } from './columns.ts'
import { indexesOf, indexOf } from './indexes.ts'
import type { TableSchema } from './schema.ts'
import { systemTables } from './system-tables.ts'
import { columnsOf } from './table-columns.ts'

/** Every table of an app, by name: those of the resources, of their manyToMany fields, and the system's own. */
export function tablesOf(resources: Resources): TableSchema[] {
  const declared = Object.values(resources).flatMap((resource) => [
    { name: resource.table, columns: columnsOf(resource, resources), indexes: indexesOf(resource) },
    ...joinTables(resource, resources),
  ])
  const names = new Set(declared.map(({ name }) => name))
  const tables = [...declared, ...systemTables.filter(({ name }) => !names.has(name))]
  return complete(tables).sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Rows of the target are not lost while someone points to them; the pointing row may go and takes its pointers along. */
function joinTables(resource: Resource, resources: Resources): TableSchema[] {
  return Object.entries(resource.fields).flatMap(([name, field]) => {
    const target = field.kind === 'manyToMany' ? resources[field.format.resource ?? ''] : undefined
    if (!target) return []
    const table = joinTableName(resource, name)
    return {
      name: table,
      primaryKey: ['owner_id', 'target_id'],
      columns: [
        {
          name: 'owner_id',
          type: 'integer',
          nullable: false,
          references: { table: resource.table, onDelete: 'cascade' },
        },
        {
          name: 'target_id',
          type: 'integer',
          nullable: false,
          references: { table: target.table, onDelete: 'restrict' },
        },
      ],
      indexes: [indexOf(table, ['target_id', 'owner_id'])],
    }
  })
}

/** Without users there is nobody to have a session: an app made of a few resources alone, as in tests, does without such tables. */
function complete(tables: readonly TableSchema[]): TableSchema[] {
  const names = new Set(tables.map(({ name }) => name))
  const whole = tables.filter(({ columns }) =>
    columns.every(({ references }) => !references || names.has(references.table)),
  )
  return whole.length === tables.length ? [...tables] : complete(whole)
}
