import { Hono } from 'hono'
import { Unavailable } from '../contract/errors.ts'
import type { Database } from '../store/types.ts'
import type { Env } from './env.ts'

/** `/healthz`: the process answers. `/readyz`: so does its database, and it has been migrated. */
export function healthRoutes(database: Database): Hono<Env> {
  return new Hono<Env>()
    .get('/healthz', (c) => c.json({ status: 'ok' }))
    .get('/readyz', async (c) => {
      if (!(await isReady(database))) throw new Unavailable()
      return c.json({ status: 'ready' })
    })
}

/** The row is written by the first migration. */
function isReady(database: Database): Promise<boolean> {
  return database.read('SELECT version FROM rbac_state WHERE id = 1').then(
    ([row]) => row !== undefined,
    () => false,
  )
}
