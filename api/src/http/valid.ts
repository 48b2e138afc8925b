import { zValidator } from '@hono/zod-validator'
import type { MiddlewareHandler, ValidationTargets } from 'hono'
import type { z } from 'zod'
import { Malformed } from '../contract/errors.ts'
import type { Env } from './env.ts'
import { refusalOf } from './issues.ts'

type Validated<Target extends keyof ValidationTargets, Schema extends z.ZodType> = MiddlewareHandler<
  Env,
  string,
  Inputs<Target, Schema>
>

interface Inputs<Target extends keyof ValidationTargets, Schema extends z.ZodType> {
  in: { [K in Target]: z.input<Schema> }
  out: { [K in Target]: z.output<Schema> }
}

/** What a hook sees: the outcome of the parse. */
type Hooked = (result: { success: true } | { success: false; error: z.core.$ZodError }) => void

/** Validates a part of the request; what does not fit is a 422 by field, or a 403 where a key is unknown. */
export function valid<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
): Validated<Target, Schema> {
  return zValidator<Schema, Target, Env, string, Hooked, z.input<Schema>, z.output<Schema>, Inputs<Target, Schema>>(
    target,
    schema,
    (result) => {
      if (!result.success) throw refusalOf(result.error)
    },
  )
}

/** Validates a part of the request whose shape only a mistaken program gets wrong: what does not fit is a 400. */
export function wellFormed<Target extends keyof ValidationTargets, Schema extends z.ZodType>(
  target: Target,
  schema: Schema,
): Validated<Target, Schema> {
  return zValidator<Schema, Target, Env, string, Hooked, z.input<Schema>, z.output<Schema>, Inputs<Target, Schema>>(
    target,
    schema,
    (result) => {
      if (!result.success) throw malformedOf(result.error)
    },
  )
}

function malformedOf({ issues: [issue] }: { readonly issues: readonly z.core.$ZodIssue[] }): Malformed {
  if (issue?.code === 'unrecognized_keys')
    return new Malformed({ key: 'malformed.unknown', params: { name: (issue.keys[0] ?? '').slice(0, 100) } })
  const name = issue?.path.join('.')
  return new Malformed(name ? { key: 'malformed.body', params: { name } } : undefined)
}
