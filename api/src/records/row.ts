import { fold } from '../contract/fold.ts'
import type { Field } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'
import { columnName, rootColumnName, rootOf, searchColumnName } from '../derive/columns.ts'
import { rootId } from '../store/read/tree.ts'
import { quoted } from '../store/sql/text.ts'
import type { WriteScope } from '../store/types.ts'
import type { Panel } from './panel.ts'
import type { Values } from './settle.ts'

/** The columns that hold these values: folded texts for searching and the roots for `unique: 'brand root'` along with them. */
export async function columnsOfValues(
  panel: Panel,
  resource: Resource,
  { scope, values }: { scope: WriteScope; values: Values },
): Promise<Values> {
  const columns: Values = {}
  for (const [name, value] of Object.entries(values)) {
    const field = resource.fields[name]
    if (!field?.column) continue
    columns[columnName(name, field)] = stored(field.column, value)
    if (field.search?.column === 'folded')
      columns[searchColumnName(name)] = typeof value === 'string' ? fold(value) : null
  }
  for (const name of rootedFields(resource)) {
    if (name in values)
      columns[rootColumnName(name)] = await rootOfReference(panel, resource.fields[name], {
        scope,
        value: values[name],
      })
  }
  return columns
}

function stored(column: NonNullable<Resource['fields'][string]['column']>, value: unknown): unknown {
  return column.type === 'decimal' && typeof value === 'number' ? Math.round(value * 10 ** column.scale) : value
}

/** The belongsTo fields under whose tree root something must be unique. */
export function rootedFields(resource: Resource): string[] {
  return [...new Set(Object.values(resource.fields).flatMap((field) => rootOf(field) ?? []))]
}

/** On PostgreSQL the row stays locked until the commit, so that nobody moves it under another root meanwhile. */
async function rootOfReference(
  { database, resources }: Panel,
  field: Field | undefined,
  { scope, value }: { scope: WriteScope; value: unknown },
): Promise<number | null> {
  const tree = field?.column?.type === 'reference' ? resources[field.column.resource] : undefined
  if (!tree || typeof value !== 'number') return null
  const lock = database.engine === 'postgres' ? ' FOR SHARE' : ''
  const [row] = await scope.read<{ path: string | null }>(
    `SELECT path FROM ${quoted(tree.table)} WHERE id = $1${lock}`,
    [value],
  )
  return row?.path ? rootId(row.path) : null
}
