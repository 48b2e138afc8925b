import { zValidator } from '@hono/zod-validator'
import type { Context, MiddlewareHandler } from 'hono'
import type { z } from 'zod'
import { demand } from '../../access/access.ts'
import type { Resource } from '../../define/resource.ts'
import type { Asking } from '../../records/panel.ts'
import { demandWritable } from '../../records/save.ts'
import type { Values } from '../../records/settle.ts'
import type { Env } from '../env.ts'
import { refusalOf } from '../issues.ts'
import { expectedOf, idOf } from './parameters.ts'

type ValidBody = MiddlewareHandler<Env, string, { in: { json: unknown }; out: { json: Values } }>

/** Asks whether the person may do this at all, before anything they sent is looked at. */
export function permitted(action: string, resource: Resource): MiddlewareHandler<Env> {
  return async (c, next) => {
    demand(c.var.person, action, resource)
    await next()
  }
}

/** Asks for the version a change is meant for, before its values are judged. */
export const conditional: MiddlewareHandler<Env> = async (c, next) => {
  idOf(c.req.param('id') ?? '')
  expectedOf(c)
  await next()
}

/**
 * Refuses keys that this person may set on no record, before any value is judged: what is said of a value must not tell them
 * that its field is there.
 */
export function permittedKeys(
  action: 'create' | 'update',
  askingOf: (c: Context<Env>) => Asking,
): MiddlewareHandler<Env> {
  return async (c, next) => {
    const body: unknown = await c.req.json().catch(() => undefined)
    if (typeof body === 'object' && body !== null && !Array.isArray(body))
      demandWritable(askingOf(c), action, Object.keys(body))
    await next()
  }
}

/** Validates the body of a save or the input of an action. A key that does not exist is refused like one that may not be written, and before any value is judged. */
export function validRecord(schema: z.ZodType): ValidBody {
  return zValidator('json', schema, (result) => {
    if (!result.success) throw refusalOf(result.error)
  })
}

/** Validates `{ records, input }`. What is wrong with the input is named as a dialog names it: by the field alone. */
export function validBulk<Schema extends z.ZodType>(schema: Schema) {
  return zValidator('json', schema, (result) => {
    if (!result.success) throw refusalOf({ issues: result.error.issues.map(withoutInput) })
  })
}

function withoutInput(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  const [first, ...rest] = issue.path
  return first === 'input' && rest.length > 0 ? { ...issue, path: rest } : issue
}
