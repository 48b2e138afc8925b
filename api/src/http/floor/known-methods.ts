import type { Hono } from 'hono'
import { methodNotAllowed } from 'hono/method-not-allowed'
import { Malformed } from '../../contract/errors.ts'
import type { Env } from '../env.ts'
import { answerRefusal } from '../problems.ts'

/** Answers 405 with Allow where an address exists but not for this method, and OPTIONS with the same Allow. */
export function knownMethods(app: Hono<Env>) {
  return methodNotAllowed<Env>({
    app,
    onMethodNotAllowed(c, methods) {
      c.header('Allow', [...methods, 'OPTIONS'].join(', '))
      if (c.req.method === 'OPTIONS') return c.body(null, 204)
      return answerRefusal(c, new Malformed(undefined, { status: 405, code: 'method-not-allowed' }))
    },
  })
}
