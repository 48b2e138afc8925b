import { expect, test } from 'vitest'
import { seedDemoAccounts } from '../../seeds/demo.ts'
import { isEmpty } from '../src/records/first-access.ts'
import { makePanel } from '../src/records/panel.ts'
import { ensureGroups } from '../src/records/seed-groups.ts'
import { groups } from '../src/resources/groups.ts'
import type { Client, Made } from './client.ts'
import { panel } from './panel.ts'
import { shop } from './permissions/shop.ts'

/** The shop with the groups that the product brings along, and somebody of one of them who works in a brand. */
async function withGroups() {
  const opened = await shop()
  const ids: Record<string, number> = {}
  for (const group of groups) ids[group.name] = (await opened.administrator.make('permissionGroup', { ...group })).id
  const somebody = (group: string, brand: Made) => opened.person({ groups: [ids[group] ?? 0], brand: brand.id })
  return { ...opened, ids, somebody }
}

/** A database that nobody has put anything in but these brands. */
async function fresh(...brands: string[]) {
  const { administrator, database, resources } = await panel()
  for (const name of brands) await administrator.make('brand', { name })
  await database.sequelize.query('DELETE FROM users')
  return { database, panel: makePanel({ resources, database }) }
}

const names = async ({ database }: Awaited<ReturnType<typeof fresh>>) =>
  (await database.read<{ name: string }>('SELECT name FROM permission_groups ORDER BY id')).map(({ name }) => name)

const statusOf = async (answer: Promise<{ status: number }>) => (await answer).status

test('every seeded group is one that the API would take', async () => {
  const { ids, administrator } = await withGroups()

  for (const { name, rules, tests } of groups) {
    const { body } = await administrator.read('permissionGroup', ids[name] ?? 0)
    expect(body.rules).toMatchObject(rules)
    expect(body.tests).toEqual(tests)
  }
})

test('an empty database gets the groups, once', async () => {
  const opened = await fresh()

  expect(await ensureGroups(opened.panel, groups)).toBe(true)
  expect(await names(opened)).toEqual(['Administrador', ...groups.map(({ name }) => name)])
  expect(await isEmpty(opened.panel)).toBe(true)
  expect(await ensureGroups(opened.panel, groups)).toBe(false)
})

test('a group that was deleted does not come back', async () => {
  const { database, resources } = await panel()

  expect(await ensureGroups(makePanel({ resources, database }), groups)).toBe(false)
})

test('the demo has somebody of every group of the staff, each in a brand', async () => {
  const opened = await fresh('Rastrear Brasil', 'Rastrear Sul')
  await ensureGroups(opened.panel, groups)

  await seedDemoAccounts(opened.panel)

  const members = await opened.database.read<{ name: string; brand: string | null }>(
    `SELECT g.name, b.name AS brand FROM users u
     JOIN user_permission_groups m ON m.user_id = u.id
     JOIN permission_groups g ON g.id = m.group_id
     LEFT JOIN brands b ON b.id = u.brand_id ORDER BY g.id`,
  )
  const staff = groups.filter(({ audience }) => audience === 'staff').map(({ name }) => name)
  expect(members.map(({ name }) => name)).toEqual(['Administrador', ...staff])
  expect(new Set(members.map(({ brand }) => brand))).toEqual(new Set([null, 'Rastrear Brasil', 'Rastrear Sul']))
  expect(members.filter(({ brand }) => brand === null).map(({ name }) => name)).toEqual(['Administrador'])
})

test('Gerente looks after the brands and customers of their own part of the tree', async () => {
  const { somebody, brands, customers } = await withGroups()
  const gerente = await somebody('Gerente', brands.sul)

  expect(await gerente.ids('customer', '_sort=id')).toEqual([customers.sul.id, customers.porto.id])
  expect(await gerente.ids('brand', '_sort=id')).toEqual([brands.sul.id, brands.porto.id])
  expect(await statusOf(gerente.update('customer', customers.porto, { email: 'pia@exemplo.com.br' }))).toBe(200)
  expect(await statusOf(gerente.update('brand', brands.porto, { name: 'Porto Alegre' }))).toBe(200)
  expect(await statusOf(gerente.read('customer', customers.acme.id))).toBe(404)
  expect(await statusOf(gerente.remove('customer', customers.sul))).toBeLessThan(300)
})

