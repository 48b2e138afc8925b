import type { Context } from 'hono'
import { deleteCookie, getCookie, setCookie } from 'hono/cookie'

/**
 * `__Host-sid`: the prefix makes browsers keep it only when it is Secure, has no Domain and Path=/, so that no other host can set it.
 * Without an end of its own: it goes with the browser, and the server knows when it is over.
 */
const attributes = { prefix: 'host', path: '/', secure: true, httpOnly: true, sameSite: 'Strict' } as const

/** The token the request came with. */
export function readSessionCookie(c: Context): string | undefined {
  return getCookie(c, 'sid', 'host')
}

export function writeSessionCookie(c: Context, token: string): void {
  setCookie(c, 'sid', token, attributes)
}

export function clearSessionCookie(c: Context): void {
  deleteCookie(c, 'sid', attributes)
}
