import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Group } from '../store/groups.ts'
import type { Session } from '../store/sessions.ts'
import type { Viewed } from '../store/viewing.ts'
import type { Person } from './person.ts'
import { type RuleBook, readingFor } from './rules/book.ts'
import { heldOnce } from './rules/held-once.ts'

/** The same person for as long as they are, so that what is worked out about them is worked out once. */
const people = new WeakMap<RuleBook, LRUCache<string, Person>>()

const peopleKept = 1_000

/** Who is behind a session, with the rules of the groups they are in right now; who looks through another's eyes, as that one within themselves. */
export function personOf({ user, brand, groups, viewed }: Session, book: RuleBook): Person {
  const own = keptPerson(book, { user, brand, memberships: groups.map(({ id }) => id) })
  return viewed ? seenAs(own, viewed, book) : own
}

function keptPerson(book: RuleBook, someone: Someone, view?: Required<Pick<Person, 'within' | 'viewing'>>): Person {
  const kept = people.get(book) ?? new LRUCache<string, Person>({ max: peopleKept })
  people.set(book, kept)
  const key = JSON.stringify([someone, secondOf(book, someone.memberships), view?.within.version])
  const known = kept.get(key)
  if (known && known.within === view?.within) return known
  const person = personIn(book, someone)
  const whole = view ? { ...person, ...view, version: `${person.version}-${view.within.version}` } : person
  kept.set(key, whole)
  return whole
}

/** Somebody as another sees the panel who may do no less: never more than both may. */
function seenAs(within: Person, viewed: Viewed, book: RuleBook): Person {
  const { mustChangePassword } = within.user
  if ('user' in viewed) {
    const { user, brand, memberships } = viewed
    const viewing = { user: { id: user.id, name: user.name } }
    return keptPerson(book, { user: { ...user, mustChangePassword }, brand, memberships }, { within, viewing })
  }
  const { group: id, brand } = viewed
  const name = book.groups.get(id)?.name ?? `#${id}`
  const viewing = { group: { id, name }, ...(brand === null && { noBrand: true as const }) }
  return keptPerson(book, { user: within.user, brand, memberships: [id] }, { within, viewing })
}

interface Someone extends Pick<Person, 'user' | 'brand'> {
  memberships: readonly number[]
}

/** Somebody with the rules of some groups, as a book has them. */
export function personIn(book: RuleBook, { user, brand, memberships }: Someone, atMs = Date.now()): Person {
  const groups = memberships
    .flatMap((id) => book.groups.get(id) ?? [])
    .filter(({ active, audience }) => active && audience === 'staff')
  const reading = readingFor(book, { id: user.id, email: user.email, brand }, atMs)
  return {
    user,
    brand,
    groups: groups.map(({ id, name }) => ({ id, name })),
    administrator: groups.some(({ system }) => system),
    rules: heldOnce(groups, reading),
    version: `${user.id}-${hashOf([brand, ...groups.map(writtenHash)])}`,
  }
}

const hashes = new WeakMap<Group, string>()

/** A group as it was written: a tree that grows changes what a person reaches, not what they may. */
function writtenHash(group: Group): string {
  const hash = hashes.get(group) ?? hashOf(group)
  hashes.set(group, hash)
  return hash
}

function hashOf(rights: unknown): string {
  return createHash('sha256').update(JSON.stringify(rights)).digest('base64url').slice(0, 16)
}

/** A rule that speaks of now holds for a second; the others as long as the book. */
function secondOf({ timely }: RuleBook, memberships: readonly number[]): number | undefined {
  return memberships.some((id) => timely.has(id)) ? Math.floor(Date.now() / 1_000) : undefined
}
