import { randomBytes } from 'node:crypto'
import { createMiddleware } from 'hono/factory'
import type { Settings } from '../../settings.ts'
import type { Env } from '../env.ts'

/**
 * Headers that keep a browser from doing with our answers what we do not mean. Set before the handler runs, so that errors
 * carry them too (and at half the cost of Hono's `secureHeaders`, which rewrites the finished response).
 */
export function securityHeaders({ publicOrigin }: Pick<Settings, 'publicOrigin'>) {
  const headers = Object.entries({
    // What is not a page of the admin needs nothing at all.
    'Content-Security-Policy': "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'DENY',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Opener-Policy': 'same-origin',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Permissions-Policy': 'camera=(), geolocation=(), microphone=(), payment=(), usb=()',
    ...(publicOrigin?.startsWith('https:') && { 'Strict-Transport-Security': 'max-age=31536000; includeSubDomains' }),
  })
  return createMiddleware<Env>(async (c, next) => {
    for (const [name, value] of headers) c.header(name, value)
    await next()
  })
}

/** Lets a page of the admin load from its own origin, and run only the styles that carry the nonce of this answer. */
export const pagePolicy = createMiddleware<Env>(async (c, next) => {
  const nonce = randomBytes(16).toString('base64')
  c.set('nonce', nonce)
  c.header(
    'Content-Security-Policy',
    [
      "default-src 'none'",
      "script-src 'self'",
      `style-src 'self' 'nonce-${nonce}'`,
      "img-src 'self'",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'self'",
      "frame-ancestors 'none'",
    ].join('; '),
  )
  await next()
})
