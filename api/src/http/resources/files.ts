import { Readable } from 'node:stream'
import type { Context, Hono } from 'hono'
import { Malformed } from '../../contract/errors.ts'
import type { Resource } from '../../define/resource.ts'
import { fileFields } from '../../derive/files.ts'
import { demandUploadable } from '../../records/files/destination.ts'
import { type Download, download } from '../../records/files/download.ts'
import { upload } from '../../records/files/upload.ts'
import type { Asking, Panel } from '../../records/panel.ts'
import type { Env } from '../env.ts'
import { isKnown } from './answer.ts'
import { permitted } from './body.ts'
import { idOf, parametersOf } from './parameters.ts'
import { receivedFile } from './received-file.ts'

/** Where files are uploaded, of whatever resource. */
export const uploadPath = /^\/api\/[^/]+\/files\/[^/]+$/

/** The addresses of the files of a resource that has any: one that takes uploads for a field, and one for each file of a record. */
export function fileRoutes(routes: Hono<Env>, panel: Panel, resource: Resource): void {
  if (fileFields(resource).length === 0) return
  const asking = (c: Context<Env>): Asking => ({ panel, resource, person: c.var.person, language: c.var.language })

  routes.post('/files/:field', async (c) => {
    const field = c.req.param('field')
    const { maxBytes } = demandUploadable(asking(c), field)
    return c.json(await receivedFile(c, maxBytes, (file) => upload(asking(c), field, file)), 201)
  })

  routes.get('/:id/files/:field', permitted('read', resource), async (c) => {
    const { id, field } = c.req.param()
    const thumbnail = wantsThumbnail(c)
    return answerFile(c, await download(asking(c), { id: idOf(id), field, thumbnail }))
  })
}

function wantsThumbnail(c: Context<Env>): boolean {
  const { size, ...others } = parametersOf(c)
  const [unknown] = Object.keys(others)
  if (unknown !== undefined || (size !== undefined && size !== 'thumbnail'))
    throw new Malformed({ key: 'malformed.parameter', params: { parameter: (unknown ?? 'size').slice(0, 100) } })
  return size !== undefined
}

/** To be kept, not shown: whatever the file holds, it runs nowhere and asks nobody. */
async function answerFile(c: Context<Env>, { name, type, size, etag, open }: Download): Promise<Response> {
  const isSpared = isKnown(c.req.header('If-None-Match'), etag)
  const content = isSpared || c.req.method === 'HEAD' ? null : Readable.toWeb(await open())
  c.header('ETag', etag)
  c.header('Cache-Control', 'private, no-cache')
  c.header('Content-Security-Policy', "sandbox; default-src 'none'")
  if (isSpared) return c.body(null, 304)
  c.header('Content-Type', type)
  c.header('Content-Disposition', `attachment; filename*=UTF-8''${encodedName(name)}`)
  if (size !== undefined) c.header('Content-Length', String(size))
  // The types of Node and of the web describe the same stream.
  return content ? c.body(content as ReadableStream) : c.body(null)
}

/** As RFC 8187 spells a value: `encodeURIComponent` leaves some characters that stand for themselves there. */
function encodedName(name: string): string {
  return encodeURIComponent(name).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
