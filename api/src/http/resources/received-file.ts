import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Context } from 'hono'
import { Malformed, Refusal, TooLarge } from '../../contract/errors.ts'
import { writeSize } from '../../contract/formats/file.ts'
import type { Arriving } from '../../records/files/upload.ts'
import type { Env } from '../env.ts'

/** What may stand around the file: boundaries, headers, and what senders put before and behind. */
const frameBytes = 64 * 1024

/**
 * Hands over the one file of a multipart body, in the part `file`, while it arrives, and gives what `take` makes of it.
 * @param take reads the whole content, or fails
 * @throws TooLarge past `maxBytes`, Malformed 415 for another media type, 400 for anything but one whole file
 */
export async function receivedFile<T>(
  c: Context<Env>,
  maxBytes: number,
  take: (file: Arriving) => Promise<T>,
): Promise<T> {
  const tooMuch = new TooLarge(writeSize(maxBytes, c.var.language))
  const limit = maxBytes + frameBytes
  if (Number(c.req.header('content-length') ?? 0) > limit) throw tooMuch
  const parser = parserOf(c.req.header('content-type'))
  const { body } = c.req.raw
  // The types of Node and of the web describe the same stream.
  const arriving = body ? Readable.fromWeb(body as ReadableStream<Uint8Array>) : Readable.from([])
  const parsing = pipeline(arriving, (bytes: AsyncIterable<Uint8Array>) => atMost(limit, bytes, tooMuch), parser)
  const taken = takenFrom(parser, parsing, take)
  const [parsed, file] = await Promise.allSettled([parsing, taken])
  if (parsed.status === 'rejected' && parsed.reason instanceof Refusal) throw parsed.reason
  if (file.status === 'rejected') throw file.reason
  if (parsed.status === 'rejected') throw malformed()
  return file.value
}

const malformed = () => new Malformed({ key: 'malformed.multipart' })

function parserOf(contentType = ''): BusboyInstance {
  if (!/^multipart\/form-data\s*;/i.test(contentType))
    throw new Malformed({ key: 'problem.unsupported-media-type.file' }, { status: 415, code: 'unsupported-media-type' })
  try {
    return new Busboy({
      headers: { 'content-type': contentType },
      // Every part is looked at as a file, so that one that is none is seen, and refused.
      isPartAFile: () => true,
      limits: { parts: 1, headerPairs: 20, headerSize: 8 * 1024 },
    })
  } catch {
    throw malformed()
  }
}

/** What `take` makes of the one part; either of parsing and taking ends with the other's failure. */
function takenFrom<T>(
  parser: BusboyInstance,
  parsing: Promise<void>,
  take: (file: Arriving) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    let isTaken = false
    parser.on('file', (part, content, name?: string) => {
      // The parser tells of errors here even when nobody reads any more: unheard, they would end the process.
      content.on('error', () => undefined)
      parsing.catch((error: Error) => content.destroy(error))
      if (part !== 'file' || name === undefined) return parser.destroy(malformed())
      isTaken = true
      take({ name, content: whole(content) }).then(resolve, (error: Error) => {
        parser.destroy(error)
        reject(error)
      })
    })
    parser.on('partsLimit', () => parser.destroy(malformed()))
    const end = () => isTaken || reject(malformed())
    parsing.then(end, end)
  })
}

/** A content that does not arrive whole is the sender's mistake, not ours. */
async function* whole(content: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  try {
    for await (const bytes of content) yield bytes
  } catch {
    throw malformed()
  }
}

async function* atMost(limit: number, content: AsyncIterable<Uint8Array>, error: Error): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const bytes of content) {
    size += bytes.length
    if (size > limit) throw error
    yield bytes
  }
}
