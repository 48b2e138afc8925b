import { describe, expect, test, vi } from 'vitest'
import type { Answer, Client } from './client.ts'
import { later, minuteMs } from './clock.ts'
import { pdf, png, storedIn } from './files.ts'
import { panel, zooPanel } from './panel.ts'
import { allow } from './permissions/rules.ts'

const another = { name: 'outro.pdf', content: '%PDF-1.7\noutro\n' }

async function uploaded(client: Client, field = 'document', file = field === 'picture' ? png : pdf): Promise<string> {
  return (await client.upload('zoo', field, file)).body.id
}

/** Waits until so many files lie in the folder: what is taken away goes after the answer. */
function left(folder: string, count: number): Promise<string[]> {
  return vi.waitFor(() => {
    const stored = storedIn(folder)
    expect(stored).toHaveLength(count)
    return stored
  })
}

const wrong = ({ status, body }: Answer) => [status, body.errors]
const gone = { document: ['O arquivo enviado não está mais disponível. Envie-o de novo.'] }

describe('a record', () => {
  test('takes an upload by its id, and tells its name, its size and what it is', async () => {
    const { administrator } = await zooPanel()
    const file = (await administrator.upload('zoo', 'document', pdf)).body
    const { status, body } = await administrator.create('zoo', { name: 'Zoo', document: file.id })
    expect([status, body.document, body.picture]).toEqual([201, file, null])
    expect((await administrator.read('zoo', body.id)).body.document).toEqual(file)
    expect((await administrator.list('zoo')).body[0].document).toEqual(file)
  })

  test('takes one later, another in its place, and none again', async () => {
    const { administrator, folder } = await zooPanel()
    const zoo = await administrator.make('zoo')
    const [first, second] = [await uploaded(administrator), await uploaded(administrator, 'document', another)]
    const change = async (document: string | null) =>
      (await administrator.update('zoo', zoo, { document }, '*')).body.document

    expect(await change(first)).toMatchObject({ id: first, name: 'contrato.pdf' })
    expect(storedIn(folder)).toHaveLength(2)
    expect(await change(second)).toMatchObject({ id: second, name: 'outro.pdf' })
    await left(folder, 1)
    expect(await change(null)).toBe(null)
    await left(folder, 0)
    expect(wrong(await administrator.update('zoo', zoo, { document: first }, '*'))).toEqual([422, gone])
  })

  test('keeps the file it has when its own id comes back, whoever sends it', async () => {
    const { administrator, person, folder } = await zooPanel()
    const document = await uploaded(administrator)
    const zoo = await administrator.make('zoo', { document })
    const other = await person({ rules: [allow(['read', 'update'], 'zoo')] })
    const { status, body } = await other.update('zoo', zoo, { name: 'Outro', document })
    expect([status, body.name, body.document.id]).toEqual([200, 'Outro', document])
    expect(storedIn(folder)).toHaveLength(1)
  })

  test('is found by whether it has a file', async () => {
    const { administrator } = await zooPanel()
    const filled = await administrator.make('zoo', { document: await uploaded(administrator) })
    const empty = await administrator.make('zoo')
    expect(await administrator.ids('zoo', 'document_null=false')).toEqual([filled.id])
    expect(await administrator.ids('zoo', 'document_null=true')).toEqual([empty.id])
    expect((await administrator.list('zoo', 'document=x')).status).toBe(400)
    expect((await administrator.list('zoo', '_sort=document')).status).toBe(400)
  })

  test('is open to rules by whether it has a file', async () => {
    const { administrator, person } = await zooPanel()
    const filled = await administrator.make('zoo', { document: await uploaded(administrator) })
    await administrator.make('zoo')
    const reader = await person({ rules: [allow('read', 'zoo', { conditions: { document: { $null: false } } })] })
    expect(await reader.ids('zoo')).toEqual([filled.id])
  })

  test('that must have a file is refused without one', async () => {
    const { administrator } = await panel()
    const customer = await administrator.make('customer')
    const { status, body } = await administrator.create('attachment', { customer: customer.id, kind: 'rg' })
    expect([status, body.errors]).toEqual([422, { file: ['Preencha este campo.'] }])
    const attachment = await administrator.make('attachment', { customer: customer.id, kind: 'rg' })
    expect(attachment).toMatchObject({ name: 'contrato.pdf', file: { name: 'contrato.pdf' } })
    expect(wrong(await administrator.update('attachment', attachment, { file: null }))[0]).toBe(422)
    expect((await administrator.lookup('attachment')).status).toBe(200)
  })
})

