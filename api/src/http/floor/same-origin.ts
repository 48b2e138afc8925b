import type { Context } from 'hono'
import { createMiddleware } from 'hono/factory'
import { Forbidden } from '../../contract/errors.ts'
import type { Settings } from '../../settings.ts'
import type { Env } from '../env.ts'

/**
 * Refuses changes that another site makes a browser ask for. Browsers say where a request comes from in Sec-Fetch-Site, older
 * ones in Origin; a request that says neither is refused. Bearer tokens are never sent by a browser on its own: exempt, and
 * `requirePerson` looks at no cookie beside one.
 */
export function sameOrigin({ publicOrigin }: Pick<Settings, 'publicOrigin'>) {
  return createMiddleware<Env>(async (c, next) => {
    if (isSafe(c.req.method) || hasBearer(c)) return next()
    const site = c.req.header('sec-fetch-site')
    const own = site === undefined ? isOwn(c.req.header('origin'), c, publicOrigin) : site === 'same-origin'
    if (!own) throw new Forbidden({ code: 'cross-site' })
    await next()
  })
}

/** Whether the request authenticates itself instead of leaving it to a cookie. */
export function hasBearer(c: Context<Env>): boolean {
  return /^bearer /i.test(c.req.header('authorization') ?? '')
}

function isSafe(method: string): boolean {
  return method === 'GET' || method === 'HEAD' || method === 'OPTIONS'
}

/** By host alone: a proxy that ends TLS hides the scheme from us. */
function isOwn(origin: string | undefined, c: Context<Env>, publicOrigin: string | undefined): boolean {
  if (origin === undefined || !URL.canParse(origin)) return false
  return origin === publicOrigin || new URL(origin).host === (c.req.header('host') ?? new URL(c.req.url).host)
}
