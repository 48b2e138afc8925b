import { createMiddleware } from 'hono/factory'
import { Malformed } from '../../contract/errors.ts'
import type { Env } from '../env.ts'

/** Refuses an address that is not percent-encoded UTF-8 or holds a NUL: no database could look for it. */
export const wellFormedAddress = createMiddleware<Env>(async (c, next) => {
  if (c.req.url.includes('%') && !isText(c.req.url)) throw new Malformed({ key: 'malformed.address' })
  await next()
})

function isText(url: string): boolean {
  try {
    return !decodeURIComponent(url).includes('\0')
  } catch {
    return false
  }
}