describe('an upload', () => {
  test('of somebody else, for another field, for another resource or that there never was is none', async () => {
    const { administrator, person } = await zooPanel()
    const other = await person({ rules: [allow(['read', 'create', 'update'], 'zoo')] })
    const foreign = await uploaded(other)
    const picture = await uploaded(administrator, 'picture')
    const zoo = await administrator.make('zoo')
    for (const document of [foreign, picture, 'f_AAAAAAAAAAAAAAAAAAAAAA', 'f_', '../../etc/passwd', 7]) {
      const answers = [
        await administrator.create('zoo', { name: 'Zoo', document }),
        await administrator.update('zoo', zoo, { document }),
      ]
      for (const { status, body } of answers)
        expect([document, status, Object.keys(body.errors)]).toEqual([document, 422, ['document']])
    }
    expect((await other.create('zoo', { name: 'Zoo', document: foreign })).status).toBe(201)
  })

  test('becomes the file of one record', async () => {
    const { administrator } = await zooPanel()
    const document = await uploaded(administrator)
    expect((await administrator.create('zoo', { name: 'Zoo', document })).status).toBe(201)
    expect(wrong(await administrator.create('zoo', { name: 'Zoo', document }))).toEqual([422, gone])
  })

  test('becomes the file of one record, also when two are saved at once', async () => {
    const { administrator } = await zooPanel()
    const document = await uploaded(administrator)
    const answers = await Promise.all(
      Array.from({ length: 5 }, () => administrator.create('zoo', { name: 'Zoo', document })),
    )
    expect(answers.map(({ status }) => status).toSorted()).toEqual([201, 422, 422, 422, 422])
  })

  test('waits a day for its record', async () => {
    const { administrator, as } = await zooPanel()
    const [first, second] = [await uploaded(administrator), await uploaded(administrator)]
    later(24 * 60 * minuteMs - minuteMs)
    const inTime = await as('administrator')
    expect((await inTime.create('zoo', { name: 'Zoo', document: first })).status).toBe(201)
    later(2 * minuteMs)
    expect(wrong(await (await as('administrator')).create('zoo', { name: 'Zoo', document: second }))).toEqual([
      422,
      gone,
    ])
  })
})

describe('a save that fails', () => {
  test('keeps the file that was there, and the upload for the next one', async () => {
    const { administrator, person, folder } = await zooPanel()
    const zoo = await administrator.make('zoo', { document: await uploaded(administrator) })
    const before = storedIn(folder)
    const rules = [allow('read', 'zoo'), allow('update', 'zoo', { check: { name: 'Zoo' } })]
    const agent = await person({ rules })
    const document = await uploaded(agent, 'document', another)

    const answers = [
      await agent.update('zoo', zoo, { document, cpfValue: '1' }, '*'),
      await agent.update('zoo', zoo, { document, name: 'Outro' }, '*'),
      await agent.update('zoo', zoo, { document, name: 'Zoo' }, '"99"'),
    ]

    expect(answers.map(({ status }) => status)).toEqual([422, 403, 412])
    expect((await agent.read('zoo', zoo.id)).body.document).toEqual(zoo.document)
    expect(storedIn(folder)).toEqual(expect.arrayContaining(before))
    const saved = await agent.update('zoo', zoo, { document, name: 'Zoo' }, '*')
    expect([saved.status, saved.body.document.id]).toEqual([200, document])
    await left(folder, 1)
  })
})

describe('a file goes', () => {
  test('with its record, and its thumbnail too', async () => {
    const { administrator, folder } = await zooPanel()
    const document = await uploaded(administrator)
    const zoo = await administrator.make('zoo', { document, picture: await uploaded(administrator, 'picture') })
    expect(storedIn(folder)).toHaveLength(3)
    expect((await administrator.remove('zoo', zoo)).status).toBe(204)
    await left(folder, 0)
  })

  test('with the record that its own is a part of', async () => {
    const { administrator, folder, database } = await panel()
    const [ana, bia] = [await administrator.make('customer'), await administrator.make('customer')]
    for (const { id } of [ana, ana, bia]) await administrator.make('attachment', { customer: id, kind: 'rg' })
    expect(storedIn(folder)).toHaveLength(3)

    expect((await administrator.remove('customer', ana)).status).toBe(204)

    await left(folder, 1)
    await vi.waitFor(async () => expect(await database.read('SELECT key FROM stored_files')).toHaveLength(1))
  })

  test('not with a record that stays because others point to it', async () => {
    const { administrator, folder } = await panel()
    const logo = (await administrator.upload('brand', 'logo', png)).body.id
    const brand = await administrator.make('brand', { logo })
    await administrator.make('customer', { brand: brand.id })
    expect((await administrator.remove('brand', brand)).status).toBe(409)
    expect((await administrator.send('GET', `/api/brands/${brand.id}/files/logo`)).status).toBe(200)
    expect(storedIn(folder)).toHaveLength(2)
  })
})
