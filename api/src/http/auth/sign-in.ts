import { Hono } from 'hono'
import { z } from 'zod'
import { signIn } from '../../access/sign-in.ts'
import type { Throttle } from '../../access/throttle.ts'
import { endSession, type SessionStore } from '../../store/sessions.ts'
import type { Env } from '../env.ts'
import { placeOf } from '../place.ts'
import { clearSessionCookie, readSessionCookie, writeSessionCookie } from '../session-cookie.ts'
import { wellFormed } from '../valid.ts'

interface SignInParts {
  sessions: SessionStore
  throttle: Throttle
  production: boolean
}

/** No format and no length: whatever is not the right pair is the wrong pair. */
export const credentials = z.strictObject({ email: z.string(), password: z.string() })

/** `POST /sign-in` and `POST /sign-out`. */
export function signInRoutes({ sessions, throttle, production }: SignInParts): Hono<Env> {
  return new Hono<Env>()
    .post('/sign-in', wellFormed('json', credentials), async (c) => {
      const { email, password } = c.req.valid('json')
      const formerToken = readSessionCookie(c)
      const { user, token } = await signIn(sessions, throttle, {
        email,
        password,
        place: placeOf(c),
        formerToken,
        production,
      })
      writeSessionCookie(c, token)
      return c.json({ user })
    })
    .post('/sign-out', async (c) => {
      const token = readSessionCookie(c)
      if (token !== undefined) await sessions.database.write((scope) => endSession(scope, token))
      clearSessionCookie(c)
      return c.body(null, 204)
    })
}
