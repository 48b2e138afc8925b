import { createMiddleware } from 'hono/factory'
import type { Logger } from 'pino'
import type { Env } from '../env.ts'

/** One line per request: no query, no body, no header, and of the path only what cannot be a personal value. */
export function requestLog(log: Logger) {
  return createMiddleware<Env>(async (c, next) => {
    const startedAt = performance.now()
    await next()
    const level = c.req.path.startsWith('/api/') || c.res.status >= 400 ? 'info' : 'debug'
    log[level]({
      request: c.var.requestId,
      method: c.req.method,
      path: plainPath(c.req.path),
      status: c.res.status,
      ms: Math.round((performance.now() - startedAt) * 10) / 10,
    })
  })
}

/** Names of routes and ids stay; a segment that could be a CPF, an e-mail address or a token becomes `*`. */
function plainPath(path: string): string {
  return path
    .split('/')
    .map((segment) => (/^([a-zA-Z-]{0,40}|\d{1,10})$/.test(segment) ? segment : '*'))
    .join('/')
}
