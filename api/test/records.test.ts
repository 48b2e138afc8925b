import { expect, test } from 'vitest'
import { panel, zooPanel } from './panel.ts'

test('a record is made, read, changed and deleted', async () => {
  const { administrator } = await panel()
  const brand = await administrator.make('brand', { name: 'Acme' })
  const made = await administrator.create('customer', {
    brand: brand.id,
    name: ' João da Silva ',
    email: 'JOAO@Exemplo.com.br',
    cpf: '111.444.777-35',
  })

  expect(made.status).toBe(201)
  expect(made.headers.get('Location')).toBe(`/api/customers/${made.body.id}`)
  expect(made.body).toMatchObject({
    brand: { id: brand.id, title: 'Acme' },
    name: 'João da Silva',
    email: 'joao@exemplo.com.br',
    cpf: '11144477735',
    status: 'active',
    platformAccess: true,
    version: 1,
  })

  const changed = await administrator.update('customer', made.body, {
    paymentStatus: 'defaulting',
    statusReason: 'Fatura aberta',
  })
  expect(changed.status).toBe(200)
  expect(changed.headers.get('ETag')).toBe('"2"')
  expect(changed.body).toMatchObject({ paymentStatus: 'defaulting', platformAccess: false, version: 2 })

  expect((await administrator.read('customer', made.body.id)).body).toMatchObject({
    paymentStatus: 'defaulting',
    name: 'João da Silva',
  })
  expect((await administrator.remove('customer', changed.body)).status).toBe(204)
  expect((await administrator.read('customer', made.body.id)).status).toBe(404)
})

test('a person in no group may do nothing, and is told nothing about what there is', async () => {
  const { administrator, as } = await zooPanel()
  const visit = await administrator.make('visit')
  const nobody = await as('nobody')

  const answers = [
    await nobody.list('visit'),
    await nobody.read('visit', visit.id),
    await nobody.read('visit', 999),
    await nobody.create('visit', { visitor: 'Eva' }),
    await nobody.update('visit', visit, { visitor: 'Eva' }),
    await nobody.remove('visit', visit),
    await nobody.act('visit', visit, 'move', { enclosure: 1 }),
    await nobody.send('GET', '/api/visits/lookup'),
  ]

  expect(answers.map(({ status }) => status)).toEqual(answers.map(() => 403))
  expect((await nobody.send('GET', '/api/meta')).body.resources).toEqual([])
  expect((await administrator.read('visit', visit.id)).body).toMatchObject({ visitor: visit.visitor, version: 1 })
})

test('an action runs on one record and on many, and refuses as a whole', async () => {
  const { administrator } = await zooPanel()
  const [here, there] = [await administrator.make('enclosure'), await administrator.make('enclosure')]
  const [one, two] = [
    await administrator.make('visit', { enclosure: here.id }),
    await administrator.make('visit', { enclosure: there.id }),
  ]

  const moved = await administrator.act('visit', one, 'move', { enclosure: there.id })
  expect(moved.status).toBe(200)
  expect(moved.body).toMatchObject({
    message: expect.stringContaining('Visita mudada.'),
    record: { enclosure: { id: there.id }, version: 2 },
  })

  const records = [
    { id: two.id, version: 1 },
    { id: one.id, version: 2 },
  ]
  const refused = await administrator.send('POST', '/api/visits/actions/move', {
    body: { records, input: { enclosure: there.id } },
  })
  expect(refused).toMatchObject({ status: 409, body: { detail: 'A visita já está neste recinto.' } })
  const bulk = await administrator.send('POST', '/api/visits/actions/move', {
    body: { records, input: { enclosure: here.id } },
  })
  expect(bulk.body.records.map(({ enclosure }: { enclosure: { id: number } }) => enclosure.id)).toEqual([
    here.id,
    here.id,
  ])
})
