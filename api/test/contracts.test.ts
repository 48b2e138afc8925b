import { describe, expect, test } from 'vitest'
import { panel } from './panel.ts'
import { allow } from './permissions/rules.ts'
import { refused } from './rows.ts'

describe('the brand of a contract', () => {
  test('is that of its customer, and stays when the customer goes to another', async () => {
    const { administrator, database } = await panel()
    const [mine, theirs] = [await administrator.make('brand', { name: 'Sul' }), await administrator.make('brand')]
    const customer = await administrator.make('customer', { brand: mine.id })
    const before = await administrator.make('contract', { customer: customer.id })
    expect(before.brand).toEqual({ id: mine.id, title: 'Sul' })

    await database.write(async (scope) => {
      await scope.run('UPDATE customers SET brand_id = $1, brand_root = $1 WHERE id = $2', [theirs.id, customer.id])
      scope.changed('customers')
    })
    const after = await administrator.make('contract', { customer: customer.id })

    expect((await administrator.read('contract', before.id)).body.brand.id).toBe(mine.id)
    expect(after.brand).toMatchObject({ id: theirs.id })
  })

  test('is written by nobody', async () => {
    const opened = await panel()
    const { administrator } = opened
    const brand = await administrator.make('brand')
    const contract = await administrator.make('contract')
    const answers = await refused(opened, async () => [
      await administrator.create('contract', { customer: 1, number: '7', brand: brand.id }),
      await administrator.update('contract', contract, { brand: brand.id }),
    ])
    expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'forbidden']))
  })

  test('need not be one that its author sees, but decides what rules say of the contract', async () => {
    const { administrator, person } = await panel()
    const [mine, theirs] = [await administrator.make('brand'), await administrator.make('brand')]
    const make = async (brand: number) => (await administrator.make('customer', { brand })).id
    const [here, there] = [await make(mine.id), await make(theirs.id)]
    const clerk = await person({
      rules: [allow('read', 'customer'), allow(['read', 'create'], 'contract', { conditions: { brand: mine.id } })],
    })
    expect((await clerk.create('contract', { customer: here, number: '1' })).status).toBe(201)
    expect((await clerk.create('contract', { customer: there, number: '1' })).status).toBe(403)
  })

  test('is not asked for where the customer is wrong: that is what is told', async () => {
    const { administrator } = await panel()
    const { status, body } = await administrator.create('contract', { customer: 999_999, number: '1' })
    expect([status, Object.keys(body.errors)]).toEqual([422, ['customer']])
  })
})

const taken = 'Já existe um registro com este valor.'

describe('a value that is unique within a brand', () => {
  test('the number of a contract: taken in the brand, free in another, also in one below', async () => {
    const opened = await panel()
    const { administrator } = opened
    const brand = await administrator.make('brand')
    const below = await administrator.make('brand', { parent: brand.id })
    const [one, two] = [
      await administrator.make('customer', { brand: brand.id }),
      await administrator.make('customer', { brand: brand.id }),
    ]
    const other = await administrator.make('customer', { brand: below.id })
    await administrator.make('contract', { customer: one.id, number: 'C-1' })

    const answer = await refused(opened, () => administrator.create('contract', { customer: two.id, number: 'C-1' }))

    expect(answer).toMatchObject({ status: 409, body: { errors: { number: [taken] } } })
    expect((await administrator.create('contract', { customer: other.id, number: 'C-1' })).status).toBe(201)
  })

  test('the external code of a customer, where there is one', async () => {
    const { administrator } = await panel()
    const [brand, other] = [await administrator.make('brand'), await administrator.make('brand')]
    const make = (values: object) =>
      administrator.create('customer', { name: 'Ana Reis', email: 'ana@exemplo.com.br', ...values })
    expect((await make({ brand: brand.id, externalReference: 'X' })).status).toBe(201)
    expect((await make({ brand: other.id, externalReference: 'X' })).status).toBe(201)
    expect(await make({ brand: brand.id, externalReference: 'X' })).toMatchObject({
      status: 409,
      body: { errors: { externalReference: [taken] } },
    })
    expect([(await make({ brand: brand.id })).status, (await make({ brand: brand.id })).status]).toEqual([201, 201])
  })

  test('the name of a brand among those beside it, roots too', async () => {
    const opened = await panel()
    const { administrator } = opened
    const [acme, outra] = [await administrator.make('brand', { name: 'Acme' }), await administrator.make('brand')]
    const sul = await administrator.make('brand', { name: 'Sul', parent: acme.id })
    const answers = await refused(opened, async () => [
      await administrator.create('brand', { name: 'Acme' }),
      await administrator.create('brand', { name: 'Sul', parent: acme.id }),
      await administrator.update('brand', outra, { name: 'Acme' }),
    ])
    expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(
      answers.map(() => [409, { name: [taken] }]),
    )
    const twin = await administrator.make('brand', { name: 'Sul', parent: outra.id })
    expect((await administrator.make('brand', { name: 'Sul' })).name).toBe('Sul')
    expect((await administrator.update('brand', twin, { parent: acme.id })).status).toBe(409)
    expect((await administrator.update('brand', sul, { name: 'Sudeste' })).status).toBe(200)
    expect((await administrator.update('brand', twin, { parent: acme.id })).status).toBe(200)
  })
})

const states = ['draft', 'active', 'suspended', 'ended', 'cancelled']
const ways = [
  'draft active',
  'draft cancelled',
  'active suspended',
  'active ended',
  'active cancelled',
  'suspended active',
  'suspended ended',
  'suspended cancelled',
]

test.each(states.flatMap((from) => states.map((to) => [from, to] as const)))(
  'a contract passes from %s to %s only as its transitions say',
  async (from, to) => {
    const { administrator } = await panel()
    const dates = { startsAt: '2026-01-01', endsAt: '2026-12-31' }
    const contract = await administrator.make('contract', { status: from, ...dates })
    const { status } = await administrator.update('contract', contract, { status: to })
    expect(status).toBe(from === to || ways.includes(`${from} ${to}`) ? 200 : 422)
  },
)

test('a customer under contract is not deleted', async () => {
  const { administrator } = await panel()
  const customer = await administrator.make('customer')
  const contract = await administrator.make('contract', { customer: customer.id })
  expect((await administrator.remove('customer', customer)).status).toBe(409)
  expect((await administrator.remove('contract', contract)).status).toBe(204)
  expect((await administrator.remove('customer', customer)).status).toBe(204)
})
