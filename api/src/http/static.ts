import { existsSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { serveStatic } from '@hono/node-server/serve-static'
import { type Context, Hono } from 'hono'
import type { Env } from './env.ts'
import { pagePolicy } from './floor/security-headers.ts'

/** A year: the name of such a file changes with its content. */
const forEver = 'public, max-age=31536000, immutable'

/**
 * The built admin: its files, compressed ahead of time where the client takes that, and its one page for every other address,
 * since the addresses of screens are made in the browser.
 */
export function adminRoutes(folder: string): Hono<Env> {
  const files = serveStatic<Env>({ root: folder, precompressed: true })
  // ALL instead of GET: an unknown address must not look like one that takes GET only.
  return new Hono<Env>()
    .all('*', (c, next) => {
      if (!isFile(c.req.path)) return next()
      c.header('Cache-Control', c.req.path.startsWith('/assets/') ? forEver : 'no-cache')
      return files(c, next)
    })
    .all('*', async (c, next) => {
      if (!wantsPage(c)) return next()
      return pagePolicy(c, async () => {
        c.res = await page(c, join(folder, 'index.html'))
      })
    })
}

/** Where the built admin is: `admin/dist` beside the package of this file, bundled or not; undefined when it has not been built. */
export function adminFolder(from: string = import.meta.dirname): string | undefined {
  const folder = join(from, 'admin', 'dist')
  if (existsSync(join(folder, 'index.html'))) return folder
  return dirname(from) === from ? undefined : adminFolder(dirname(from))
}

/** The page itself is never served as a file: it would lack its nonce. */
function isFile(path: string): boolean {
  return /\.[a-z0-9]+$/i.test(path) && path !== '/index.html' && !path.startsWith('/api/')
}

function wantsPage(c: Context<Env>): boolean {
  const { method, path } = c.req
  if (method !== 'GET' && method !== 'HEAD') return false
  if (path === '/api' || path.startsWith('/api/') || (isFile(path) && path.startsWith('/assets/'))) return false
  return (c.req.header('accept') ?? '').includes('text/html')
}

async function page(c: Context<Env>, file: string): Promise<Response> {
  c.header('Cache-Control', 'no-store')
  return c.html(withNonce(await readFile(file, 'utf8'), c.var.nonce))
}

/** The nonce for the page's own elements, and in a place where its scripts find it. */
function withNonce(html: string, nonce: string): string {
  return html
    .replace(/<(script|style)\b/g, `<$1 nonce="${nonce}"`)
    .replace(/<head>/, `<head>\n    <meta property="csp-nonce" nonce="${nonce}" />`)
}
