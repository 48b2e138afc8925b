import { expect, test } from 'vitest'
import type { Member } from '../../src/contract/permissions.ts'
import type { Client } from '../client.ts'
import { refused } from '../rows.ts'
import { allow, deny, own, token } from './rules.ts'
import { shop } from './shop.ts'

const dayMs = 24 * 60 * 60_000
const inDays = (days: number) => new Date(Date.now() + days * dayMs).toISOString()

const path = (group: number, user?: number) =>
  `/api/permission-groups/${group}/members${user === undefined ? '' : `/${user}`}`
const list = (client: Client, group: number) => client.send('GET', path(group))
const put = (client: Client, group: number, body: object) => client.send('POST', path(group), { body })
const remove = (client: Client, group: number, user: number) => client.send('DELETE', path(group, user))
const usersOf = ({ body }: { body: Member[] }) => body.map(({ user }) => user.id)

/** Gives and takes groups, and may do what `reading` gives. */
const assigner = [
  allow(['read', 'assign'], 'permissionGroup'),
  allow('read', 'user'),
  allow('update', 'user', { fields: ['groups'] }),
  allow('read', 'customer'),
]
const reading = allow('read', 'customer', { conditions: own })

test('a user is put into a group, with an end that can be moved, and taken out', async () => {
  const { administrator, person } = await shop()
  const somebody = await person({ rules: [] })
  const group = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const end = inDays(2)

  const added = await put(administrator, group.id, { user: somebody.user, expiresAt: end })
  expect(added.status).toBe(201)
  expect(added.body).toEqual({
    user: { id: somebody.user, name: expect.any(String), email: expect.any(String), active: true },
    grantedBy: 'Ana Reis',
    grantedAt: expect.any(String),
    expiresAt: end,
  })
  expect((await list(administrator, group.id)).body).toEqual([added.body])

  const moved = await put(administrator, group.id, { user: somebody.user })
  expect([moved.status, moved.body]).toEqual([200, { ...added.body, expiresAt: null }])
  expect((await administrator.read('user', somebody.user)).body).toMatchObject({
    groups: [somebody.group, group.id],
    version: 2,
  })

  expect((await remove(administrator, group.id, somebody.user)).status).toBe(204)
  expect((await list(administrator, group.id)).body).toEqual([])
  expect((await remove(administrator, group.id, somebody.user)).status).toBe(404)
})

test('a membership acts on the next request, and no more after its end', async () => {
  const { administrator, person, customers, database } = await shop()
  const somebody = await person({ rules: [] })
  const group = await administrator.make('permissionGroup', { name: 'Leitores', rules: [allow('read', 'customer')] })
  const status = async () => (await somebody.read('customer', customers.sul.id)).status

  expect(await status()).toBe(403)
  await put(administrator, group.id, { user: somebody.user, expiresAt: inDays(1) })
  expect(await status()).toBe(200)
  await remove(administrator, group.id, somebody.user)
  expect(await status()).toBe(403)
  expect(
    await database.read("SELECT kind, actor_id, target_id FROM rbac_audit WHERE kind LIKE 'member-%' ORDER BY id"),
  ).toEqual([
    { kind: 'member-added', actor_id: 1, target_id: group.id },
    { kind: 'member-removed', actor_id: 1, target_id: group.id },
  ])
})

test('an end is an instant to come', async () => {
  const opened = await shop()
  const { administrator, person } = opened
  const somebody = await person({ rules: [] })
  const group = await administrator.make('permissionGroup', { name: 'Leitores' })

  for (const expiresAt of [inDays(-1), '2030-01-01', 'amanhã', 5]) {
    const answer = await refused(opened, () => put(administrator, group.id, { user: somebody.user, expiresAt }))
    expect([expiresAt, answer.status, Object.keys(answer.body.errors)]).toEqual([expiresAt, 422, ['expiresAt']])
  }
  expect((await put(administrator, group.id, { user: 999_999 })).body.errors).toHaveProperty('user')
  expect((await put(administrator, group.id, { user: somebody.user, groups: [] })).status).toBe(403)
})

