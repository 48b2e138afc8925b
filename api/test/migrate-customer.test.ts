import { expect, test } from 'vitest'
import type { Rule } from '../src/contract/permissions.ts'
import { panel } from './panel.ts'

const own = { $under: `\${user.brand}` }

/** Two root brands, one with a sub-brand, and a customer of that. */
async function brands() {
  const { administrator, person, database } = await panel()
  const acme = await administrator.make('brand', { name: 'Acme' })
  const south = await administrator.make('brand', { name: 'Sul', parent: acme.id })
  const beta = await administrator.make('brand', { name: 'Beta' })
  const customer = await administrator.make('customer', { brand: south.id, cpf: '11144477735' })
  const rules: Rule[] = [
    { actions: ['read', 'update', 'migrate'], subject: 'customer', conditions: { brand: own } },
    { actions: ['read'], subject: 'brand', conditions: { id: own } },
  ]
  const manager = await person({ brand: acme.id, rules })
  return { administrator, person, database, acme, south, beta, customer, manager, rules }
}

test('a customer moves to another brand, and the history says from where, where to and why', async () => {
  const { administrator, customer, south, beta } = await brands()

  const { status, body } = await administrator.act('customer', customer, 'migrate', {
    brand: beta.id,
    reason: 'A pedido',
  })

  expect(status).toBe(200)
  expect(body).toMatchObject({
    message: 'Migração realizada com sucesso.',
    record: { brand: { id: beta.id }, version: 2 },
  })
  const [entry] = (await administrator.send('GET', `/api/customers/${customer.id}/history`)).body
  expect(entry).toMatchObject({
    action: 'migrate',
    label: 'Migrar cliente',
    note: 'A pedido',
    by: { name: 'Ana Reis' },
  })
  expect(entry.changes).toEqual([
    { field: 'brand', before: { id: south.id, title: 'Acme › Sul' }, after: { id: beta.id, title: 'Beta' } },
  ])
})

test('it is refused for the same brand, for one that is not active, and for a stale version', async () => {
  const { administrator, customer, south, beta } = await brands()
  const closed = await administrator.make('brand', { name: 'Fechada', active: false })

  const same = await administrator.act('customer', customer, 'migrate', { brand: south.id })
  expect(same).toMatchObject({ status: 422, body: { errors: { brand: ['O cliente já está nesta marca.'] } } })
  const inactive = await administrator.act('customer', customer, 'migrate', { brand: closed.id })
  expect(inactive).toMatchObject({ status: 422, body: { errors: { brand: [expect.any(String)] } } })
  const stale = await administrator.act('customer', { ...customer, version: 7 }, 'migrate', { brand: beta.id })
  expect(stale.status).toBe(412)
  expect((await administrator.read('customer', customer.id)).body).toMatchObject({
    brand: { id: south.id },
    version: 1,
  })
})

test('rights are needed on both brands', async () => {
  const { administrator, person, customer, manager, rules, south, acme, beta } = await brands()

  expect((await manager.act('customer', customer, 'migrate', { brand: beta.id })).status).toBe(422)
  const everyBrand: Rule = { actions: ['read'], subject: 'brand' }
  const seeing = await person({ brand: acme.id, rules: [...rules, everyBrand] })
  expect((await seeing.act('customer', customer, 'migrate', { brand: beta.id })).status).toBe(403)
  expect((await administrator.read('customer', customer.id)).body.brand.id).toBe(south.id)

  expect((await manager.act('customer', customer, 'migrate', { brand: acme.id })).status).toBe(200)
  const ofBeta = await person({ brand: beta.id, rules: [...rules, everyBrand] })
  expect((await ofBeta.act('customer', { ...customer, version: 2 }, 'migrate', { brand: beta.id })).status).toBe(404)
})

test('whoever may change customers but not migrate them is refused', async () => {
  const { person, customer, acme, beta } = await brands()
  const clerk = await person({
    rules: [
      { actions: ['read', 'update'], subject: 'customer' },
      { actions: ['read'], subject: 'brand' },
    ],
  })

  expect((await clerk.act('customer', customer, 'migrate', { brand: beta.id })).status).toBe(403)
  expect((await clerk.update('customer', customer, { brand: acme.id })).status).toBe(403)
})

test('a permission group that is not of the new brand gives way to its default, or to none, and the message says so', async () => {
  const { administrator, customer, acme, beta } = await brands()
  const group = await administrator.make('permissionGroup', { name: 'Frota', audience: 'customers', brand: acme.id })
  const standard = await administrator.make('permissionGroup', {
    name: 'Beta',
    audience: 'customers',
    brand: beta.id,
    isDefault: true,
  })
  const { body: linked } = await administrator.update('customer', customer, { permissionGroup: group.id })

  const moved = await administrator.act('customer', linked, 'migrate', { brand: beta.id })

  expect(moved.body.message).toBe(
    'O grupo de permissões não é da nova marca: vale agora o padrão dela. Migração realizada com sucesso.',
  )
  expect(moved.body.record.permissionGroup).toMatchObject({ id: standard.id })

  const back = await administrator.act('customer', moved.body.record, 'migrate', { brand: acme.id })
  expect(back.body.message).toContain('o cliente ficou sem grupo.')
  expect(back.body.record.permissionGroup).toBeNull()
})

test('a CPF that is taken under the new root is a conflict, and nothing moves', async () => {
  const { administrator, customer, south, beta } = await brands()
  await administrator.make('customer', { brand: beta.id, cpf: '11144477735' })

  expect((await administrator.act('customer', customer, 'migrate', { brand: beta.id })).status).toBe(409)

  expect((await administrator.read('customer', customer.id)).body).toMatchObject({
    brand: { id: south.id },
    version: 1,
  })
})

test('contracts stay with the brand that they were made under', async () => {
  const { administrator, customer, south, beta } = await brands()
  const contract = await administrator.make('contract', { customer: customer.id, number: '1' })

  await administrator.act('customer', customer, 'migrate', { brand: beta.id })

  expect((await administrator.read('contract', contract.id)).body.brand.id).toBe(south.id)
})

test('many move at once, all or none', async () => {
  const { administrator, south, beta, customer, database } = await brands()
  const other = await administrator.make('customer', { brand: south.id })
  const there = await administrator.make('customer', { brand: beta.id })
  const records = [customer, other].map(({ id, version }) => ({ id, version }))

  const refused = await administrator.bulk('customer', 'migrate', {
    records: [...records, { id: there.id, version: 1 }],
    input: { brand: beta.id },
  })
  expect(refused.status).toBe(422)
  expect(await database.read(`SELECT id FROM history WHERE action = 'migrate'`)).toEqual([])

  const moved = await administrator.bulk('customer', 'migrate', { records, input: { brand: beta.id } })
  expect(moved.body.records.map(({ brand }: { brand: { id: number } }) => brand.id)).toEqual([beta.id, beta.id])
})
