import type { Resource, Resources } from '../define/resource.ts'
import { joinOf, partTableName } from './columns.ts'
import { indexesOf, indexOf } from './indexes.ts'
import type { TableSchema } from './schema.ts'
import { firstRows, systemTables } from './system-tables.ts'
import { columnsOf } from './table-columns.ts'

/** Every table of an app, by name: those of the resources, of their manyToMany fields, and the system's own. */
export function tablesOf(resources: Resources): TableSchema[] {
  const declared = Object.values(resources).flatMap((resource) => [
    {
      name: resource.table,
      columns: columnsOf(resource, resources),
      indexes: indexesOf(resource),
      ...(resource.table in firstRows && { rows: firstRows[resource.table] }),
    },
    ...joinTables(resource, resources),
    ...rulesTables(resource),
  ])
  const names = new Set(declared.map(({ name }) => name))
  const tables = [...declared, ...systemTables.filter(({ name }) => !names.has(name))]
  return complete(tables).sort((one, other) => (one.name < other.name ? -1 : 1))
}

/** Rows of the target are not lost while someone points to them; the pointing row may go and takes its pointers along. */
function joinTables(resource: Resource, resources: Resources): TableSchema[] {
  return Object.entries(resource.fields).flatMap(([name, field]) => {
    const target = field.kind === 'manyToMany' ? resources[field.format.resource ?? ''] : undefined
    if (!target || field.options.through) return []
    const { table } = joinOf(resource, name)
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

/** Rules go with their group. */
function rulesTables(resource: Resource): TableSchema[] {
  return Object.entries(resource.fields).flatMap(([name, { kind }]) => {
    if (kind !== 'permissionRules') return []
    const table = partTableName(resource, name)
    return {
      name: table,
      columns: [
        { name: 'id', type: 'integer', nullable: false },
        {
          name: 'owner_id',
          type: 'integer',
          nullable: false,
          references: { table: resource.table, onDelete: 'cascade' },
        },
        { name: 'position', type: 'integer', nullable: false },
        { name: 'actions', type: 'json', nullable: false },
        { name: 'subject', type: 'string', length: 64, nullable: false },
        { name: 'fields', type: 'json', nullable: true },
        { name: 'conditions', type: 'json', nullable: true },
        { name: 'check', type: 'json', nullable: true },
        { name: 'inverted', type: 'boolean', nullable: false, default: false },
        { name: 'reason', type: 'string', length: 300, nullable: true },
        { name: 'status', type: 'string', length: 16, nullable: false, default: 'ok' },
      ],
      indexes: [indexOf(table, ['owner_id', 'position'], { unique: true })],
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
