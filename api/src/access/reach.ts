import type { Resource } from '../define/resource.ts'
import { all, always, type Condition, never } from '../store/sql/condition.ts'
import { settableFields, shownWhere } from './access.ts'
import type { Person } from './person.ts'
import { fieldRows, rowsAfter, rowsOf } from './rows.ts'

/** What somebody might do: to records at all, or to one field of theirs. */
export interface Deed {
  readonly action: string
  readonly resource: Resource
  readonly field?: string
}

/** The records on which the API lets a person do something: what they do not see they cannot change either. */
export function reachOf(person: Person, { action, resource, field }: Deed): Condition {
  const rows = rowsOf(person, 'read', resource)
  if (action === 'read') return field === undefined ? rows : all([rows, shownWhere(person, resource, field)])
  if (action === 'create') return created(person, { action, resource, field })
  const acted = rowsOf(person, action, resource)
  if (field === undefined) return all([rows, acted])
  if (action === 'update' && !settableFields('update', resource).includes(field)) return never
  return all([rows, acted, fieldRows(person, action, resource, field)])
}

/** What a new record may be. */
function created(person: Person, { resource, field }: Deed): Condition {
  const isSettable = field === undefined || settableFields('create', resource).includes(field)
  if (!isSettable || rowsOf(person, 'create', resource).is === 'never') return never
  const rows = rowsAfter(person, 'create', resource)
  return all([rows, field === undefined ? always : rowsAfter(person, 'create', resource, field)])
}
