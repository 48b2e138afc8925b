import { createHash } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import type { Session } from '../store/sessions.ts'
import type { Person } from './person.ts'
import { type RuleBook, readingFor } from './rules/book.ts'
import { heldRules } from './rules/held-rules.ts'

/** The same person for as long as they are, so that what is worked out about them is worked out once. */
const people = new WeakMap<RuleBook, LRUCache<string, Person>>()

const peopleKept = 1_000

/** Who is behind a session, with the rules of the groups they are in right now. */
export function personOf(session: Session, book: RuleBook): Person {
  const kept = people.get(book) ?? new LRUCache<string, Person>({ max: peopleKept })
  people.set(book, kept)
  const { user, brand, groups } = session
  const memberships = groups.map(({ id }) => id)
  const key = JSON.stringify([user, brand, memberships, secondOf(book, memberships)])
  const known = kept.get(key)
  if (known) return known
  const person = personIn(book, { user, brand, memberships })
  kept.set(key, person)
  return person
}

interface Someone extends Pick<Person, 'user' | 'brand'> {
  memberships: readonly number[]
}

/** Somebody with the rules of some groups, as a book has them. */
export function personIn(book: RuleBook, { user, brand, memberships }: Someone): Person {
  const groups = memberships
    .flatMap((id) => book.groups.get(id) ?? [])
    .filter(({ active, audience }) => active && audience === 'staff')
  const reading = readingFor(book, { id: user.id, email: user.email, brand })
  return {
    user,
    brand,
    groups: groups.map(({ id, name }) => ({ id, name })),
    administrator: groups.some(({ system }) => system),
    rules: heldRules(groups, reading),
    version: `${user.id}-${hashOf([brand, groups])}`,
  }
}

/** The rules as they were written: a tree that grows changes what a person reaches, not what they may. */
function hashOf(rights: unknown): string {
  return createHash('sha256').update(JSON.stringify(rights)).digest('base64url').slice(0, 16)
}

/** A rule that speaks of now holds for a second; the others as long as the book. */
function secondOf({ timely }: RuleBook, memberships: readonly number[]): number | undefined {
  return memberships.some((id) => timely.has(id)) ? Math.floor(Date.now() / 1_000) : undefined
}
