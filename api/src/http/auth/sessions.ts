import { Hono } from 'hono'
import { Missing } from '../../contract/errors.ts'
import { endOtherSessions, endSessionById, listSessions, type SessionStore } from '../../store/sessions.ts'
import type { Env } from '../env.ts'
import { idOf } from '../resources/parameters.ts'

/** `/sessions`: where one's account is open, and ending that; one's own also while one looks through another's eyes. */
export function sessionRoutes(sessions: SessionStore): Hono<Env> {
  return new Hono<Env>()
    .get('/', async (c) => {
      const { person } = c.var
      const entries = await listSessions(sessions, (person.within ?? person).user.id)
      return c.json(entries.map((entry) => ({ ...entry, current: entry.id === c.var.session })))
    })
    .delete('/', async (c) => {
      await endOtherSessions(sessions, c.var.person.user.id, c.var.session)
      return c.body(null, 204)
    })
    .delete('/:id', async (c) => {
      const ended = await endSessionById(sessions, c.var.person.user.id, idOf(c.req.param('id')))
      if (!ended) throw new Missing()
      return c.body(null, 204)
    })
}
