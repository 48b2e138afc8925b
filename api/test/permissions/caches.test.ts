import { expect, test } from 'vitest'
import type { Client } from '../client.ts'
import { later, minuteMs } from '../clock.ts'
import { zooPanel } from '../panel.ts'
import { elsewhere } from './elsewhere.ts'
import { allow, deny, own, token } from './rules.ts'
import { shop } from './shop.ts'

test('rules that change act on the next request, in both directions', async () => {
  const { person, administrator, customers } = await shop()
  const agent = await person({ rules: [allow('read', 'customer')] })
  const group = async () => (await administrator.read('permissionGroup', agent.group)).body
  const change = async (rules: unknown[]) => {
    const { status, text } = await administrator.update('permissionGroup', await group(), { rules })
    expect([status, status === 200 ? '' : text]).toEqual([200, ''])
  }
  const seen = async () => {
    const { status, body } = await agent.list('customer')
    return [status, body.length, (await agent.read('customer', customers.acme.id)).status]
  }
  expect(await seen()).toEqual([200, 4, 200])
  await change([allow('read', 'customer', { conditions: { name: 'Bia de Beta' } })])
  expect(await seen()).toEqual([200, 1, 404])
  await change([])
  expect(await seen()).toEqual([403, undefined, 403])
  await change([allow('read', 'customer')])
  expect(await seen()).toEqual([200, 4, 200])
})

test('a field that is hidden from now on leaves the answers that were kept', async () => {
  const { person, administrator, customers } = await shop()
  await administrator.update('customer', customers.acme, { notes: 'segredo' })
  const agent = await person({ rules: [allow('read', 'customer')] })
  const first = await agent.list('customer')
  expect(first.text).toContain('segredo')

  const group = (await administrator.read('permissionGroup', agent.group)).body
  await administrator.update('permissionGroup', group, {
    rules: [...group.rules, deny('read', 'customer', { fields: ['notes'] })],
  })

  const again = await agent.send('GET', '/api/customers', {
    headers: { 'If-None-Match': first.headers.get('ETag') ?? '' },
  })
  expect([again.status, again.text.includes('segredo')]).toEqual([200, false])
  expect((await agent.read('customer', customers.acme.id)).text).not.toContain('segredo')
  expect((await agent.send('GET', '/api/meta')).text).not.toContain('"notes"')
})

test('what is kept of one person is never given to another', async () => {
  const { person, administrator, brands } = await shop()
  const rules = [allow('read', 'customer', { conditions: own })]
  const people = [
    await person({ rules, brand: brands.acme.id }),
    await person({ rules, brand: brands.sul.id }),
    await person({ rules, brand: brands.beta.id }),
    await person({ rules: [allow('read', 'customer', { fields: ['name'] })] }),
    await person({ rules: [allow('read', 'customer')] }),
    administrator,
  ]
  const ask = async () => {
    const answers: unknown[] = []
    for (const client of people) {
      const { text, headers } = await client.list('customer', '_sort=id')
      answers.push([text, headers.get('ETag'), headers.get('X-Total-Count')])
    }
    return answers
  }
  const [first, second] = [await ask(), await ask()]
  expect(second).toEqual(first)
  expect(new Set(first.map((answer) => JSON.stringify(answer))).size).toBe(6)
})

test('the tag of one person’s list is no tag of another’s', async () => {
  const { person, brands } = await shop()
  const rules = [allow('read', 'customer', { conditions: own })]
  const [one, other] = [await person({ rules, brand: brands.sul.id }), await person({ rules, brand: brands.beta.id })]
  const etag = (await one.list('customer')).headers.get('ETag') ?? ''
  expect((await other.send('GET', '/api/customers', { headers: { 'If-None-Match': etag } })).status).toBe(200)
  expect((await one.send('GET', '/api/customers', { headers: { 'If-None-Match': etag } })).status).toBe(304)
})

test('an answer for a person may be kept by nobody else', async () => {
  const { person, customers } = await shop()
  const agent = await person({ rules: [allow('read', 'customer')] })
  for (const path of [
    '/api/customers',
    `/api/customers/${customers.acme.id}`,
    '/api/customers/lookup',
    '/api/meta',
    '/api/auth/me',
    '/api/customers/999',
    '/api/brands',
  ]) {
    const { headers } = await agent.send('GET', path)
    expect([path, headers.get('Cache-Control')]).toEqual([
      path,
      expect.stringMatching(/^(no-store|private, no-cache)$/),
    ])
  }
})

test('every answer says by which rules it was given, and the word changes with them alone', async () => {
  const { person, administrator } = await shop()
  const [agent, other] = [
    await person({ rules: [allow('read', 'customer')] }),
    await person({ rules: [allow('read', 'customer')] }),
  ]
  const word = async (client: Client, path: string) => (await client.send('GET', path)).headers.get('X-Ability-Version')
  const before = await word(agent, '/api/customers')
  expect(before).not.toBe(null)
  expect(await word(agent, '/api/customers/999')).toBe(before)
  expect(await word(agent, '/api/auth/me')).toBe((await agent.send('GET', '/api/auth/me')).body.version)
  expect(await word(other, '/api/customers')).not.toBe(before)

  const group = (await administrator.read('permissionGroup', agent.group)).body
  await administrator.update('permissionGroup', group, { rules: [allow('read', 'customer', { fields: ['name'] })] })
  expect(await word(agent, '/api/customers')).not.toBe(before)
})

