import type { Session } from '../store/sessions.ts'
import type { Person } from './person.ts'

/** Who is behind a session, with the groups they are in right now. */
export function personOf({ user, groups, rulesVersion }: Session): Person {
  return {
    user,
    groups: groups.map(({ id, name }) => ({ id, name })),
    administrator: groups.some(({ system }) => system),
    version: [user.id, rulesVersion, ...groups.map(({ id }) => id)].join('-'),
  }
}
