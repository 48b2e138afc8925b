import { statSync } from 'node:fs'
import { join } from 'node:path'
import sharp from 'sharp'
import { describe, expect, test, vi } from 'vitest'
import { instantBind } from '../src/store/instants.ts'
import { formOf, pdf, png, type SentFile, storedIn } from './files.ts'
import { zooPanel } from './panel.ts'
import { allow } from './permissions/rules.ts'

type Opened = Awaited<ReturnType<typeof zooPanel>>

const bytes = (...parts: (string | Uint8Array)[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part))))
const pngHead = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]

/** Waits until nothing of an upload is left, neither rows nor contents. */
async function nothingLeft({ database, folder }: Opened): Promise<void> {
  await vi.waitFor(async () => {
    expect(await database.read('SELECT key FROM stored_files')).toEqual([])
    expect(storedIn(folder)).toEqual([])
  })
}

/** A body sent as it is, chunk by chunk where it is given so. */
async function sendRaw({ app, cookieOf }: Opened, body: RequestInit['body'], type: string | undefined) {
  const answer = await app.request('/api/zoos/files/document', {
    method: 'POST',
    headers: {
      'Sec-Fetch-Site': 'same-origin',
      Cookie: await cookieOf('administrator'),
      ...(type !== undefined && { 'Content-Type': type }),
    },
    body,
    duplex: 'half',
  } as RequestInit) // the types of Node leave `duplex` out, which a stream needs
  return { status: answer.status, body: JSON.parse(await answer.text()) }
}

