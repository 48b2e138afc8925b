import { settableFields, shownWhere } from '../../../access/access.ts'
import type { Person } from '../../../access/person.ts'
import { fieldRows, rowsOf } from '../../../access/rows.ts'
import { among } from '../../../access/simpler.ts'
import { fieldedActions } from '../../../contract/permissions.ts'
import { baseFields, type Resource } from '../../../define/resource.ts'
import { type Condition, never } from '../../../store/sql/condition.ts'

/** Of the rows that an action reaches: whether a field is open on none, on some, or on all. */
export type FieldClass = 0 | 1 | 2

/** The class of each field for one action; none for actions that reach whole records. */
export function fieldClasses(person: Person, action: string, resource: Resource): ReadonlyMap<string, FieldClass> {
  if (!fieldedActions.some((name) => name === action)) return new Map()
  const names = [...Object.keys(resource.fields), ...baseFields.filter((name) => name !== 'id')]
  return new Map(names.map((name) => [name, classOf(where(person, { action, resource, name }))]))
}

interface One {
  action: string
  resource: Resource
  name: string
}

function where(person: Person, { action, resource, name }: One): Condition {
  if (action === 'read') return shownWhere(person, resource, name)
  if (action === 'create' || action === 'update') {
    if (!settableFields(action, resource).includes(name)) return never
  } else if (!resource.fields[name]?.options.masked) return never
  const rows = rowsOf(person, action, resource)
  return rows.is === 'never' ? never : among(rows, fieldRows(person, action, resource, name))
}

/** A condition as the class of what it is about. */
export function classOf({ is }: Condition): FieldClass {
  if (is === 'never') return 0
  return is === 'always' ? 2 : 1
}

/** The fields of which `after` opens more than `before`. */
export function raised(before: ReadonlyMap<string, FieldClass>, after: ReadonlyMap<string, FieldClass>): string[] {
  return [...after].flatMap(([name, level]) => (level > (before.get(name) ?? 0) ? name : []))
}
