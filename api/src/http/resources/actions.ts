import type { Context, Hono } from 'hono'
import { z } from 'zod'
import { PreconditionRequired } from '../../contract/errors.ts'
import type { ActionTarget } from '../../contract/metadata.ts'
import { maxPageSize } from '../../contract/operators.ts'
import type { Resource } from '../../define/resource.ts'
import { actionBody, blankToNull } from '../../derive/validators.ts'
import { act } from '../../records/act.ts'
import type { Asking, Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'
import { conditional, permitted, validBulk, validRecord } from './body.ts'
import { expectedOf, idOf } from './parameters.ts'

/** The records that a bulk action runs on; a version may be left out under `If-Match: *`. */
export const bulkTargets = z
  .array(z.strictObject({ id: z.int().positive().max(2_147_483_647), version: z.int().positive().optional() }))
  .min(1)
  .max(maxPageSize)

/** The addresses of a resource's actions: one of the same name on a record, one on many or on the whole. */
export function actionRoutes(routes: Hono<Env>, panel: Panel, resource: Resource): void {
  const asking = (c: Context<Env>): Asking => ({ panel, resource, person: c.var.person, language: c.var.language })

  for (const [name, action] of Object.entries(resource.actions)) {
    const input = z.preprocess(blankToNull(action.input), actionBody(action.input))
    const on = (target: ActionTarget) => action.on.includes(target)

    if (on('record')) {
      routes.post(`/:id/actions/${name}`, permitted(name, resource), conditional, validRecord(input), async (c) => {
        const targets = [{ id: idOf(c.req.param('id')), expected: expectedOf(c) }]
        const { message, records } = await act(asking(c), { name, input: c.req.valid('json'), targets, on: 'record' })
        return c.json({ message, record: records[0] })
      })
    }

    if (on('bulk')) {
      const body = z.strictObject({ records: bulkTargets, input: input.optional() })
      routes.post(`/actions/${name}`, permitted(name, resource), validBulk(body), async (c) => {
        const { records: named, input: given = {} } = c.req.valid('json')
        const overwrite = c.req.header('If-Match')?.trim() === '*'
        const targets = named.map(({ id, version }) => ({ id, expected: version ?? expectedOrRefuse(overwrite) }))
        const { message, records } = await act(asking(c), { name, input: given, targets, on: 'bulk' })
        return c.json({ message, records })
      })
    } else if (on('resource')) {
      routes.post(
        `/actions/${name}`,
        permitted(name, resource),
        validBulk(z.strictObject({ input: input.optional() })),
        async (c) => {
          const { message } = await act(asking(c), {
            name,
            input: c.req.valid('json').input ?? {},
            targets: [],
            on: 'resource',
          })
          return c.json({ message })
        },
      )
    }
  }
}

function expectedOrRefuse(overwrite: boolean): '*' {
  if (!overwrite) throw new PreconditionRequired()
  return '*'
}
