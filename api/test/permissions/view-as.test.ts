import { expect, test } from 'vitest'
import type { Client } from '../client.ts'
import { refused } from '../rows.ts'
import { allow, deny, own } from './rules.ts'
import { shop } from './shop.ts'

const path = '/api/permissions/view-as'
const viewAs = (client: Client, body: object) => client.send('POST', path, { body })
const end = (client: Client) => client.send('DELETE', path)
const me = async (client: Client) => (await client.send('GET', '/api/auth/me')).body

const reading = allow('read', 'customer', { conditions: own, fields: ['name', 'brand'] })

test('the panel is shown as somebody sees it, until it is shown as oneself again', async () => {
  const { administrator, person, brands, customers } = await shop()
  const sul = await person({ brand: brands.sul.id, rules: [reading] })
  const before = await me(administrator)
  const all = await administrator.ids('customer')

  const begun = await viewAs(administrator, { user: sul.user })

  expect(begun).toMatchObject({ status: 200, body: { user: { id: sul.user, name: expect.any(String) } } })
  const seen = await me(administrator)
  expect(seen).toMatchObject({
    user: { id: sul.user },
    groups: [{ id: sul.group }],
    viewing: { user: { id: sul.user } },
  })
  expect(seen.rules).toEqual((await me(sul)).rules)
  expect(seen.version).not.toBe(before.version)
  expect(seen.version).not.toBe((await me(sul)).version)
  const list = await administrator.list('customer')
  expect(list.headers.get('X-Ability-Version')).toBe(seen.version)
  expect(list.body).toEqual((await sul.list('customer')).body)
  expect((await administrator.read('customer', customers.beta.id)).status).toBe(404)
  expect((await administrator.send('GET', '/api/meta')).body).toEqual((await sul.send('GET', '/api/meta')).body)

  expect((await end(administrator)).status).toBe(204)
  expect(await me(administrator)).toEqual(before)
  expect(await administrator.ids('customer')).toEqual(all)
  expect((await end(administrator)).status).toBe(204)
})

test('nothing is changed meanwhile, by no way there is', async () => {
  const opened = await shop()
  const { app, administrator, person, brands } = opened
  const sul = await person({ brand: brands.sul.id, rules: [allow('manage', 'all')] })
  await viewAs(administrator, { user: sul.user })
  const handled = app.routes.filter(
    ({ method, path }) =>
      method !== 'ALL' && method !== 'GET' && path.startsWith('/api/') && !/auth\/(sign|set-up|link)/.test(path),
  )
  const unsafe = handled.filter(({ method, path: address }) => !(method === 'DELETE' && address === path))
  expect(unsafe.length).toBeGreaterThan(20)

  for (const { method, path } of unsafe) {
    const address = path.replace(/:\w+/g, '1')
    const answer = await refused(opened, () =>
      administrator.send(method, address, { headers: { 'If-Match': '*' }, body: {} }),
    )
    expect([method, address, answer.status, answer.body.code]).toEqual([method, address, 403, 'read-only'])
  }
})

test('one may still sign out', async () => {
  const { administrator, person } = await shop()
  const sul = await person({ rules: [reading] })
  await viewAs(administrator, { user: sul.user })

  expect((await administrator.send('POST', '/api/auth/sign-out')).status).toBe(204)
  expect((await administrator.send('GET', '/api/auth/me')).status).toBe(401)
})

test('the panel is shown as a member of a group in a brand would see it', async () => {
  const { administrator, person, brands, customers } = await shop()
  const sul = await person({ rules: [reading] })

  await viewAs(administrator, { group: sul.group, brand: brands.sul.id })
  expect(await administrator.ids('customer', '_sort=id')).toEqual([customers.sul.id, customers.porto.id])
  expect(await me(administrator)).toMatchObject({
    user: { id: 1 },
    groups: [{ id: sul.group }],
    viewing: { group: { id: sul.group } },
  })
  await end(administrator)
  await viewAs(administrator, { group: sul.group })
  expect((await administrator.list('customer')).status).toBe(403)
})

test('never more is shown than both may see', async () => {
  const { person, administrator, brands, customers } = await shop()
  const looker = await person({
    brand: brands.acme.id,
    rules: [
      allow('read', 'user'),
      allow('read', 'permissionGroup'),
      allow('read', 'customer', { fields: ['name', 'brand'] }),
    ],
  })
  const sul = await person({ brand: brands.sul.id, rules: [reading] })
  expect((await viewAs(looker, { user: sul.user })).status).toBe(200)
  expect(await looker.ids('customer', '_sort=id')).toEqual([customers.sul.id, customers.porto.id])

  // What the other is given meanwhile is not shown to who does not have it, and what is taken from oneself neither.
  const { body } = await administrator.read('permissionGroup', sul.group)
  await administrator.update('permissionGroup', body, { rules: [allow('read', 'customer'), allow('read', 'contact')] })
  const [row] = (await looker.list('customer', '_sort=id')).body
  expect(Object.keys(row).toSorted()).toEqual(['_access', 'brand', 'id', 'name', 'version'])
  expect((await looker.list('contact')).status).toBe(403)
  const mine = await administrator.read('permissionGroup', looker.group)
  await administrator.update('permissionGroup', mine.body, { rules: [deny('read', 'customer')] })
  expect((await looker.list('customer')).status).toBe(403)
})

