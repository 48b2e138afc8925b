import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { metadata } from '../../records/metadata.ts'
import type { Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'

/** `GET /api/meta`: the resources this person may see. */
export function metaRoutes(panel: Panel): Hono<Env> {
  return new Hono<Env>().get('/', (c) => {
    const resources = metadata(panel, c.var.person, c.var.language)
    const version = createHash('sha1').update(JSON.stringify(resources)).digest('base64url')
    const etag = `"${version}"`
    c.header('ETag', etag)
    c.header('Cache-Control', 'private, no-cache')
    if (c.req.header('If-None-Match') === etag) return c.body(null, 304)
    return c.json({ resources, version })
  })
}