test('Gerente opens brands below their own, and moves none', async () => {
  const { somebody, brands } = await withGroups()
  const gerente = await somebody('Gerente', brands.sul)

  expect(await statusOf(gerente.create('brand', { name: 'Norte', parent: brands.porto.id }))).toBe(201)
  expect(await statusOf(gerente.create('brand', { name: 'Raiz' }))).toBe(403)
  expect(await statusOf(gerente.update('brand', brands.porto, { parent: null }))).toBe(403)
  expect((await gerente.list('brand', 'name=Norte')).body).toHaveLength(1)
})

test.each(['Atendimento', 'Financeiro', 'Leitura'])('%s sees neither users nor groups', async (group) => {
  const { somebody, brands } = await withGroups()
  const member = await somebody(group, brands.acme)

  expect(await statusOf(member.list('user'))).toBe(403)
  expect(await statusOf(member.list('permissionGroup'))).toBe(403)
})

test('Gerente gives customers the groups that are for them, and sees no other group', async () => {
  const { somebody, brands, customers, ids, administrator } = await withGroups()
  const group = (name: string, brand: Made) =>
    administrator.make('permissionGroup', { name, audience: 'customers', brand: brand.id })
  const own = await group('De Porto', brands.porto)
  const other = await group('De Beta', brands.beta)
  const gerente = await somebody('Gerente', brands.sul)

  expect(await gerente.ids('permissionGroup', '_sort=id')).toEqual([ids.Básico, ids.Completo, own.id])
  expect((await gerente.read('permissionGroup', own.id)).body).not.toHaveProperty('rules')
  expect(await statusOf(gerente.list('user'))).toBe(403)
  const give = (permissionGroup: number | undefined) =>
    statusOf(gerente.update('customer', customers.porto, { permissionGroup }, '*'))
  expect([await give(own.id), await give(ids.Completo), await give(other.id)]).toEqual([200, 200, 422])
})

test('the contracts of customers are kept by Gerente, priced by Financeiro, and without amounts for Atendimento', async () => {
  const { somebody, brands, customers, administrator } = await withGroups()
  const contract = await administrator.make('contract', { customer: customers.porto.id, monthlyAmountCents: 4990 })
  const elsewhere = await administrator.make('contract', { customer: customers.beta.id })
  const [gerente, caio, bia, lia] = [
    await somebody('Gerente', brands.sul),
    await somebody('Financeiro', brands.sul),
    await somebody('Atendimento', brands.sul),
    await somebody('Leitura', brands.sul),
  ]

  for (const member of [gerente, caio, bia, lia]) expect(await member.ids('contract')).toEqual([contract.id])
  expect(await statusOf(gerente.create('contract', { customer: customers.sul.id, number: 'C-2' }))).toBe(201)
  expect(await statusOf(gerente.read('contract', elsewhere.id))).toBe(404)
  expect(await statusOf(caio.update('contract', contract, { monthlyAmountCents: 5990 }))).toBe(200)
  expect(await statusOf(caio.update('contract', contract, { licensePlate: 'ABC1D23' }, '*'))).toBe(403)
  expect((await bia.read('contract', contract.id)).body).not.toHaveProperty('monthlyAmountCents')
  expect(await statusOf(lia.update('contract', contract, { dueDay: 5 }, '*'))).toBe(403)
})

test('Atendimento keeps the records of customers without ever seeing a document number', async () => {
  const { somebody, brands, customers, administrator } = await withGroups()
  const ids = { cpf: '529.982.247-25', cnh: '62472927637', cnhCategory: 'B', loginEmail: 'sara@exemplo.com.br' }
  const known = (await administrator.update('customer', customers.sul, ids)).body
  const atendente = await somebody('Atendimento', brands.sul)

  const seen = (await atendente.read('customer', known.id)).body
  expect(seen).toMatchObject({ name: known.name, email: known.email })
  for (const hidden of ['cpf', 'cnpj', 'rg', 'cnh', 'loginEmail']) expect(seen).not.toHaveProperty(hidden)
  expect(await statusOf(atendente.list('customer', 'cpf=52998224725'))).toBe(403)
  expect(await statusOf(atendente.update('customer', seen, { mobilePhone: '+5551999998888' }))).toBe(200)
  expect(await statusOf(atendente.update('customer', customers.porto, { paymentStatus: 'defaulting' }))).toBe(403)
  expect(await statusOf(atendente.remove('customer', customers.porto))).toBe(403)
})

