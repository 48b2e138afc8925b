import { describe, expect, test } from 'vitest'
import { panel, zooPanel } from './panel.ts'
import { refused } from './rows.ts'

const taken = 'Já existe um registro com este valor.'

test('a unique value is taken once, whatever its case', async () => {
  const opened = await panel()
  const { administrator } = opened
  await administrator.make('user', { email: 'eva@exemplo.com.br' })
  const other = await administrator.make('user')
  const password = { password: 'correto cavalo', passwordConfirmation: 'correto cavalo' }

  const answers = await refused(opened, async () => [
    await administrator.create('user', { name: 'Eva', email: 'EVA@exemplo.com.br', ...password }),
    await administrator.update('user', other, { email: ' eva@exemplo.com.br ' }),
  ])

  expect(answers.map(({ status, body }) => ({ status, code: body.code, errors: body.errors }))).toEqual(
    answers.map(() => ({ status: 409, code: 'conflict', errors: { email: [taken] } })),
  )
  expect(answers.map(({ text }) => text).join()).not.toMatch(/eva@|UNIQUE|users/i)
})

describe('a value that is unique under the root of a tree', () => {
  async function trees() {
    const opened = await zooPanel()
    const { administrator } = opened
    const [north, south] = [
      await administrator.make('enclosure', { name: 'Norte' }),
      await administrator.make('enclosure', { name: 'Sul' }),
    ]
    const [hill, lake] = [
      await administrator.make('enclosure', { parent: north.id }),
      await administrator.make('enclosure', { parent: north.id }),
    ]
    const pond = await administrator.make('enclosure', { parent: south.id })
    await administrator.make('visit', { ticket: 'A-1', enclosure: hill.id })
    return { ...opened, north, south, hill, lake, pond }
  }

  test('is taken in the whole tree, and free in another', async () => {
    const opened = await trees()
    const { administrator, lake, north, pond } = opened
    const visit = (enclosure: number) => ({ visitor: 'Bia', ticket: 'A-1', enclosure })

    const answers = await refused(opened, async () => [
      await administrator.create('visit', visit(lake.id)),
      await administrator.create('visit', visit(north.id)),
    ])

    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(
      answers.map(() => [409, { ticket: [taken] }]),
    )
    expect((await administrator.create('visit', visit(pond.id))).status).toBe(201)
    expect((await administrator.create('visit', { visitor: 'Caio', enclosure: lake.id })).status).toBe(201)
    expect((await administrator.create('visit', { visitor: 'Caio', enclosure: lake.id })).status).toBe(201)
  })

  test('is judged again when a record moves to another tree', async () => {
    const opened = await trees()
    const { administrator, lake, pond } = opened
    const visit = await administrator.make('visit', { ticket: 'A-1', enclosure: pond.id })

    const answer = await refused(opened, () => administrator.act('visit', visit, 'move', { enclosure: lake.id }))

    expect(answer).toMatchObject({ status: 409, body: { errors: { ticket: [taken] } } })
  })

  test('keeps a part of a tree from moving under a root where it is taken', async () => {
    const opened = await trees()
    const { administrator, pond, north, south } = opened
    await administrator.make('visit', { ticket: 'A-1', enclosure: pond.id })

    const answer = await refused(opened, () => administrator.update('enclosure', pond, { parent: north.id }))

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'conflict', errors: { parent: [expect.stringContaining('sob a mesma raiz')] } },
    })
    expect((await administrator.ids('visit', `enclosure_under=${south.id}`)).length).toBe(1)
  })

  test('follows the part of the tree that moved', async () => {
    const { administrator, hill, north, south } = await trees()
    expect((await administrator.update('enclosure', hill, { parent: south.id })).status).toBe(200)

    const create = (enclosure: number) => administrator.create('visit', { visitor: 'Bia', ticket: 'A-1', enclosure })
    expect((await create(south.id)).status).toBe(409)
    expect((await create(north.id)).status).toBe(201)
  })
})

describe('what others point to', () => {
  test('is not deleted, and the refusal does not say who points to it', async () => {
    const opened = await panel()
    const { administrator } = opened
    const brand = await administrator.make('brand')
    await administrator.make('customer', { brand: brand.id, name: 'Segredo' })

    const answer = await refused(opened, () => administrator.remove('brand', brand))

    expect(answer).toMatchObject({
      status: 409,
      body: { code: 'conflict', detail: expect.stringContaining('ainda é usado') },
    })
    expect(answer.text).not.toMatch(/segredo|customers|constraint/i)
  })

  test('is not deleted by the record above it in a tree, nor out of a list of chosen ones', async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    const above = await administrator.make('enclosure')
    const chosen = await administrator.make('enclosure', { parent: above.id })
    const zoo = await administrator.make('zoo', { enclosures: [chosen.id] })

    expect((await refused(opened, () => administrator.remove('enclosure', above))).status).toBe(409)
    expect((await refused(opened, () => administrator.remove('enclosure', chosen))).status).toBe(409)
    await administrator.remove('zoo', zoo)
    expect((await administrator.remove('enclosure', chosen)).status).toBe(204)
    expect((await administrator.remove('enclosure', above)).status).toBe(204)
  })

  test('goes along where it is a part of the other', async () => {
    const { administrator } = await panel()
    const customer = await administrator.make('customer')
    const [mine, other] = [
      await administrator.make('contact', { customer: customer.id }),
      await administrator.make('contact'),
    ]

    expect((await administrator.remove('customer', customer)).status).toBe(204)

    expect((await administrator.read('contact', mine.id)).status).toBe(404)
    expect((await administrator.read('contact', other.id)).status).toBe(200)
  })
})

test('a number once given is not given again', async () => {
  const { administrator } = await zooPanel()
  const first = await administrator.make('enclosure')
  await administrator.remove('enclosure', first)
  expect((await administrator.make('enclosure')).id).toBeGreaterThan(first.id)
})
