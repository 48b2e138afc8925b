import { createMiddleware } from 'hono/factory'
import { languageOf } from '../../contract/words/index.ts'
import type { Settings } from '../../settings.ts'
import { clientAddress } from '../client-address.ts'
import type { Env } from '../env.ts'

/** Gives every request its language, the address it came from, and the settings. */
export function context(settings: Settings) {
  return createMiddleware<Env>(async (c, next) => {
    c.set('settings', settings)
    c.set('language', languageOf(c.req.header('accept-language')))
    c.set('address', clientAddress(c, settings.trustedProxies))
    await next()
  })
}