describe('an upload', () => {
  test('is told by its id, its name, its size and what it is', async () => {
    const { administrator } = await zooPanel()
    const [document, picture] = [
      await administrator.upload('zoo', 'document', pdf),
      await administrator.upload('zoo', 'picture', png),
    ]
    expect([document.status, document.body]).toEqual([
      201,
      { id: expect.stringMatching(/^f_[\w-]{22}$/), name: 'contrato.pdf', size: 37, type: 'application/pdf' },
    ])
    expect([picture.status, picture.body]).toEqual([
      201,
      { id: expect.stringMatching(/^f_[\w-]{22}$/), name: 'logo.png', size: 70, type: 'image/png' },
    ])
    expect(document.headers.get('Cache-Control')).toBe('no-store')
  })

  test('lies under a random name, with a thumbnail where it is an image, for nobody else on the machine', async () => {
    const { administrator, folder } = await zooPanel()
    const { body } = await administrator.upload('zoo', 'picture', { ...png, name: '../../fora/logo.png' })
    const stored = storedIn(folder)
    expect(body.name).toBe('logo.png')
    expect(stored).toEqual([expect.stringMatching(/^[\da-f]{32}$/), expect.stringMatching(/^[\da-f]{32}\.thumbnail$/)])
    for (const name of stored) expect(statSync(join(folder, 'files', name.slice(0, 2), name)).mode & 0o777).toBe(0o600)
  })

  test.each([
    ['../../../etc/passwd.pdf', 'passwd.pdf'],
    ['C:\\Users\\Ana\\contrato.pdf', 'contrato.pdf'],
    ['/contrato.pdf', 'contrato.pdf'],
    ['.pdf', 'arquivo.pdf'],
    ['...pdf', 'arquivo.pdf'],
    ['contrato\u202efdp.pdf', 'contratofdp.pdf'],
    ['con\u0000tra\u001fto.pdf', 'contrato.pdf'],
    ['  Contrato   de  João  .pdf', 'Contrato de João.pdf'],
    ['Joa\u0303o.pdf', 'João.pdf'],
    ['"><img src=x>.pdf', expect.stringContaining('<img src=x>.pdf')],
    ['contrato.exe.pdf', 'contrato.exe.pdf'],
    [`${'a'.repeat(300)}.pdf`, `${'a'.repeat(196)}.pdf`],
    [`${'a'.repeat(195)}😀.pdf`, `${'a'.repeat(195)}.pdf`],
  ])('called %j is kept as %j', async (name, kept) => {
    const { administrator } = await zooPanel()
    const { status, body } = await administrator.upload('zoo', 'document', { ...pdf, name })
    expect([status, body.name]).toEqual([201, kept])
  })

  const noise = sharp(Buffer.from(Array.from({ length: 30_000 }, (_, at) => (at * at * 31) % 251)), {
    raw: { width: 100, height: 100, channels: 3 },
  })
  const half = async (image: Promise<Buffer>, name: string) => {
    const content = bytes(await image)
    return { name, content: content.slice(0, content.length / 2) }
  }
  const tooManyPixels = sharp({ create: { width: 8000, height: 6300, channels: 3, background: '#fff' } })

  test.each<[string, string, SentFile | Promise<SentFile>, string]>([
    [
      'a program',
      'document',
      { ...pdf, name: 'contrato.exe' },
      'Este tipo de arquivo não é aceito. Envie PDF, JPEG ou PNG.',
    ],
    [
      'an SVG',
      'picture',
      { name: 'logo.svg', content: '<svg/>' },
      'Este tipo de arquivo não é aceito. Envie JPEG ou PNG.',
    ],
    ['what the field does not take', 'picture', pdf, 'Este tipo de arquivo não é aceito. Envie JPEG ou PNG.'],
    [
      'a page that calls itself a PDF',
      'document',
      { name: 'a.pdf', content: '<html><script>' },
      'O conteúdo do arquivo não é o que o nome diz. Envie PDF, JPEG ou PNG.',
    ],
    [
      'a PDF that calls itself an image',
      'document',
      { ...pdf, name: 'foto.png' },
      'O conteúdo do arquivo não é o que o nome diz. Envie PDF, JPEG ou PNG.',
    ],
    [
      'an image that calls itself another',
      'picture',
      { ...png, name: 'foto.jpg' },
      'O conteúdo do arquivo não é o que o nome diz. Envie JPEG ou PNG.',
    ],
    [
      'an SVG that calls itself a PNG',
      'picture',
      { name: 'logo.png', content: '<svg xmlns="http://www.w3.org/2000/svg"/>' },
      'O conteúdo do arquivo não é o que o nome diz. Envie JPEG ou PNG.',
    ],
    [
      'less than its first bytes',
      'document',
      { name: 'a.pdf', content: '%PD' },
      'O conteúdo do arquivo não é o que o nome diz. Envie PDF, JPEG ou PNG.',
    ],
    ['an empty file', 'document', { name: 'a.pdf', content: '' }, 'O arquivo está vazio. Escolha outro.'],
    [
      'half a PNG',
      'document',
      half(noise.clone().png().toBuffer(), 'a.png'),
      'A imagem está danificada e não pôde ser lida. Escolha outra.',
    ],
    [
      'half a JPEG',
      'document',
      half(noise.clone().jpeg().toBuffer(), 'a.jpg'),
      'A imagem está danificada e não pôde ser lida. Escolha outra.',
    ],
    [
      'no more of an image than its first bytes',
      'picture',
      { name: 'a.png', content: new Uint8Array([...pngHead, 1, 2, 3]) },
      'A imagem está danificada e não pôde ser lida. Escolha outra.',
    ],
    [
      'an image that would fill the memory',
      'picture',
      tooManyPixels
        .png()
        .toBuffer()
        .then((content) => ({ name: 'a.png', content: bytes(content) })),
      'A imagem tem pixels demais. Reduza-a a no máximo 50 megapixels.',
    ],
  ])('of %s is refused under the field, and nothing of it is kept', async (_, field, file, text) => {
    const opened = await zooPanel()
    const { status, headers, body } = await opened.administrator.upload('zoo', field, await file)
    expect([status, headers.get('Content-Type'), body.errors]).toEqual([
      422,
      'application/problem+json',
      { [field]: [text] },
    ])
    await nothingLeft(opened)
  })

  test('says what is wrong in the language asked for', async () => {
    const { administrator } = await zooPanel()
    const { body } = await administrator.send('POST', '/api/zoos/files/picture', {
      body: formOf(pdf),
      headers: { 'Accept-Language': 'en' },
    })
    expect(body.errors).toEqual({ picture: ['This type of file is not accepted. Upload JPEG or PNG.'] })
  })

  test('waits for its record only so long with others of the same person', async () => {
    const { administrator, person, database } = await zooPanel()
    const waiting = async (count: number, expiresAt: number) => {
      for (let at = 0; at < count; at++)
        await database.write((scope) =>
          scope.run(
            `INSERT INTO stored_files (key, stored_as, resource, field, user_id, name, type, created_at, expires_at)
             VALUES ($1, $1, 'zoo', 'document', 1, 'a.pdf', 'application/pdf', $2, $2)`,
            [`f_${expiresAt % 1000}_${at}`, instantBind(database.engine, expiresAt)],
          ),
        )
    }
    await waiting(150, Date.now() - 60_001)
    await waiting(199, Date.now() + 60_000)
    expect((await administrator.upload('zoo', 'document', pdf)).status).toBe(201)

    const { status, headers, body } = await administrator.upload('zoo', 'document', pdf)

    expect([status, headers.get('Retry-After'), body.code]).toEqual([429, '3600', 'too-many'])
    expect(body.detail).toContain('Há envios demais que ainda não foram salvos.')
    const other = await person({ rules: [allow(['read', 'create'], 'zoo')] })
    expect((await other.upload('zoo', 'document', pdf)).status).toBe(201)
  })
})

