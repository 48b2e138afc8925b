import type { Session } from '../store/sessions.ts'
import type { Person } from './person.ts'

/** The same person for as long as they are, so that what is worked out about them is worked out once. */
const people = new WeakMap<Session, Person>()

/** Who is behind a session, with the groups they are in right now. */
export function personOf(session: Session): Person {
  const known = people.get(session)
  if (known) return known
  const { user, groups, rulesVersion } = session
  const person = {
    user,
    groups: groups.map(({ id, name }) => ({ id, name })),
    administrator: groups.some(({ system }) => system),
    version: [user.id, rulesVersion, ...groups.map(({ id }) => id)].join('-'),
  }
  people.set(session, person)
  return person
}
