import { Hono } from 'hono'
import { bodyTag } from '../../records/body-tag.ts'
import { metadata } from '../../records/metadata.ts'
import type { Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'
import { answerUnlessKnown } from './answer.ts'

/** `GET /api/meta`: the resources this person may see. */
export function metaRoutes(panel: Panel): Hono<Env> {
  return new Hono<Env>().get('/', (c) => {
    const resources = metadata(panel, c.var.person, c.var.language)
    const version = bodyTag(JSON.stringify(resources)).slice(1, -1)
    const body = JSON.stringify({ resources, version })
    return answerUnlessKnown(c, body, bodyTag(body))
  })
}
