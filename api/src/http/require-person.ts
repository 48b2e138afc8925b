import { createMiddleware } from 'hono/factory'
import { personOf } from '../access/person-of.ts'
import { Forbidden, Unauthenticated } from '../contract/errors.ts'
import { findSession, type SessionStore, touchSession } from '../store/sessions.ts'
import type { Env } from './env.ts'
import { hasBearer } from './floor/same-origin.ts'
import { readSessionCookie } from './session-cookie.ts'

/** Lets in who has a living session, and tells every answer the version of their rules. */
export function requirePerson(sessions: SessionStore) {
  return createMiddleware<Env>(async (c, next) => {
    // A request exempt from the same-origin check may not be carried by the cookie a browser adds on its own.
    const token = hasBearer(c) ? undefined : readSessionCookie(c)
    const session = token === undefined ? undefined : await findSession(sessions, token)
    if (!session) throw new Unauthenticated()
    await touchSession(sessions, session)
    const person = personOf(session)
    c.set('person', person)
    c.set('session', session.id)
    c.header('X-Ability-Version', person.version)
    await next()
  })
}

/** Keeps out who still has a password that somebody else chose. */
export const requireOwnPassword = createMiddleware<Env>(async (c, next) => {
  if (c.var.person.user.mustChangePassword) throw new Forbidden({ code: 'password-change-required' })
  await next()
})