test('groups are given by whoever may assign them and has what they give', async () => {
  const opened = await shop()
  const { administrator, person, brands } = opened
  const weak = await person({ brand: brands.sul.id, rules: [] })
  const giver = await person({ rules: assigner })
  const readers = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const editors = await administrator.make('permissionGroup', {
    name: 'Editores',
    rules: [allow('delete', 'customer')],
  })

  expect((await put(giver, readers.id, { user: weak.user })).status).toBe(201)
  const refusals = [
    [editors.id, weak.user, 'escalation'],
    [readers.id, giver.user, 'escalation'],
    [readers.id, 1, 'escalation'],
    [1, weak.user, 'system-group'],
  ] as const
  for (const [group, user, code] of refusals) {
    const answer = await refused(opened, () => put(giver, group, { user }))
    expect([group, user, answer.status, answer.body.code]).toEqual([group, user, 403, code])
  }
})

test('whoever may not assign a group, or change the groups of a user, does neither', async () => {
  const opened = await shop()
  const { administrator, person } = opened
  const weak = await person({ rules: [] })
  const group = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const [assign, readUser, updateUser, customer] = assigner
  const rules = (...given: (typeof assign | undefined)[]) => given.flatMap((rule) => rule ?? [])
  const unassigning = await person({ rules: rules(allow('read', 'permissionGroup'), readUser, updateUser, customer) })
  const elsewhere = await person({
    rules: rules(
      allow('read', 'permissionGroup'),
      allow('assign', 'permissionGroup', { conditions: { name: 'Outro' } }),
      readUser,
      updateUser,
      customer,
    ),
  })
  const unupdating = await person({
    rules: rules(assign, readUser, allow('update', 'user', { fields: ['name'] }), customer),
  })
  const blind = await person({
    rules: rules(assign, allow('read', 'user', { conditions: { name: 'Ninguém' } }), updateUser, customer),
  })
  const groupless = await person({
    rules: rules(
      allow(['read', 'assign'], 'permissionGroup', { conditions: { name: 'Outro' } }),
      readUser,
      updateUser,
      customer,
    ),
  })

  for (const [client, status] of [
    [unassigning, 403],
    [elsewhere, 403],
    [unupdating, 403],
    [blind, 422],
    [groupless, 404],
  ] as const) {
    const answer = await refused(opened, () => put(client, group.id, { user: weak.user }))
    expect(answer.status).toBe(status)
  }
  // Whether somebody is in a group is told to nobody who does not see them.
  const seen = await person({ rules: [], groups: [group.id] })
  const [member, stranger] = [await remove(blind, group.id, seen.user), await remove(blind, group.id, weak.user)]
  expect([member.status, member.text]).toEqual([404, stranger.text])
})

