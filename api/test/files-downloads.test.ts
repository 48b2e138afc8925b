import { rmSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { pdf, png, type SentFile } from './files.ts'
import { panel, zooPanel } from './panel.ts'
import { allow, deny } from './permissions/rules.ts'

type Opened = Awaited<ReturnType<typeof zooPanel>>

async function withFile(opened: Opened, file: SentFile = pdf, field = 'document') {
  const { id } = (await opened.administrator.upload('zoo', field, file)).body
  const zoo = await opened.administrator.make('zoo', { name: 'Zoo', [field]: id })
  return { zoo, path: `/api/zoos/${zoo.id}/files/${field}` }
}

/** The answer as a browser gets it, with its bytes. */
async function fetched({ app, cookieOf }: Opened, path: string, headers: Record<string, string> = {}, method = 'GET') {
  const answer = await app.request(path, { method, headers: { Cookie: await cookieOf('administrator'), ...headers } })
  return { status: answer.status, headers: answer.headers, bytes: Buffer.from(await answer.arrayBuffer()) }
}

describe('the file of a record', () => {
  test('comes as it was sent, to be kept and not to be run', async () => {
    const opened = await zooPanel()
    const { path } = await withFile(opened)
    const { status, headers, bytes } = await fetched(opened, path)
    expect([status, bytes.toString()]).toEqual([200, pdf.content])
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': '37',
      'content-disposition': "attachment; filename*=UTF-8''contrato.pdf",
      'content-security-policy': "sandbox; default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cross-origin-resource-policy': 'same-origin',
      'cache-control': 'private, no-cache',
    })
  })

  test('keeps its name, whatever it is', async () => {
    const opened = await zooPanel()
    const { path } = await withFile(opened, { ...pdf, name: 'Ação "nº 1"; (João*\'s) – 50%.pdf' })
    const { headers } = await fetched(opened, path)
    const disposition = headers.get('Content-Disposition') ?? ''
    expect(disposition).toMatch(/^attachment; filename\*=UTF-8''[\w.%!~-]+$/)
    expect(decodeURIComponent(disposition.split("''")[1] ?? '')).toMatch(/^Ação .*\(João\*'s\) – 50%\.pdf$/)
  })

  test('is not sent again to whoever has it', async () => {
    const opened = await zooPanel()
    const { path } = await withFile(opened, png, 'picture')
    const tags = []
    for (const query of ['', '?size=thumbnail']) {
      const { headers } = await fetched(opened, path + query)
      const tag = headers.get('ETag') ?? ''
      tags.push(tag)
      const again = await fetched(opened, path + query, { 'If-None-Match': `W/${tag}` })
      expect([again.status, again.bytes.length, again.headers.get('ETag')]).toEqual([304, 0, tag])
      expect(again.headers.get('Cache-Control')).toBe('private, no-cache')
    }
    expect(tags).toEqual([expect.stringMatching(/^"[\da-f]{32}"$/), expect.stringMatching(/^"[\da-f]{32}-t"$/)])
  })

  test('is asked about without being sent', async () => {
    const opened = await zooPanel()
    const { path } = await withFile(opened)
    const { status, headers, bytes } = await fetched(opened, path, {}, 'HEAD')
    expect([status, headers.get('Content-Length'), bytes.length]).toEqual([200, '37', 0])
  })

  test('that is lost is our fault, and is told in the log', async () => {
    const opened = await zooPanel()
    const { path } = await withFile(opened)
    rmSync(join(opened.folder, 'files'), { recursive: true })
    const { status, headers } = await fetched(opened, path)
    expect([status, headers.get('Content-Type'), headers.get('ETag')]).toEqual([500, 'application/problem+json', null])
    expect(opened.lines.filter((line) => line.includes('unexpected error'))).toHaveLength(1)
  })
})

describe('a thumbnail', () => {
  const photo = (width: number, height: number, orientation = 1) =>
    sharp({ create: { width, height, channels: 3, background: '#c33' } })
      .jpeg()
      .withMetadata({ orientation })
      .withExif({ IFD0: { Copyright: 'Ana Reis' } })
      .toBuffer()

  /** Width and height of a WebP without transparency (RFC 9649, simple lossy format). */
  const sizeOf = (bytes: Buffer) => [bytes.readUInt16LE(26) & 0x3fff, bytes.readUInt16LE(28) & 0x3fff]

  test.each([
    ['a wide image', 600, 300, 1, [256, 128]],
    ['a high image', 300, 600, 1, [128, 256]],
    ['an image that the camera held upright', 600, 300, 6, [128, 256]],
    ['a small image', 40, 20, 1, [40, 20]],
  ])('of %s is small, upright and silent about where it comes from', async (_, width, height, orientation, size) => {
    const opened = await zooPanel()
    const content = new Uint8Array(await photo(width, height, orientation))
    const { path } = await withFile(opened, { name: 'foto.jpg', content }, 'document')
    const { status, headers, bytes } = await fetched(opened, `${path}?size=thumbnail`)
    expect([status, headers.get('Content-Type'), headers.get('Content-Disposition')]).toEqual([
      200,
      'image/webp',
      "attachment; filename*=UTF-8''foto.webp",
    ])
    expect([bytes.subarray(8, 12).toString(), sizeOf(bytes)]).toEqual(['WEBP', size])
    expect(bytes.includes('Ana Reis')).toBe(false)
  })

  test('there is none of a PDF, and in no other size', async () => {
    const opened = await zooPanel()
    const { path } = await withFile(opened)
    expect((await fetched(opened, `${path}?size=thumbnail`)).status).toBe(404)
    for (const query of ['size=large', 'size=', 'size=thumbnail&size=thumbnail', 'width=9', 'size=thumbnail&x=1'])
      expect([query, (await fetched(opened, `${path}?${query}`)).status]).toEqual([query, 400])
  })
})

describe('who may read a file', () => {
  test('is whoever may read the record and the field in it', async () => {
    const opened = await zooPanel()
    const { path } = await withFile(opened)
    const status = async (...rules: Parameters<typeof opened.person>[0]['rules'] & object[]) =>
      (await (await opened.person({ rules })).send('GET', path)).status
    expect(await status(allow('read', 'zoo'))).toBe(200)
    expect(await status(allow('read', 'zoo', { fields: ['document'] }))).toBe(200)
    expect(await status(allow('read', 'zoo', { conditions: { name: 'Zoo' } }))).toBe(200)
    expect(await status(allow('read', 'zoo', { conditions: { name: 'Outro' } }))).toBe(404)
    expect(await status(allow('read', 'zoo', { fields: ['name', 'picture'] }))).toBe(403)
    expect(await status(allow('read', 'zoo'), deny('read', 'zoo', { fields: ['document'] }))).toBe(403)
    expect(
      await status(
        allow('read', 'zoo', { fields: ['name'] }),
        allow('read', 'zoo', { fields: ['document'], conditions: { name: 'Outro' } }),
      ),
    ).toBe(404)
    expect(await status(allow(['create', 'update'], 'zoo'))).toBe(403)
    expect(await status()).toBe(403)
    expect((await opened.anonymous.send('GET', path)).status).toBe(401)
  })

  test('a record that is not there, one without a file and one that may not be seen are the same answer', async () => {
    const opened = await zooPanel()
    const { zoo, path } = await withFile(opened)
    const empty = await opened.administrator.make('zoo', { name: 'Vazio' })
    const reader = await opened.person({ rules: [allow('read', 'zoo', { conditions: { name: 'Vazio' } })] })
    const text = async (id: number) => (await reader.send('GET', path.replace(`/${zoo.id}/`, `/${id}/`))).text
    expect(await text(zoo.id)).toBe(await text(999))
    expect(await text(empty.id)).toBe(await text(999))
  })

  test('a field that holds no file, that does not exist or that may not be read is the same refusal', async () => {
    const opened = await zooPanel()
    const { zoo } = await withFile(opened)
    const reader = await opened.person({ rules: [allow('read', 'zoo', { fields: ['name', 'picture'] })] })
    const refusal = async (field: string) => {
      const { status, text } = await reader.send('GET', `/api/zoos/${zoo.id}/files/${field}`)
      return [status, text.replaceAll(`“${field}”`, '?')]
    }
    const refused = await refusal('document')
    expect(refused[0]).toBe(403)
    for (const field of ['name', 'nothing', 'constructor', 'id', 'toString'])
      expect(await refusal(field)).toEqual(refused)
  })

  test('nobody reads an upload before a record has it', async () => {
    const opened = await zooPanel()
    const { zoo } = await withFile(opened)
    const { id } = (await opened.administrator.upload('zoo', 'document', pdf)).body
    for (const path of [`/api/zoos/files/${id}`, `/api/zoos/files/document/${id}`, `/api/zoos/${zoo.id}/files/${id}`])
      expect([403, 404, 405]).toContain((await opened.administrator.send('GET', path)).status)
  })

  test('an attachment is read with the rights of its customer', async () => {
    const { administrator, person } = await panel()
    const [acme, beta] = [await administrator.make('brand'), await administrator.make('brand')]
    const customer = await administrator.make('customer', { brand: acme.id })
    const attachment = await administrator.make('attachment', { customer: customer.id, kind: 'rg' })
    const conditions = { customer: { brand: { $under: `\${user.brand}` } } }
    const rules = [allow('read', 'attachment', { conditions })]
    const status = async (brand: number) =>
      (await (await person({ rules, brand })).send('GET', `/api/attachments/${attachment.id}/files/file`)).status
    expect([await status(acme.id), await status(beta.id)]).toEqual([200, 404])
  })
})

test('the addresses of files answer as the document says', async () => {
  const { Described } = await import('./described.ts')
  const opened = await zooPanel()
  const { administrator } = opened
  const { path } = await withFile(opened)
  const document = new Described((await administrator.send('GET', '/api/openapi.json')).body)
  administrator.watch = document.watch
  await administrator.upload('zoo', 'document', pdf)
  await administrator.upload('zoo', 'document', { name: 'a.exe', content: 'MZ' })
  await administrator.upload('zoo', 'picture', { name: 'a.png', content: 'x'.repeat(400_000) })
  await administrator.send('POST', '/api/zoos/files/picture', { body: {} })
  await administrator.send('GET', path)
  await administrator.send('GET', path.replace('document', 'picture'))
  await administrator.send('GET', `${path}?size=x`)
  expect([...document.seen].toSorted()).toEqual([
    'downloadZooFile 200',
    'downloadZooFile 400',
    'downloadZooFile 404',
    'uploadZooFile 201',
    'uploadZooFile 413',
    'uploadZooFile 415',
    'uploadZooFile 422',
  ])
})
