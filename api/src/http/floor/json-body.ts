import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Malformed } from '../../contract/errors.ts'
import type { Env } from '../env.ts'
import { jsonFault } from './json-fault.ts'

const mebibyte = 1024 * 1024

/** The most bytes of a body. */
export const maxBodyBytes = mebibyte

/** Bytes that are not UTF-8 are an error, not replaced. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

interface Taken {
  /** Whole MiB. */
  maxBytes?: number
  /** Addresses whose POST takes its body itself, once it knows who sends it. */
  except?: readonly (string | RegExp)[]
}

/** Takes a body only as a JSON object of at most so many bytes, 1 MiB if nothing else is said, that any handler may parse and store. */
export function jsonBody({ maxBytes = maxBodyBytes, except = [] }: Taken = {}) {
  const limited = bodyLimit({
    maxSize: maxBytes,
    onError() {
      const limit = `${maxBytes / mebibyte} MiB`
      throw new Malformed({ key: 'problem.too-large.detail', params: { limit } }, { status: 413, code: 'too-large' })
    },
  })
  return createMiddleware<Env>(async (c, next) => {
    const { method, path } = c.req
    const isExcepted = () => except.some((one) => (typeof one === 'string' ? one === path : one.test(path)))
    if (method === 'GET' || method === 'HEAD' || (method === 'POST' && isExcepted())) return next()
    return limited(c, async () => {
      await check(c)
      await next()
    })
  })
}

async function check(c: Context<Env>): Promise<void> {
  const bytes = c.req.raw.body ? await c.req.arrayBuffer() : new ArrayBuffer(0)
  if (bytes.byteLength === 0) return
  if (!isJson(c.req.header('content-type')))
    throw new Malformed(undefined, { status: 415, code: 'unsupported-media-type' })
  const fault = jsonFault(textOf(bytes))
  if (fault) throw new Malformed(fault)
}

function isJson(contentType: string | undefined): boolean {
  return /^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(contentType ?? '')
}

function textOf(bytes: ArrayBuffer): string {
  try {
    return utf8.decode(bytes)
  } catch {
    throw new Malformed({ key: 'malformed.json' })
  }
}
