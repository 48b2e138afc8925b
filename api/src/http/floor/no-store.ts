import { createMiddleware } from 'hono/factory'
import type { Env } from '../env.ts'

/** Answers of the API stay out of every cache; a handler whose ETag allows a 304 says `private, no-cache` itself. */
export const noStore = createMiddleware<Env>(async (c, next) => {
  c.header('Cache-Control', 'no-store')
  await next()
})
