import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { metadata } from '../../records/metadata.ts'
import type { Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'
import { answerUnlessKnown } from './answer.ts'

/** `GET /api/meta`: the resources this person may see. */
export function metaRoutes(panel: Panel): Hono<Env> {
  return new Hono<Env>().get('/', (c) => {
    const resources = metadata(panel, c.var.person, c.var.language)
    const version = createHash('sha1').update(JSON.stringify(resources)).digest('base64url')
    return answerUnlessKnown(c, JSON.stringify({ resources, version }))
  })
}
