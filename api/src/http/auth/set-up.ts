import { Hono } from 'hono'
import { z } from 'zod'
import { Forbidden } from '../../contract/errors.ts'
import { hasUsers, makeAdministrator, usersOf } from '../../records/first-access.ts'
import type { Panel } from '../../records/panel.ts'
import { spendLink } from '../../store/one-time-links.ts'
import { openSession, type SessionStore } from '../../store/sessions.ts'
import type { Env } from '../env.ts'
import { placeOf } from '../place.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { valid } from '../valid.ts'

const text = z.string().max(1_000)

/** The token of the link, and who the first administrator is. */
export const setUpBody = z.strictObject({
  token: text,
  name: text,
  email: text,
  password: text,
  passwordConfirmation: text,
})

/** `POST /set-up`: makes the first administrator for whoever holds the link in the log, and signs them in. */
export function setUpRoutes({ panel, sessions }: { panel: Panel; sessions: SessionStore }): Hono<Env> {
  const { database } = panel
  usersOf(panel)

  return new Hono<Env>().post('/', valid('json', setUpBody), async (c) => {
    const { token, ...administrator } = c.req.valid('json')
    const place = placeOf(c)
    const { id, session } = await database.write(async (scope) => {
      const link = await spendLink(database, scope, { purpose: 'set-up', token })
      if (!link || (await hasUsers(scope))) throw new Forbidden({ detail: { key: 'link.spent' } })
      const id = await makeAdministrator(panel, scope, administrator)
      return { id, session: await openSession(sessions, scope, { ...place, userId: id }) }
    })
    writeSessionCookie(c, session)
    return c.json({ user: { id, name: administrator.name.trim(), email: administrator.email.trim().toLowerCase() } })
  })
}
