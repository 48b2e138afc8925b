import type { Context } from 'hono'
import type { Env } from './env.ts'

/**
 * The address a request came from: of the socket, or, behind that many trusted proxies, what the outermost of them saw.
 * Entries further left in X-Forwarded-For are the client's own claims.
 */
export function clientAddress(c: Context<Env>, trustedProxies: number): string {
  const forwarded = (c.req.header('x-forwarded-for') ?? '').split(',').map((part) => part.trim())
  const claimed = trustedProxies > 0 ? forwarded.at(-trustedProxies) : undefined
  // Not there when a test calls the app without a server.
  const seen = c.env?.incoming?.socket.remoteAddress ?? 'unknown'
  return plain(claimed || seen)
}

/** IPv4 over an IPv6 socket is IPv4; anything longer than an address can be is cut. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '').slice(0, 45)
}
