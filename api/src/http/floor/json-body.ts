import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { createMiddleware } from 'hono/factory'
import { Malformed } from '../../contract/errors.ts'
import type { Env } from '../env.ts'
import { jsonFault } from './json-fault.ts'

/** The most bytes of a body. */
export const maxBodyBytes = 1024 * 1024

/** Bytes that are not UTF-8 are an error, not replaced. */
const utf8 = new TextDecoder('utf-8', { fatal: true })

const limited = bodyLimit({
  maxSize: maxBodyBytes,
  onError() {
    throw new Malformed(
      { key: 'problem.too-large.detail', params: { limit: '1 MiB' } },
      { status: 413, code: 'too-large' },
    )
  },
})

/** Takes a body only as a JSON object of at most 1 MiB that any handler may parse and store. */
export const jsonBody = createMiddleware<Env>(async (c, next) => {
  if (c.req.method === 'GET' || c.req.method === 'HEAD') return next()
  return limited(c, async () => {
    await check(c)
    await next()
  })
})

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
