import { Forbidden } from '../contract/errors.ts'
import { baseFields, type Resource } from '../define/resource.ts'
import type { RowAccess } from '../store/read/access-json.ts'
import { all, always, type Condition, never } from '../store/sql/condition.ts'
import type { Person } from './person.ts'
import { denialsOf, fieldRows, rowsOf } from './rows.ts'
import { among, throughReference } from './simpler.ts'

/** @throws Forbidden when the person may do this on no row at all */
export function demand(person: Person, action: string, resource: Resource): void {
  if (rowsOf(person, action, resource).is === 'never')
    throw new Forbidden({ asked: { action, subject: resource.name } })
}

/**
 * Where a field may be read, of the rows that may be read: `always`, `never`, or the condition under which it is there. One rule
 * more with a condition does not make a field conditional that every readable row shows anyway.
 */
export const shownWhere = workedOutOnce((person, resource, name: string): Condition => {
  if (resource.fields[name]?.kind === 'password') return never
  if (name === 'id' || name === 'version') return always
  const rows = rowsOf(person, 'read', resource)
  return rows.is === 'never' ? never : among(rows, fieldRows(person, 'read', resource, name))
})

/**
 * Where the value of a field may be known as it is: where it may be read, and revealed if it is masked. Filters, search and
 * sorting look into these rows alone.
 */
export const plainWhere = workedOutOnce((person, resource, name: string): Condition => {
  const shown = shownWhere(person, resource, name)
  if (!resource.fields[name]?.options.masked || shown.is === 'never') return shown
  const revealed = fieldRows(person, 'reveal', resource, name)
  return among(rowsOf(person, 'read', resource), all([shown, revealed]))
})

/** Whether a field may be read on some row. Secrets never, by nobody. */
export function mayRead(person: Person, resource: Resource, name: string): boolean {
  return shownWhere(person, resource, name).is !== 'never'
}

/** Fields that may be read on some row, in the order of the definition. */
export function readableFields(person: Person, resource: Resource): string[] {
  return [...Object.keys(resource.fields), ...baseFields].filter((name) => mayRead(person, resource, name))
}

/** Fields this person may set on some record, when making one (`create`) or changing one (`update`). */
export function writableFields(person: Person, action: 'create' | 'update', resource: Resource): string[] {
  return settableFields(action, resource).filter((name) => fieldRows(person, action, resource, name).is !== 'never')
}

/** Fields that a client may set at all. */
export function settableFields(action: 'create' | 'update', { fields }: Pick<Resource, 'fields'>): string[] {
  return Object.entries(fields)
    .filter(
      ([, { kind, options }]) =>
        kind !== 'virtual' && !options.readOnly && (action === 'create' || !options.createOnly),
    )
    .map(([name]) => name)
}

/** Where the title of a record may be read. */
export const titleRows = workedOutOnce(
  (person, resource): Condition =>
    all([rowsOf(person, 'read', resource), shownWhere(person, resource, resource.title)]),
)

/** The same for a reference of records that may be read themselves: what is known of those says much of the record they point to. */
export function titleRowsThrough(person: Person, resource: Resource, field: string, target: Resource): Condition {
  const rows = titleRows(person, target)
  return rows.is === 'always' || rows.is === 'never' || !isKnownThrough(person, resource, field, rows) ? rows : always
}

const isKnownThrough = workedOutOnce((person, resource, field: string, rows: Condition): boolean => {
  return among(rowsOf(person, 'read', resource), throughReference(field, rows)).is === 'always'
})

/** What a person may do to the rows of a resource that they may read, as every record says it under `_access`. */
export const rowAccess = workedOutOnce((person, resource): RowAccess => {
  const readable = Object.keys(resource.fields).filter((name) => resource.fields[name]?.kind !== 'password')
  const settable = new Set(settableFields('update', resource))
  const seen = rowsOf(person, 'read', resource)
  const may = (action: string) => among(seen, rowsOf(person, action, resource))
  const hidden = readable.filter((name) => resource.fields[name]?.options.masked)
  const maySet = (name: string) => among(seen, fieldRows(person, 'update', resource, name))
  return {
    update: may('update'),
    delete: may('delete'),
    actions: Object.fromEntries(Object.keys(resource.actions).map((name) => [name, may(name)])),
    denials: Object.fromEntries(
      ['update', 'delete', ...Object.keys(resource.actions)].map((action) => [
        action,
        denialsOf(person, { action, subject: resource.name }).map(({ id, condition }) => ({
          rule: id,
          rows: among(seen, condition),
        })),
      ]),
    ),
    shown: Object.fromEntries(
      [...readable, 'createdAt', 'updatedAt'].map((name) => [name, shownWhere(person, resource, name)]),
    ),
    plain: Object.fromEntries(hidden.map((name) => [name, plainWhere(person, resource, name)])),
    revealable: Object.fromEntries(
      hidden.map((name) => [name, among(seen, fieldRows(person, 'revealWithReason', resource, name))]),
    ),
    writable: Object.fromEntries(
      Object.keys(resource.fields).map((name) => [name, settable.has(name) ? maySet(name) : never]),
    ),
  }
})

/** The answer for a person and a resource does not change while the person is the same: requests of a session share it. */
export function workedOutOnce<T, Rest extends [] | [name: string, ...more: Condition[]]>(
  work: (person: Person, resource: Resource, ...rest: Rest) => T,
): (person: Person, resource: Resource, ...rest: Rest) => T {
  const answers = new WeakMap<Person, Map<Resource, Map<string, T>>>()
  return (person, resource, ...rest) => {
    const ofPerson = answers.get(person) ?? new Map<Resource, Map<string, T>>()
    answers.set(person, ofPerson)
    const ofResource = ofPerson.get(resource) ?? new Map<string, T>()
    ofPerson.set(resource, ofResource)
    const key = rest[0] ?? ''
    const answer = ofResource.get(key) ?? work(person, resource, ...rest)
    ofResource.set(key, answer)
    return answer
  }
}
