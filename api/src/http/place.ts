import type { Context } from 'hono'
import type { Place } from '../store/sessions.ts'
import type { Env } from './env.ts'

/** Where a request comes from, as the list of sessions shows it. */
export function placeOf(c: Context<Env>): Place {
  return { address: c.var.address, agent: c.req.header('user-agent') }
}
