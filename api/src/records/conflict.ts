import { ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize'
import { Conflict, type FieldError } from '../contract/errors.ts'
import { columnName } from '../derive/columns.ts'
import type { Resource } from '../define/resource.ts'

/** Runs a write; a constraint of the database becomes a conflict that names the field and never the other record. */
export async function namingConflicts<T>(resource: Resource, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof UniqueConstraintError) throw duplicate(resource, columnsOf(error))
    if (error instanceof ForeignKeyConstraintError) throw new Conflict({ key: 'conflict.inUse' })
    throw error
  }
}

function duplicate(resource: Resource, columns: readonly string[]): Conflict {
  const error: FieldError = { key: 'conflict.unique' }
  const names = Object.entries(resource.fields)
    .filter(([name, field]) => field.options.unique && columns.some((column) => column.split('.').at(-1) === columnName(name, field)))
    .map(([name]) => name)
  return new Conflict(error, Object.fromEntries(names.map((name) => [name, [error]])))
}

/** SQLite names the columns of an index of several in a list, PostgreSQL as the keys of an object. */
function columnsOf({ fields }: UniqueConstraintError): string[] {
  return Array.isArray(fields) ? fields.map(String) : Object.keys(fields)
}