test('whoever does not see the groups of a user neither gives nor takes any, and is not told of them', async () => {
  const opened = await shop()
  const { administrator, person } = opened
  const group = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const [inside, outside] = [await person({ rules: [], groups: [group.id] }), await person({ rules: [] })]
  const change = [allow(['read', 'assign'], 'permissionGroup'), allow('update', 'user', { fields: ['groups'] })]
  const customer = allow('read', 'customer')
  const others = { id: { $nin: [inside.user, outside.user] } }
  const never = await person({ rules: [...change, customer, allow('read', 'user', { fields: ['name'] })] })
  const hidden = await person({
    rules: [
      ...change,
      customer,
      allow('read', 'user'),
      deny('read', 'user', { fields: ['groups'], conditions: { id: { $in: [inside.user, outside.user] } } }),
    ],
  })
  const elsewhere = await person({
    rules: [
      ...change,
      customer,
      allow('read', 'user', { fields: ['name'] }),
      allow('read', 'user', { conditions: others }),
    ],
  })

  for (const giver of [never, hidden, elsewhere]) {
    const answers = await refused(opened, async () => [
      await put(giver, group.id, { user: inside.user }),
      await put(giver, group.id, { user: outside.user }),
      await remove(giver, group.id, inside.user),
      await remove(giver, group.id, outside.user),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  }
})

test('whoever no longer sees the groups of a user once they gave one is told of what they gave', async () => {
  const { administrator, person, database } = await shop()
  const group = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const somebody = await person({ rules: [] })
  const outside = { groups: { $none: { id: group.id } } }
  const giver = await person({
    rules: [
      allow(['read', 'assign'], 'permissionGroup'),
      allow('read', 'user', { conditions: outside }),
      allow('update', 'user', { fields: ['groups'] }),
      allow('read', 'customer'),
    ],
  })

  const answer = await put(giver, group.id, { user: somebody.user })

  expect([answer.status, answer.body]).toEqual([
    201,
    {
      user: { id: somebody.user, name: `#${somebody.user}` },
      grantedBy: null,
      grantedAt: expect.any(String),
      expiresAt: null,
    },
  ])
  expect(await database.read('SELECT user_id FROM user_permission_groups WHERE group_id = $1', [group.id])).toEqual([
    { user_id: somebody.user },
  ])
})

test('a group that keeps somebody in check is not taken away by who has less, and not by the clock', async () => {
  const opened = await shop()
  const { person, brands, administrator } = opened
  const checks = await administrator.make('permissionGroup', {
    name: 'Freio',
    rules: [deny('delete', 'customer')],
  })
  const strong = await person({
    brand: brands.sul.id,
    rules: [allow(['read', 'delete'], 'customer')],
    groups: [checks.id],
  })
  const giver = await person({ rules: assigner })

  const taken = await refused(opened, () => remove(giver, checks.id, strong.user))
  expect(taken.body.code).toBe('escalation')
  const ending = await refused(opened, () => put(giver, checks.id, { user: strong.user, expiresAt: inDays(1) }))
  expect(ending.body.code).toBe('escalation')
  expect((await put(giver, checks.id, { user: strong.user })).status).toBe(200)
})

/** Somebody whom two groups keep in check, and somebody who may give and take groups but has not what they would get without. */
async function twiceChecked() {
  const opened = await shop()
  const { administrator, person, brands } = opened
  const check = (name: string) =>
    administrator.make('permissionGroup', { name, rules: [deny('delete', 'customer'), allow('read', 'brand')] })
  const [one, two] = [await check('Freio'), await check('Outro freio')]
  const plain = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const strong = await person({
    brand: brands.sul.id,
    rules: [allow(['read', 'delete'], 'customer')],
    groups: [one.id, two.id],
  })
  const giver = await person({ rules: [...assigner, allow('read', 'brand')] })
  return { ...opened, one: one.id, two: two.id, plain: plain.id, strong: strong.user, giver }
}

test.each([
  ['after the other', 1, 2],
  ['before the other', 2, 1],
])(
  'of two groups that keep somebody in check the second is not put on a term that ends %s',
  async (_, first, second) => {
    const opened = await twiceChecked()
    const { one, two, strong: user, giver } = opened

    expect((await put(giver, one, { user, expiresAt: inDays(first) })).status).toBe(200)
    const answer = await refused(opened, () => put(giver, two, { user, expiresAt: inDays(second) }))

    expect([answer.status, answer.body.code]).toEqual([403, 'escalation'])
  },
)

test('of two groups that keep somebody in check the second is not taken away when the first is on a term', async () => {
  const opened = await twiceChecked()
  const { one, two, strong: user, giver } = opened
  await put(giver, one, { user, expiresAt: inDays(1) })
  const record = (await giver.read('user', user)).body
  const groups = record.groups.filter((id: number) => id !== two)

  const answers = await refused(opened, async () => [
    await remove(giver, two, user),
    await giver.update('user', record, { groups }),
  ])

  expect(answers.map(({ status, body }) => [status, body.code])).toEqual([
    [403, 'escalation'],
    [403, 'escalation'],
  ])
})

test('what ends by the clock anyway stands in the way of nothing else', async () => {
  const { administrator, one, two, plain, strong: user, giver } = await twiceChecked()
  await put(administrator, one, { user, expiresAt: inDays(2) })
  await put(administrator, two, { user, expiresAt: inDays(3) })

  const answers = [
    await put(giver, two, { user, expiresAt: inDays(4) }),
    await put(giver, two, { user }),
    await put(giver, plain, { user, expiresAt: inDays(9) }),
    await put(giver, plain, { user, expiresAt: inDays(1) }),
    await remove(giver, plain, user),
  ]

  expect(answers.map(({ status }) => status)).toEqual([200, 200, 201, 200, 204])
})

test('a rule that compares with now is given on by whoever has it', async () => {
  const { administrator, person } = await shop()
  const until = allow('read', 'customer', { conditions: { createdAt: { $lt: token('now') } } })
  const group = await administrator.make('permissionGroup', { name: 'Leitores', rules: [until] })
  const somebody = await person({ rules: [] })
  const [look, user, groups] = assigner
  const giver = await person({ rules: [look, user, groups, until].flatMap((rule) => rule ?? []) })

  expect((await put(giver, group.id, { user: somebody.user })).status).toBe(201)
  expect((await remove(giver, group.id, somebody.user)).status).toBe(204)
})

test('the last administrator stays one, and is not put on a term', async () => {
  const opened = await shop()
  const { administrator, person } = opened

  expect(await refused(opened, () => remove(administrator, 1, 1))).toMatchObject({ status: 409 })
  expect(await refused(opened, () => put(administrator, 1, { user: 1, expiresAt: inDays(1) }))).toMatchObject({
    status: 409,
  })
  const second = await person({ rules: [] })
  expect((await put(administrator, 1, { user: second.user })).status).toBe(201)
  expect((await put(administrator, 1, { user: second.user, expiresAt: inDays(1) })).status).toBe(200)
  expect((await remove(administrator, 1, 1)).status).toBe(409)
})

test('groups for customers and groups that are switched off are given to nobody', async () => {
  const opened = await shop()
  const { administrator, person } = opened
  const somebody = await person({ rules: [] })
  const customers = await administrator.make('permissionGroup', { name: 'Básico', audience: 'customers' })
  const inactive = await administrator.make('permissionGroup', { name: 'Antigo', active: false })

  expect(await refused(opened, () => put(administrator, customers.id, { user: somebody.user }))).toMatchObject({
    status: 422,
  })
  expect(await refused(opened, () => put(administrator, inactive.id, { user: somebody.user }))).toMatchObject({
    status: 409,
  })
})

test('the members of a group are told to whoever sees it, as far as they see them', async () => {
  const { administrator, person, brands } = await shop()
  const group = await administrator.make('permissionGroup', { name: 'Leitores', rules: [reading] })
  const sul = await person({ brand: brands.sul.id, rules: [], groups: [group.id] })
  const beta = await person({ brand: brands.beta.id, rules: [], groups: [group.id] })
  const look = allow('read', 'permissionGroup')
  const near = await person({
    brand: brands.sul.id,
    rules: [look, allow('read', 'user', { conditions: own, fields: ['name', 'groups'] })],
  })
  const nameless = await person({ rules: [look, allow('read', 'user', { fields: ['name'] })] })
  const blind = await person({
    rules: [allow('read', 'permissionGroup', { conditions: { name: 'Outro' } }), allow('read', 'user')],
  })

  expect(usersOf(await list(administrator, group.id)).toSorted()).toEqual([sul.user, beta.user].toSorted())
  expect((await list(near, group.id)).body).toEqual([
    {
      user: { id: sul.user, name: expect.any(String) },
      grantedBy: null,
      grantedAt: expect.any(String),
      expiresAt: null,
    },
  ])
  expect((await list(nameless, group.id)).body).toEqual([])
  expect((await list(blind, group.id)).status).toBe(404)
  expect((await list(administrator, 999_999)).status).toBe(404)
})
