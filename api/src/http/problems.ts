import type { Context, ErrorHandler, NotFoundHandler } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Logger } from 'pino'
import { ZodError } from 'zod'
import {
  Conflict,
  type FieldError,
  Forbidden,
  Invalid,
  Malformed,
  Missing,
  type Params,
  Refusal,
  Stale,
  TooMany,
  textOf,
} from '../contract/errors.ts'
import type { Problem } from '../contract/problem.ts'
import { type Language, say } from '../contract/words/index.ts'
import type { Env } from './env.ts'
import { refusalOf } from './issues.ts'
import { loggable } from './loggable.ts'

/** Turns every error into an answer: a refusal into its problem, anything else into a 500 that is logged once and says nothing. */
export function problems(log: Logger): ErrorHandler<Env> {
  return (error, c) => {
    const refusal = asRefusal(error)
    if (refusal) return answerRefusal(c, refusal)
    log.error({ request: c.var.requestId, error: loggable(error) }, 'unexpected error')
    return answerProblem(c, unexpected(c.var.language, c.var.requestId))
  }
}

/** An address that nothing answers to. */
export const notFound: NotFoundHandler<Env> = (c) => answerRefusal(c, new Missing())

/** A refusal as a response. */
export function answerRefusal(c: Context<Env>, refusal: Refusal): Response {
  if (refusal instanceof TooMany) c.header('Retry-After', String(refusal.retryAfter))
  return answerProblem(c, problemOf(refusal, c.var.language))
}

/** The body of the answer that a refusal is, in the language of the reader. */
export function problemOf(refusal: Refusal, language: Language): Problem {
  const { code, status } = refusal
  const seconds: Params = refusal instanceof TooMany ? { seconds: refusal.retryAfter } : {}
  const detail = refusal.detail ? textOf(refusal.detail, language) : say(language, `problem.${code}.detail`, seconds)
  return {
    type: `urn:ficha:problem:${code}`,
    title: say(language, `problem.${code}.title`),
    status,
    detail,
    message: detail,
    code,
    ...((refusal instanceof Invalid || refusal instanceof Conflict) && { errors: errorsOf(refusal.fields, language) }),
    ...(refusal instanceof Forbidden && refusedOf(refusal)),
    ...(refusal instanceof Stale && { current: refusal.current }),
  }
}

function refusedOf({ asked, rule, reason }: Forbidden): Partial<Problem> {
  return { ...asked, ...(rule !== undefined && { rule }), ...(reason !== undefined && { reason }) }
}

function asRefusal(error: Error): Refusal | undefined {
  if (error instanceof Refusal) return error
  if (error instanceof ZodError) return refusalOf(error)
  if (error instanceof HTTPException && error.status < 500) return new Malformed()
  return undefined
}

function unexpected(language: Language, request: string): Problem {
  const detail = say(language, 'problem.unexpected.detail', { request })
  const title = say(language, 'problem.unexpected.title')
  return { type: 'urn:ficha:problem:unexpected', title, status: 500, detail, message: detail, code: 'unexpected' }
}

function errorsOf(fields: Readonly<Record<string, FieldError[]>>, language: Language): Record<string, string[]> {
  return Object.fromEntries(
    Object.entries(fields).map(([name, errors]) => [name, errors.map((error) => textOf(error, language))]),
  )
}

function answerProblem(c: Context<Env>, problem: Problem): Response {
  // Every status of a refusal is one that has a body.
  return c.body(JSON.stringify(problem), problem.status as ContentfulStatusCode, {
    'Content-Type': 'application/problem+json',
    'Content-Language': c.var.language,
    'Cache-Control': 'no-store',
  })
}