describe('a file that is too large', () => {
  const large = { name: 'a.png', content: bytes(Uint8Array.from(pngHead), new Uint8Array(200_000)) }

  test('is refused as soon as its length is known', async () => {
    const opened = await zooPanel()
    const { status, headers, body } = await opened.administrator.upload('zoo', 'picture', large)
    expect([status, headers.get('Content-Type'), body.code]).toEqual([413, 'application/problem+json', 'too-large'])
    expect(body.detail).toBe('O arquivo passa de 195,3\u00a0KB. Envie um menor.')
    await nothingLeft(opened)
  })

  test.each([
    ['inside the file', (chunk: Uint8Array) => chunk],
    [
      'before the file',
      (_: Uint8Array, at: number) => (at === 0 ? bytes('nothing yet') : bytes('\r\n', 'x'.repeat(65_000))),
    ],
  ])('and does not tell its length is read no further than it may be: %s', async (_, chunkOf) => {
    const opened = await zooPanel()
    const mebibyte = 1024 * 1024
    let sent = 0
    const head = bytes('--b\r\nContent-Disposition: form-data; name="file"; filename="a.pdf"\r\n\r\n%PDF-1.7\n')
    const body = new ReadableStream({
      pull(controller) {
        const chunk = chunkOf(sent === 0 ? head : new Uint8Array(64 * 1024), sent)
        sent += chunk.length
        controller.enqueue(chunk)
      },
    })

    const answer = await sendRaw(opened, body, 'multipart/form-data; boundary=b')

    expect([answer.status, answer.body.code]).toEqual([413, 'too-large'])
    expect(sent).toBeLessThan(11 * mebibyte)
    await nothingLeft(opened)
  })
})

