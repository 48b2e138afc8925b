import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import type { Person } from '../access/person.ts'
import { personOf } from '../access/person-of.ts'
import { ruleBook } from '../access/rules/book.ts'
import { Forbidden, Unauthenticated } from '../contract/errors.ts'
import type { Resources } from '../define/resource.ts'
import { findSession, type Session, type SessionStore, touchSession } from '../store/sessions.ts'
import type { Env } from './env.ts'
import { hasBearer } from './floor/same-origin.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Where looking through another's eyes begins and ends. */
const viewAsPath = '/api/permissions/view-as'

/** Lets in who has a living session, and tells every answer the version of their rules. To ask is to use the session. */
export function requirePerson(sessions: SessionStore, resources: Resources) {
  return createMiddleware<Env>(async (c, next) => {
    const { person, session } = await whoAsks(c, sessions, resources)
    if (person.within && changes(c)) throw new Forbidden({ code: 'read-only' })
    await touchSession(sessions, session)
    c.set('person', person)
    c.set('session', session.id)
    c.header('X-Ability-Version', person.version)
    await next()
  })
}

/** Who looks through another's eyes changes nothing, but may look through their own again. */
function changes({ req: { method, path } }: Context<Env>): boolean {
  return method !== 'GET' && method !== 'HEAD' && !(method === 'DELETE' && path === viewAsPath)
}

/** Who is behind a request, with the rules they have at this moment. @throws Unauthenticated */
export async function whoAsks(
  c: Context<Env>,
  sessions: SessionStore,
  resources: Resources,
): Promise<{ person: Person; session: Session }> {
  // A request exempt from the same-origin check may not be carried by the cookie a browser adds on its own.
  const token = hasBearer(c) ? undefined : readSessionCookie(c)
  const session = token === undefined ? undefined : await findSession(sessions, token)
  if (!session) throw new Unauthenticated()
  const person = personOf(session, await ruleBook(sessions.database, resources, session.rulesVersion))
  return { person, session }
}

/** Keeps out who still has a password that somebody else chose. */
export const requireOwnPassword = createMiddleware<Env>(async (c, next) => {
  if (c.var.person.user.mustChangePassword) throw new Forbidden({ code: 'password-change-required' })
  await next()
})