test('it is for those who may know the rights they look at, and have no fewer', async () => {
  const opened = await shop()
  const { administrator, person, brands, as } = opened
  const strong = await person({ rules: [allow('read', 'customer')] })
  const weak = await person({ brand: brands.sul.id, rules: [reading] })
  const knowing = await person({
    rules: [
      allow('read', 'user'),
      allow('read', 'permissionGroup'),
      allow('read', 'customer', { fields: ['name', 'brand'] }),
    ],
  })
  const blind = await person({ rules: [allow('read', 'permissionGroup'), allow('read', 'customer')] })
  const inactive = await person({ rules: [] })
  await administrator.update('user', { id: inactive.user, version: 1 }, { active: false }, '*')
  const customers = await administrator.make('permissionGroup', { name: 'Básico', audience: 'customers' })

  for (const [client, body, status, code] of [
    [await as('nobody'), { user: weak.user }, 403, 'forbidden'],
    [blind, { user: weak.user }, 403, 'forbidden'],
    [knowing, { user: strong.user }, 403, 'escalation'],
    [knowing, { user: 1 }, 403, 'escalation'],
    [knowing, { group: strong.group }, 403, 'escalation'],
    [knowing, { group: 1 }, 403, 'escalation'],
    [knowing, { group: weak.group, brand: brands.sul.id }, 403, 'forbidden'],
    [administrator, { group: weak.group, brand: 999_999 }, 422, 'invalid'],
    [administrator, { user: 999_999 }, 404, 'missing'],
    [administrator, { group: 999_999 }, 404, 'missing'],
    [administrator, { user: 1 }, 422, 'invalid'],
    [administrator, { user: inactive.user }, 422, 'invalid'],
    [administrator, { group: customers.id }, 422, 'invalid'],
    [administrator, {}, 422, 'invalid'],
  ] as const) {
    const answer = await refused(opened, () => viewAs(client, body))
    expect([body, answer.status, answer.body.code]).toEqual([body, status, code])
  }
  expect((await viewAs(knowing, { user: weak.user })).status).toBe(200)
})

test('who looked through whose eyes, and when it ended, is written down', async () => {
  const { administrator, person, database } = await shop()
  const somebody = await person({ rules: [] })

  await viewAs(administrator, { user: somebody.user })
  await end(administrator)
  await end(administrator)
  await viewAs(administrator, { group: somebody.group })

  const rows = await database.read(
    "SELECT kind, actor_id, target_type, target_id FROM rbac_audit WHERE kind LIKE 'view-as%' ORDER BY id",
  )
  expect(rows).toEqual([
    { kind: 'view-as', actor_id: 1, target_type: 'user', target_id: somebody.user },
    { kind: 'view-as-ended', actor_id: 1, target_type: 'user', target_id: somebody.user },
    { kind: 'view-as', actor_id: 1, target_type: 'permissionGroup', target_id: somebody.group },
  ])
})

test('other sessions of the same person are their own, and the list of sessions stays one’s own', async () => {
  const { administrator, person, as } = await shop()
  const somebody = await person({ rules: [] })
  const elsewhere = await as('administrator')

  await viewAs(administrator, { user: somebody.user })

  expect((await me(elsewhere)).viewing).toBeUndefined()
  const { body } = await administrator.send('GET', '/api/auth/sessions')
  expect(body.filter(({ current }: { current: boolean }) => current)).toHaveLength(1)
  expect(body.length).toBeGreaterThan(1)
})

test.each(['user', 'permissionGroup', 'brand'])(
  'when the %s that is looked through goes, the session ends with it: it is never one that may write',
  async (resource) => {
    const { administrator, person, as, database } = await shop()
    const leaving = {
      user: (await person({ rules: [] })).user,
      permissionGroup: (await administrator.make('permissionGroup', { name: 'Leitores' })).id,
      brand: (await administrator.make('brand', { name: 'Gama' })).id,
    }
    const { user, permissionGroup: group, brand } = leaving
    const other = await as('administrator')
    await viewAs(administrator, resource === 'user' ? { user } : { group, brand: resource === 'brand' ? brand : null })
    const viewing = () =>
      database.read('SELECT id FROM sessions WHERE viewing_user_id IS NOT NULL OR viewing_group_id IS NOT NULL')
    expect(await viewing()).toHaveLength(1)

    const id = leaving[resource as keyof typeof leaving]
    expect((await other.remove(resource, { id, version: 1 }, '*')).status).toBe(204)

    expect((await administrator.send('GET', '/api/auth/me')).status).toBe(401)
    expect((await administrator.create('brand', { name: 'Delta' })).status).toBe(401)
    expect(await viewing()).toEqual([])
    expect((await other.send('GET', '/api/auth/me')).status).toBe(200)
  },
)
