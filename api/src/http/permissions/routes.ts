import type { MiddlewareHandler } from 'hono'
import { type Context, Hono } from 'hono'
import type { Panel } from '../../records/panel.ts'
import { type Asker, demandRules } from '../../records/permissions/asker.ts'
import { explain } from '../../records/permissions/explain/explain.ts'
import { impact } from '../../records/permissions/impact/impact.ts'
import { review } from '../../records/permissions/review.ts'
import { vocabulary } from '../../records/permissions/speech.ts'
import { viewAs, viewAsOneself } from '../../records/permissions/view-as.ts'
import { demandWho, who } from '../../records/permissions/who.ts'
import type { Env } from '../env.ts'
import { valid, wellFormed } from '../valid.ts'
import { draftBody, explainBody, viewBody, vocabularyQuery, whoQuery } from './bodies.ts'

/** Who asks about rights. */
export const askerOf = (panel: Panel, c: Context<Env>): Asker => ({
  panel,
  person: c.var.person,
  language: c.var.language,
})

/** Asks whether the person may ask at all, before anything they sent is looked at. */
export function asked(panel: Panel, demanded: (asker: Asker) => void): MiddlewareHandler<Env> {
  return async (c, next) => {
    demanded(askerOf(panel, c))
    await next()
  }
}

/** `/api/permissions`: why somebody may do something, who may, and what a change of a group would change. */
export function permissionRoutes(panel: Panel): Hono<Env> {
  const asker = (c: Context<Env>) => askerOf(panel, c)
  const draft = draftBody(panel.resources)
  const rules = asked(panel, demandRules)
  return new Hono<Env>()
    .get('/vocabulary', rules, wellFormed('query', vocabularyQuery), (c) =>
      c.json(vocabulary(asker(c), c.req.valid('query').audience)),
    )
    .post('/explain', valid('json', explainBody), async (c) => c.json(await explain(asker(c), c.req.valid('json'))))
    .get('/who', asked(panel, demandWho), wellFormed('query', whoQuery), async (c) =>
      c.json(await who(asker(c), c.req.valid('query'))),
    )
    .post('/review', rules, valid('json', draft), async (c) => c.json(await review(asker(c), c.req.valid('json'))))
    .post('/impact', rules, valid('json', draft), async (c) => c.json(await impact(asker(c), c.req.valid('json'))))
    .post('/view-as', rules, valid('json', viewBody), async (c) =>
      c.json(await viewAs(asker(c), c.var.session, c.req.valid('json'))),
    )
    .delete('/view-as', async (c) => {
      await viewAsOneself(asker(c), c.var.session)
      return c.body(null, 204)
    })
}
