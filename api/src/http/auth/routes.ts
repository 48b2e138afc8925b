import { Hono } from 'hono'
import type { Person } from '../../access/person.ts'
import { skeletonOf } from '../../access/skeleton.ts'
import { signInThrottle } from '../../access/throttle.ts'
import type { Me } from '../../contract/session.ts'
import type { Resources } from '../../define/resource.ts'
import type { Panel } from '../../records/panel.ts'
import type { Settings } from '../../settings.ts'
import type { SessionStore } from '../../store/sessions.ts'
import type { Env } from '../env.ts'
import { requireOwnPassword, requirePerson } from '../require-person.ts'
import { linkRoutes } from './link.ts'
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
  const signedIn = requirePerson(sessions, panel.resources)
  return new Hono<Env>()
    .route('/', signInRoutes({ sessions, throttle, production: settings.production }))
    .route('/set-up', setUpRoutes({ panel, sessions }))
    .route('/link', linkRoutes({ panel, sessions, production: settings.production }))
    .get('/me', signedIn, (c) => c.json(meOf(c.var.person, panel.resources)))
    .use('/password', signedIn)
    .route('/password', passwordRoutes({ panel, sessions, throttle }))
    .use('/sessions/*', signedIn, requireOwnPassword)
    .route('/sessions', sessionRoutes(sessions))
}

function meOf(person: Person, resources: Resources): Me {
  const { user, groups, version, viewing } = person
  return { user, groups: [...groups], rules: skeletonOf(person, resources), version, ...(viewing && { viewing }) }
}
