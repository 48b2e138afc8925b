import { type Context, Hono } from 'hono'
import { z } from 'zod'
import { plainLine } from '../../define/plain-text.ts'
import type { Resource } from '../../define/resource.ts'
import { blankToNull, createBody, updateBody } from '../../derive/validators.ts'
import { create } from '../../records/create.ts'
import { history } from '../../records/history/history.ts'
import { list } from '../../records/list.ts'
import { lookup } from '../../records/lookup.ts'
import type { Asking, Panel } from '../../records/panel.ts'
import { read, type View } from '../../records/read.ts'
import { remove } from '../../records/remove.ts'
import { reveal } from '../../records/reveal.ts'
import type { Saved } from '../../records/save.ts'
import { update } from '../../records/update.ts'
import type { Env } from '../env.ts'
import { valid } from '../valid.ts'
import { actionRoutes } from './actions.ts'
import { answerJson, answerUnlessKnown } from './answer.ts'
import { conditional, permitted, permittedKeys, validRecord } from './body.ts'
import { fileRoutes } from './files.ts'
import { expectedOf, idOf, listParameters, overridesOf, parametersOf } from './parameters.ts'

/** Which masked field, and what for: enough words to be read again later. */
const revealBody = z.strictObject({ field: z.string().max(100), reason: plainLine().min(5).max(500) })

/** The addresses of one resource, under `/api/<path>`. Each parses, calls the verb of the same name, and answers. */
export function resourceRoutes(panel: Panel, resource: Resource): Hono<Env> {
  const routes = new Hono<Env>()
  const asking = (c: Context<Env>): Asking => ({
    panel,
    resource,
    person: c.var.person,
    language: c.var.language,
    overrides: overridesOf(c),
  })
  const creation = z.preprocess(blankToNull(resource.fields), createBody(resource))
  const changes = z.preprocess(blankToNull(resource.fields), updateBody(resource))

  routes.get('/', permitted('read', resource), valid('query', listParameters), async (c) => {
    const { body, etag, next, total, capped, estimated } = await list(asking(c), parametersOf(c))
    c.header('X-Total-Count', String(total))
    if (capped) c.header('X-Total-Capped', 'true')
    if (estimated) c.header('X-Total-Estimated', 'true')
    if (next) c.header('X-Next-Cursor', next)
    return answerUnlessKnown(c, body, etag)
  })

  routes.get('/lookup', permitted('read', resource), valid('query', listParameters), async (c) => {
    const { choices, total } = await lookup(asking(c), parametersOf(c))
    c.header('X-Total-Count', String(total))
    return c.json(choices)
  })

  routes.post('/', permitted('create', resource), permittedKeys('create', asking), validRecord(creation), async (c) => {
    const saved = await create(asking(c), c.req.valid('json'))
    c.header('Location', `/api/${resource.path}/${saved.record.id}`)
    return answerSaved(c, saved, 201)
  })

  actionRoutes(routes, panel, resource)
  fileRoutes(routes, panel, resource)

  routes.get('/:id', permitted('read', resource), async (c) => {
    const json = await read(asking(c), idOf(c.req.param('id')))
    c.header('ETag', etagOf(JSON.parse(json)))
    return answerJson(c, json)
  })

  routes.get('/:id/history', permitted('read', resource), valid('query', listParameters), async (c) => {
    const { entries, total } = await history(asking(c), idOf(c.req.param('id')), parametersOf(c))
    c.header('X-Total-Count', String(total))
    return c.json(entries)
  })

  if ('revealWithReason' in resource.verbs) {
    routes.post('/:id/reveal', permitted('revealWithReason', resource), valid('json', revealBody), async (c) =>
      c.json(await reveal(asking(c), { id: idOf(c.req.param('id')), ...c.req.valid('json') })),
    )
  }

  routes.patch(
    '/:id',
    permitted('update', resource),
    conditional,
    permittedKeys('update', asking),
    validRecord(changes),
    async (c) => {
      const saved = await update(asking(c), {
        id: idOf(c.req.param('id')),
        expected: expectedOf(c),
        body: c.req.valid('json'),
      })
      return answerSaved(c, saved, 200)
    },
  )

  routes.delete('/:id', permitted('delete', resource), async (c) => {
    await remove(asking(c), { id: idOf(c.req.param('id')), expected: expectedOf(c) })
    return c.body(null, 204)
  })

  return routes
}

/** A record's version, for `If-Match`; never for 304. */
export function etagOf({ version }: Pick<View, 'version'>): string {
  return `"${version}"`
}

function answerSaved(c: Context<Env>, { record, message, warnings }: Saved, status: 200 | 201): Response {
  if ('version' in record) c.header('ETag', etagOf(record))
  return c.json({ ...record, _message: message, ...(warnings.length > 0 && { _warnings: warnings }) }, status)
}
