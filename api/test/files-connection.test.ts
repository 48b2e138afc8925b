import { createHash } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import type { AddressInfo } from 'node:net'
import { Readable } from 'node:stream'
import { createAdaptorServer } from '@hono/node-server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { storedIn } from './files.ts'
import { zooPanel } from './panel.ts'

const mebibyte = 1024 * 1024
const head = '--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n'

/** The app on a port of its own, and one request to it whose body is written by the test. */
async function connected() {
  const opened = await zooPanel()
  const server = createAdaptorServer({ fetch: opened.app.fetch })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const { port } = server.address() as AddressInfo // it listens on a port
  const Cookie = await opened.cookieOf('administrator')
  const begin = (method: string, path: string, headers: Record<string, string> = {}) => {
    const sent = request({
      port,
      method,
      path,
      agent: false,
      headers: { Cookie, 'Sec-Fetch-Site': 'same-origin', ...headers },
    })
    const answer = new Promise<IncomingMessage>((resolve, reject) => sent.on('response', resolve).on('error', reject))
    return { sent, answer }
  }
  const upload = () => begin('POST', '/api/zoos/files/document', { 'Content-Type': 'multipart/form-data; boundary=b' })
  return { ...opened, begin, upload }
}

async function bytesOf(answer: IncomingMessage): Promise<Buffer> {
  return Buffer.concat(await answer.toArray())
}

/** So many bytes in chunks, each as the one before it is taken. */
function* chunks(bytes: number) {
  for (let left = bytes; left > 0; left -= 64 * 1024) yield Buffer.alloc(Math.min(left, 64 * 1024), 'x')
}

test('a file as large as may be goes there and back over a connection', async () => {
  const { upload, begin, administrator } = await connected()
  const length = 10 * mebibyte - 9
  const { sent, answer } = upload()
  Readable.from([head, ...chunks(length), '\r\n--b--\r\n']).pipe(sent)
  const uploaded = JSON.parse((await bytesOf(await answer)).toString())
  expect(uploaded).toMatchObject({ name: 'a.pdf', size: 10 * mebibyte })
  const zoo = await administrator.make('zoo', { document: uploaded.id })

  const download = begin('GET', `/api/zoos/${zoo.id}/files/document`)
  download.sent.end()
  const bytes = await bytesOf(await download.answer)

  const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex')
  expect(hash(bytes)).toBe(hash(Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(length, 'x')])))
})

test('a file that is too large is answered while it is still being sent', async () => {
  const { upload, administrator, folder } = await connected()
  const { sent, answer } = upload()
  sent.write(head)
  for (const chunk of chunks(11 * mebibyte)) sent.write(chunk)
  const refused = await answer
  expect([refused.statusCode, refused.headers['content-type']]).toEqual([413, 'application/problem+json'])
  sent.destroy()
  await vi.waitFor(() => expect(storedIn(folder)).toEqual([]))
  expect((await administrator.list('zoo')).status).toBe(200)
})

test('an upload that breaks off leaves nothing behind, and is no fault of ours', async () => {
  const { upload, database, folder, lines } = await connected()
  const { sent, answer } = upload()
  answer.catch(() => undefined)
  sent.write(head)
  for (const chunk of chunks(mebibyte)) sent.write(chunk)
  await vi.waitFor(() => expect(storedIn(folder)).toEqual([expect.stringMatching(/\.part$/)]))

  sent.destroy()

  await vi.waitFor(async () => {
    expect(storedIn(folder)).toEqual([])
    expect(await database.read('SELECT key FROM stored_files')).toEqual([])
  })
  expect(lines.filter((line) => line.includes('unexpected'))).toEqual([])
})