describe('a body that is not one file', () => {
  const part = (name: string, more = '') =>
    `--b\r\nContent-Disposition: form-data; name="${name}"${more}\r\nContent-Type: application/pdf\r\n\r\n%PDF-1.7\n\r\n`
  const file = part('file', '; filename="a.pdf"')
  const form = 'multipart/form-data; boundary=b'

  test('but is one is taken, whatever stands around it', async () => {
    const opened = await zooPanel()
    for (const body of [`${file}--b--`, `${file}--b--\r\n`, `preamble\r\n${file}--b--\r\nepilogue`]) {
      const answer = await sendRaw(opened, body, form)
      expect([body, answer.status, answer.body.size]).toEqual([body, 201, 9])
    }
  })

  test.each([
    ['of nothing', '', form],
    ['without parts', '--b--\r\n', form],
    ['without a boundary', `${file}--b--\r\n`, 'multipart/form-data; charset=utf-8'],
    ['with another boundary', `${file}--b--\r\n`, 'multipart/form-data; boundary=c'],
    ['that ends inside the file', file.slice(0, -5), form],
    ['that ends inside the headers', file.slice(0, 30), form],
    ['that lacks its end', file, form],
    ['with the file under another name', `${part('upload', '; filename="a.pdf"')}--b--\r\n`, form],
    ['with a text in the place of the file', `${part('file')}--b--\r\n`, form],
    ['with two files', `${file}${file}--b--\r\n`, form],
    ['with another part before the file', `${part('other')}${file}--b--\r\n`, form],
    ['with another part behind the file', `${file}${part('other')}--b--\r\n`, form],
    ['with a part without a name', '--b\r\nContent-Type: text/plain\r\n\r\nx\r\n--b--\r\n', form],
    ['of anything', 'x'.repeat(100_000), form],
  ])('%s is malformed', async (_, body, type) => {
    const opened = await zooPanel()
    const answer = await sendRaw(opened, body, type)
    expect([answer.status, answer.body.code]).toEqual([400, 'malformed'])
    expect(answer.body.detail).toContain('não é exatamente um arquivo na parte “file”')
  })

  test.each([undefined, 'application/json', 'application/x-www-form-urlencoded', 'multipart/mixed; boundary=b'])(
    'of the type %s is not taken',
    async (type) => {
      const opened = await zooPanel()
      const answer = await sendRaw(opened, type === undefined ? bytes(file) : file, type)
      expect([answer.status, answer.body.code]).toEqual([415, 'unsupported-media-type'])
    },
  )

  test('that breaks off is no fault of ours', async () => {
    const opened = await zooPanel()
    const body = new ReadableStream({
      start(controller) {
        controller.enqueue(bytes(file))
        controller.error(new Error('gone'))
      },
    })
    const { status } = await sendRaw(opened, body, form)
    expect(status).toBe(400)
    expect(opened.lines.filter((line) => line.includes('unexpected'))).toEqual([])
    await nothingLeft(opened)
  })
})

describe('who may upload', () => {
  test('is whoever may set the field on some record, a new one or one that is there', async () => {
    const { person } = await zooPanel()
    const status = async (...rules: Parameters<typeof allow>[]) => {
      const somebody = await person({ rules: rules.map((rule) => allow(...rule)) })
      return (await somebody.upload('zoo', 'document', pdf)).status
    }
    expect(await status(['create', 'zoo'])).toBe(201)
    expect(await status(['update', 'zoo', { fields: ['document'], conditions: { name: 'Zoo' } }])).toBe(201)
    expect(await status(['read', 'zoo'])).toBe(403)
    expect(await status(['update', 'zoo', { fields: ['picture', 'name'] }])).toBe(403)
    expect(await status(['create', 'visit'])).toBe(403)
  })

  test('a field that holds no file, that does not exist or that one may not set is the same refusal', async () => {
    const { person } = await zooPanel()
    const agent = await person({ rules: [allow(['read', 'create', 'update'], 'zoo', { fields: ['picture', 'name'] })] })
    const refusal = async (field: string) => {
      const { status, text } = await agent.upload('zoo', field, pdf)
      return [status, text.replaceAll(`“${field}”`, '?')]
    }
    const refused = await refusal('document')
    expect(refused[0]).toBe(403)
    for (const field of ['name', 'nothing', 'constructor', 'id', '__proto__'])
      expect(await refusal(field)).toEqual(refused)
  })

  test('is nobody without a session, from another site, or through the eyes of somebody else', async () => {
    const { anonymous, administrator, person } = await zooPanel()
    const upload = (headers = {}) =>
      administrator.send('POST', '/api/zoos/files/document', { body: formOf(pdf), headers })
    expect((await anonymous.upload('zoo', 'document', pdf)).status).toBe(401)
    expect((await upload({ 'Sec-Fetch-Site': 'cross-site' })).body.code).toBe('cross-site')
    const { user } = await person({ rules: [allow('create', 'zoo')] })
    await administrator.send('POST', '/api/permissions/view-as', { body: { user } })
    expect((await upload()).body.code).toBe('read-only')
  })

  test('resources without files take none', async () => {
    const { administrator } = await zooPanel()
    expect((await administrator.upload('visit', 'document', pdf)).status).toBe(404)
  })
})
