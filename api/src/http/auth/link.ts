import { Hono } from 'hono'
import { z } from 'zod'
import { usersOf } from '../../records/first-access.ts'
import type { Panel } from '../../records/panel.ts'
import { readPasswordLink, setPasswordByLink } from '../../records/password-link.ts'
import type { SessionStore } from '../../store/sessions.ts'
import type { Env } from '../env.ts'
import { placeOf } from '../place.ts'
import { readSessionCookie, writeSessionCookie } from '../session-cookie.ts'
import { valid } from '../valid.ts'

const token = z.string().max(1_000)

/** The token of a link, in a body: an address would end in logs. */
export const linkBody = z.strictObject({ token })

/** The token, and the password that the account shall have. */
export function linkPasswordBody(panel: Pick<Panel, 'resources'>) {
  const password = usersOf(panel).fields.password?.input ?? z.string()
  return z.strictObject({ token, password, passwordConfirmation: z.string() })
}

interface LinkParts {
  panel: Panel
  sessions: SessionStore
  production: boolean
}

/** `POST /link` says whose password a link is for; `POST /link/password` sets it, once, and signs them in. */
export function linkRoutes({ panel, sessions, production }: LinkParts): Hono<Env> {
  return new Hono<Env>()
    .post('/', valid('json', linkBody), async (c) => {
      const { name, email, purpose } = await readPasswordLink({ panel, production }, c.req.valid('json').token)
      return c.json({ name, email, purpose })
    })
    .post('/password', valid('json', linkPasswordBody(panel)), async (c) => {
      const { token, passwordConfirmation } = c.req.valid('json')
      const { owner, session } = await setPasswordByLink(
        { panel, sessions, production },
        {
          token,
          password: String(c.req.valid('json').password),
          passwordConfirmation,
          place: placeOf(c),
          formerToken: readSessionCookie(c),
        },
      )
      writeSessionCookie(c, session)
      return c.json({ user: { id: owner.id, name: owner.name, email: owner.email } })
    })
}
