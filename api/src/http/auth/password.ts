import { Hono } from 'hono'
import { z } from 'zod'
import type { Throttle } from '../../access/throttle.ts'
import { changePassword } from '../../records/change-password.ts'
import { usersOf } from '../../records/first-access.ts'
import type { Panel } from '../../records/panel.ts'
import type { SessionStore } from '../../store/sessions.ts'
import type { Env } from '../env.ts'
import { placeOf } from '../place.ts'
import { writeSessionCookie } from '../session-cookie.ts'
import { valid } from '../valid.ts'

interface PasswordParts {
  panel: Panel
  sessions: SessionStore
  throttle: Throttle
}

/** The password one has, and the one it shall be. */
export function passwordBody(panel: Pick<Panel, 'resources'>) {
  const password = usersOf(panel).fields.password?.input ?? z.string()
  return z.strictObject({ current: z.string(), password, passwordConfirmation: z.string() })
}

/** `POST /password`: changes one's own; every session ends, and this browser gets a new one. */
export function passwordRoutes({ panel, sessions, throttle }: PasswordParts): Hono<Env> {
  const body = passwordBody(panel)

  return new Hono<Env>().post('/', valid('json', body), async (c) => {
    const { current, passwordConfirmation } = c.req.valid('json')
    const change = { current, password: String(c.req.valid('json').password), passwordConfirmation }
    const token = await changePassword(
      { panel, sessions, throttle },
      { person: c.var.person, place: placeOf(c), change },
    )
    writeSessionCookie(c, token)
    return c.body(null, 204)
  })
}