test('a membership holds until it ends, and a group while it is active', async () => {
  const { person, administrator, database } = await shop()
  const agent = await person({ rules: [allow('read', 'customer')] })
  const status = async () => (await agent.list('customer')).status
  expect(await status()).toBe(200)
  const group = (await administrator.read('permissionGroup', agent.group)).body
  const off = await administrator.update('permissionGroup', group, { active: false })
  expect([off.status, await status()]).toEqual([200, 403])
  await administrator.update('permissionGroup', off.body, { active: true })
  expect(await status()).toBe(200)

  const endsAt = (ms: number) =>
    database.write(async (scope) => {
      const instant = new Date(Date.now() + ms).toISOString().replace('T', ' ').replace('Z', ' +00:00')
      await scope.run('UPDATE user_permission_groups SET expires_at = $1 WHERE user_id = $2', [instant, agent.user])
      scope.changed('user_permission_groups')
    })
  await endsAt(-1)
  expect(await status()).toBe(403)
  await endsAt(minuteMs)
  expect(await status()).toBe(200)
  await endsAt(10 * minuteMs)
  expect(await status()).toBe(200)
  later(9 * minuteMs)
  expect(await status()).toBe(200)
  later(2 * minuteMs)
  expect(await status()).toBe(403)
})

test('a group for customers gives nothing to who is in it by mistake', async () => {
  const { person, database } = await shop()
  const agent = await person({ rules: [allow('manage', 'all')] })
  await database.write(async (scope) => {
    await scope.run("UPDATE permission_groups SET audience = 'customers' WHERE id = $1", [agent.group])
    await scope.run('UPDATE rbac_state SET version = version + 1 WHERE id = 1')
    for (const table of ['permission_groups', 'rbac_state']) scope.changed(table)
  })
  expect((await agent.list('customer')).status).toBe(403)
})

test('who is switched off is out at once', async () => {
  const { person, administrator } = await shop()
  const agent = await person({ rules: [allow('read', 'customer')] })
  expect((await agent.list('customer')).status).toBe(200)
  const user = (await administrator.read('user', agent.user)).body
  expect((await administrator.update('user', user, { active: false })).status).toBe(200)
  expect((await agent.list('customer')).status).toBe(401)
})

test('another brand is another part of the tree, on the next request', async () => {
  const { person, administrator, brands, customers } = await shop()
  const agent = await person({ rules: [allow('read', 'customer', { conditions: own })], brand: brands.sul.id })
  expect(await agent.ids('customer')).toHaveLength(2)
  const user = (await administrator.read('user', agent.user)).body
  expect((await administrator.update('user', user, { brand: brands.beta.id })).status).toBe(200)
  expect(await agent.ids('customer')).toEqual([customers.beta.id])
})

test('a rule that looks at the time it is follows the time', async () => {
  const { person, administrator } = await zooPanel()
  const agent = await person({
    rules: [allow('read', 'zoo', { conditions: { dateTimeValue: { $lt: token('now') } } })],
  })
  const { id } = await administrator.make('zoo', {
    dateTimeValue: new Date(Date.now() + 10 * minuteMs).toISOString(),
  })
  expect(await agent.ids('zoo')).toEqual([])
  later(9 * minuteMs)
  expect(await agent.ids('zoo')).toEqual([])
  later(2 * minuteMs)
  expect(await agent.ids('zoo')).toEqual([id])
})

test('a record that another table decides about comes and goes with that table', async () => {
  const { person, administrator, brands, customers } = await shop()
  const agent = await person({
    rules: [
      allow('read', 'customer', {
        conditions: { brand: { active: true }, contacts: { $none: { isEmergency: true } } },
      }),
    ],
  })
  const seen = () => agent.ids('customer', '_sort=id')
  expect(await seen()).toHaveLength(4)
  await administrator.update('brand', brands.beta, { active: false })
  expect(await seen()).not.toContain(customers.beta.id)
  const contact = await administrator.make('contact', { customer: customers.sul.id, isEmergency: true })
  expect(await seen()).toEqual([customers.acme.id, customers.porto.id])
  await administrator.remove('contact', contact)
  expect(await seen()).toEqual([customers.acme.id, customers.sul.id, customers.porto.id])
})

test('rules changed by one process act on the next request of another', async () => {
  const opened = await shop()
  const { person, administrator } = opened
  const agent = await person({ rules: [allow('read', 'customer')] })
  const there = await (await elsewhere(opened))(agent.user)
  for (let round = 0; round < 5; round++) {
    const group = (await administrator.read('permissionGroup', agent.group)).body
    const some = round % 2 === 0
    const rules = [allow('read', 'customer', some ? { conditions: { name: 'Bia de Beta' } } : {})]
    expect((await administrator.update('permissionGroup', group, { rules })).status).toBe(200)
    expect((await there.list('customer')).body).toHaveLength(some ? 1 : 4)
  }
})

test('rules that could not be read once are read on the next request', async () => {
  const { person, database } = await shop()
  const agent = await person({ rules: [allow('read', 'customer')] })
  const rename = (from: string, to: string) => database.sequelize.query(`ALTER TABLE ${from} RENAME TO ${to}`)

  await rename('permission_groups_rules', 'rules_elsewhere')
  const during = await agent.list('customer')
  await rename('rules_elsewhere', 'permission_groups_rules')

  expect([during.status, (await agent.list('customer')).status]).toEqual([500, 200])
})
