import type { Context } from 'hono'
import type { Env } from '../env.ts'

/** JSON that is a text already. */
export function answerJson(c: Context<Env>, json: string): Response {
  return c.body(json, 200, { 'Content-Type': 'application/json' })
}

/** JSON whose ETag is a hash of it (`bodyTag`): the same body needs no second journey. */
export function answerUnlessKnown(c: Context<Env>, json: string, etag: string): Response {
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  return isKnown(c.req.header('If-None-Match'), etag) ? c.body(null, 304) : answerJson(c, json)
}

/** Compared weakly (RFC 9110 13.1.2): a proxy that compresses marks the ETag it passes on. */
export function isKnown(given: string | undefined, etag: string): boolean {
  return given?.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag) ?? false
}
