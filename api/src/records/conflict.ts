import { ForeignKeyConstraintError, UniqueConstraintError } from 'sequelize'
import { Conflict, type FieldError } from '../contract/errors.ts'
import type { Resource } from '../define/resource.ts'
import { columnName } from '../derive/columns.ts'
import { indexesOf } from '../derive/indexes.ts'

/** Runs a write; a constraint of the database becomes a conflict that names the field and never the other record. */
export async function namingConflicts<T>(resource: Resource, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if (error instanceof UniqueConstraintError) throw duplicate(resource, error)
    if (error instanceof ForeignKeyConstraintError) throw new Conflict({ key: 'conflict.gone' })
    throw error
  }
}

/** Runs a deletion; that others still point to the row becomes a conflict that does not say who. */
export async function namingUse<T>(erase: () => Promise<T>): Promise<T> {
  try {
    return await erase()
  } catch (error) {
    if (error instanceof ForeignKeyConstraintError) throw new Conflict({ key: 'conflict.inUse' })
    throw error
  }
}

function duplicate(resource: Resource, error: UniqueConstraintError): Conflict {
  const columns = columnsOf(resource, error.parent)
  if (columns.length === 0 && resource.tree !== undefined) return said({ key: 'conflict.move' }, [resource.tree])
  const names = Object.entries(resource.fields)
    .filter(([name, field]) => field.options.unique && columns.includes(columnName(name, field)))
    .map(([name]) => name)
  return said({ key: 'conflict.unique' }, names)
}

function said(error: FieldError, names: readonly string[]): Conflict {
  return new Conflict(error, Object.fromEntries(names.map((name) => [name, [error]])))
}

/**
 * The columns of the broken index; none when it is of another table. PostgreSQL names the index, whatever the language of
 * its messages; SQLite lists `table.column` in an English message.
 */
function columnsOf(resource: Resource, parent: Error): readonly string[] {
  if ('constraint' in parent) return indexesOf(resource).find(({ name }) => name === parent.constraint)?.columns ?? []
  const [, listed = ''] = /UNIQUE constraint failed: (.+)/.exec(parent.message) ?? []
  return listed.split(', ').flatMap((place) => {
    const [table, column] = place.split('.')
    return table === resource.table && column !== undefined ? column : []
  })
}
