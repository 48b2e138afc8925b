import { Forbidden } from '../contract/errors.ts'
import type { RecordAccess } from '../contract/metadata.ts'
import { baseFields, type Resource } from '../define/resource.ts'
import { always, type Condition, never } from '../store/sql/condition.ts'
import { abilityOf } from './ability.ts'
import type { Person } from './person.ts'

/** The rows of a resource on which a person may do something; `never` when there is none. */
export function rowsOf(person: Person, action: string, resource: Resource): Condition {
  return abilityOf(person).can(action, resource.name) ? always : never
}

/** @throws Forbidden when the person may do this on no row at all */
export function demand(person: Person, action: string, resource: Resource): void {
  if (rowsOf(person, action, resource).is === 'never') throw new Forbidden()
}

/** Fields that may be read on some row, in the order of the definition. Secrets are never among them, for anybody. */
export const readableFields = workedOutOnce((person, resource): readonly string[] =>
  [...Object.keys(resource.fields), ...baseFields].filter((name) => mayRead(person, resource, name)),
)

export function mayRead(person: Person, resource: Resource, name: string): boolean {
  if (resource.fields[name]?.kind === 'password') return false
  return abilityOf(person).can('read', resource.name, name)
}

/** Fields this person may set when making a record (`create`) or changing one (`update`). */
export function writableFields(person: Person, action: 'create' | 'update', resource: Resource): string[] {
  return Object.entries(resource.fields)
    .filter(
      ([, { kind, options }]) =>
        kind !== 'virtual' && !options.readOnly && (action === 'create' || !options.createOnly),
    )
    .map(([name]) => name)
    .filter((name) => abilityOf(person).can(action, resource.name, name))
}

/** `_access` of every record of a resource, as JSON. */
export const recordAccessJson = workedOutOnce((person, resource) => JSON.stringify(recordAccess(person, resource)))

/** What a person may do to the records of a resource, as every record says it under `_access`. */
export function recordAccess(person: Person, resource: Resource): RecordAccess {
  const may = (action: string) => rowsOf(person, action, resource).is !== 'never'
  const writable = new Set(writableFields(person, 'update', resource))
  const readable = readableFields(person, resource)
  const update = may('update')
  return {
    update,
    delete: may('delete'),
    actions: Object.keys(resource.actions).filter(may),
    fields: {
      hidden: Object.keys(resource.fields).filter(
        (name) => resource.fields[name]?.kind !== 'password' && !readable.includes(name),
      ),
      readonly: update
        ? Object.keys(resource.fields).filter((name) => readable.includes(name) && !writable.has(name))
        : [],
    },
  }
}

/** The answer for a person and a resource does not change while the person is the same: requests of a session share it. */
function workedOutOnce<T>(work: (person: Person, resource: Resource) => T): (person: Person, resource: Resource) => T {
  const answers = new WeakMap<Person, Map<Resource, T>>()
  return (person, resource) => {
    const known = answers.get(person) ?? new Map<Resource, T>()
    answers.set(person, known)
    const answer = known.get(resource) ?? work(person, resource)
    known.set(resource, answer)
    return answer
  }
}