test('Atendimento makes customers and contacts in their own part of the tree alone', async () => {
  const { somebody, brands, customers } = await withGroups()
  const atendente = await somebody('Atendimento', brands.sul)
  const customer = (brand: Made) => ({ brand: brand.id, name: 'Nova', email: 'nova@exemplo.com.br' })

  expect(await statusOf(atendente.create('customer', customer(brands.porto)))).toBe(201)
  expect(await statusOf(atendente.create('customer', customer(brands.beta)))).not.toBe(201)
  expect(
    await statusOf(atendente.create('contact', { customer: customers.porto.id, name: 'Mãe', phone: '5132345678' })),
  ).toBe(201)
  expect(
    await statusOf(atendente.create('contact', { customer: customers.beta.id, name: 'Mãe', phone: '5132345678' })),
  ).not.toBe(201)
})

test('Atendimento leaves a cancelled customer as it is, and is told why', async () => {
  const { somebody, brands, customers, administrator } = await withGroups()
  const cancelled = await administrator.update('customer', customers.sul, {
    status: 'cancelled',
    statusReason: 'Vendeu o carro',
  })
  const atendente = await somebody('Atendimento', brands.sul)

  const answer = await atendente.update('customer', cancelled.body, { notes: 'Ligou' })

  expect(answer.status).toBe(403)
  expect(answer.text).toContain('reativado')
})

test('Financeiro sets the situation of payment, and sees no other personal value', async () => {
  const { somebody, brands, customers } = await withGroups()
  const caio = await somebody('Financeiro', brands.sul)

  const seen = (await caio.read('customer', customers.sul.id)).body
  expect(seen).toMatchObject({ name: customers.sul.name, paymentStatus: 'current', platformAccess: true })
  for (const hidden of ['cpf', 'email', 'mobilePhone', 'birthDate', 'street', 'notes'])
    expect(seen).not.toHaveProperty(hidden)
  const owing = { paymentStatus: 'defaulting', statusReason: 'Fatura de maio' }
  expect(await caio.update('customer', seen, owing)).toMatchObject({ status: 200, body: { platformAccess: false } })
  expect(await statusOf(caio.update('customer', customers.porto, { name: 'Outro' }))).toBe(403)
})

test('Leitura sees all of their own part of the tree, and changes nothing', async () => {
  const { somebody, brands, customers } = await withGroups()
  const lia = await somebody('Leitura', brands.acme)

  expect(await lia.ids('customer', '_sort=id')).toEqual(
    [customers.acme, customers.sul, customers.porto].map(({ id }) => id),
  )
  expect((await lia.read('customer', customers.sul.id)).body).toMatchObject({ email: customers.sul.email })
  expect(await changes(lia, customers.sul, brands.sul)).toEqual([403, 403, 403, 403])
})

test('a new customer begins with the group that is the default', async () => {
  const { administrator, brands } = await withGroups()
  expect((await administrator.make('customer', { brand: brands.porto.id })).permissionGroup).toMatchObject({
    title: 'Básico',
  })
})

test('somebody of no brand may read nothing', async () => {
  const { person, ids } = await withGroups()
  const lost = await person({ groups: [ids.Gerente ?? 0] })

  expect(await statusOf(lost.list('customer'))).toBe(403)
  expect(await statusOf(lost.list('brand'))).toBe(403)
})

function changes(client: Client, customer: Made, brand: Made): Promise<number[]> {
  return Promise.all([
    statusOf(client.update('customer', customer, { notes: 'x' })),
    statusOf(client.create('customer', { brand: brand.id, name: 'Nova', email: 'nova@exemplo.com.br' })),
    statusOf(client.remove('customer', customer)),
    statusOf(client.update('brand', brand, { name: 'x' })),
  ])
}
