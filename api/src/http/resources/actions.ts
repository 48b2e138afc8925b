import type { Context, Hono } from 'hono'
import { z } from 'zod'
import type { ActionAnswer, Shown } from '../../contract/action.ts'
import { PreconditionRequired } from '../../contract/errors.ts'
import type { ActionTarget } from '../../contract/metadata.ts'
import type { Resource } from '../../define/resource.ts'
import { actionBody, blankToNull, manyBody } from '../../derive/validators.ts'
import { act } from '../../records/act.ts'
import type { Asking, Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'
import { conditional, permitted, validBulk, validRecord } from './body.ts'
import { expectedOf, idOf } from './parameters.ts'

/** The addresses of a resource's actions: one of the same name on a record, one on many or on the whole. */
export function actionRoutes(routes: Hono<Env>, panel: Panel, resource: Resource): void {
  const asking = (c: Context<Env>): Asking => ({ panel, resource, person: c.var.person, language: c.var.language })

  for (const [name, action] of Object.entries(resource.actions)) {
    const input = z.preprocess(blankToNull(action.input), actionBody(action.input))
    const on = (target: ActionTarget) => action.on.includes(target)

    if (on('record')) {
      routes.post(`/:id/actions/${name}`, permitted(name, resource), conditional, validRecord(input), async (c) => {
        const targets = [{ id: idOf(c.req.param('id')), expected: expectedOf(c) }]
        const acted = await act(asking(c), { name, input: c.req.valid('json'), targets, on: 'record' })
        const { message, records, shown } = acted
        return c.json({ message, record: records[0], ...revealed(shown) } satisfies ActionAnswer)
      })
    }

    if (on('bulk') || on('resource')) {
      routes.post(`/actions/${name}`, permitted(name, resource), validBulk(manyBody(action, input)), async (c) => {
        const { records: named, input: given = {} } = c.req.valid('json')
        const overwrite = c.req.header('If-Match')?.trim() === '*'
        const targets = (named ?? []).map(({ id, version }) => ({
          id,
          expected: version ?? expectedOrRefuse(overwrite),
        }))
        const { message, records, shown } = await act(asking(c), {
          name,
          input: given,
          targets,
          on: named ? 'bulk' : 'resource',
        })
        return c.json({ message, ...(named && { records }), ...revealed(shown) } satisfies ActionAnswer)
      })
    }
  }
}

function revealed(shown: Shown[]): Pick<ActionAnswer, 'shown'> {
  return shown.length > 0 ? { shown } : {}
}

function expectedOrRefuse(overwrite: boolean): '*' {
  if (!overwrite) throw new PreconditionRequired()
  return '*'
}
