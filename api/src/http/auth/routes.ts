import { Hono } from 'hono'
import { rulesOf } from '../../access/ability.ts'
import { signInThrottle } from '../../access/throttle.ts'
import type { Me } from '../../contract/session.ts'
import type { Panel } from '../../records/panel.ts'
import type { Settings } from '../../settings.ts'
import type { SessionStore } from '../../store/sessions.ts'
import type { Env } from '../env.ts'
import { requireOwnPassword, requirePerson } from '../require-person.ts'
import { passwordRoutes } from './password.ts'
import { sessionRoutes } from './sessions.ts'
import { setUpRoutes } from './set-up.ts'
import { signInRoutes } from './sign-in.ts'

interface AuthParts {
  panel: Panel
  sessions: SessionStore
  settings: Pick<Settings, 'signIn' | 'production'>
}

/** `/api/auth`: signing in and out, one's own password and sessions, and who one is. */
export function authRoutes({ panel, sessions, settings }: AuthParts): Hono<Env> {
  const throttle = signInThrottle(panel.database, settings.signIn)
  const signedIn = requirePerson(sessions)
  return new Hono<Env>()
    .route('/', signInRoutes({ sessions, throttle, production: settings.production }))
    .route('/set-up', setUpRoutes({ panel, sessions }))
    .get('/me', signedIn, (c) => c.json(meOf(c.var.person)))
    .use('/password', signedIn)
    .route('/password', passwordRoutes({ panel, sessions, throttle }))
    .use('/sessions/*', signedIn, requireOwnPassword)
    .route('/sessions', sessionRoutes(sessions))
}

function meOf(person: Env['Variables']['person']): Me {
  return { user: person.user, groups: [...person.groups], rules: rulesOf(person), version: person.version }
}
