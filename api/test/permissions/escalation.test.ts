import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/contract/permissions.ts'
import type { Resources } from '../../src/define/resource.ts'
import type { Client, Made } from '../client.ts'
import { refused } from '../rows.ts'
import { allow, deny, own, token } from './rules.ts'
import { shop } from './shop.ts'

/** What a manager of Sul holds: some rights on customers and brands, and all that concerns users and groups. */
const held: Rule[] = [
  allow('read', 'brand'),
  allow('read', 'customer', { conditions: own }),
  allow('update', 'customer', { fields: ['name', 'notes'], conditions: own }),
  allow(['read', 'create', 'update', 'delete', 'invite', 'resetPassword', 'endSessions'], 'user'),
  allow(['read', 'create', 'update', 'delete', 'assign'], 'permissionGroup'),
]

async function managed() {
  const opened = await shop()
  const { administrator, person, brands } = opened
  const manager = await person({ rules: held, brand: brands.sul.id })
  const makeGroup = (rules: Rule[], more: object = {}) =>
    administrator.make('permissionGroup', { name: `Grupo ${Math.random()}`, rules, ...more })
  const now = async (resource: string, id: number): Promise<Made> => (await administrator.read(resource, id)).body
  return { ...opened, manager, makeGroup, now }
}

type Managed = Awaited<ReturnType<typeof managed>>

/** Somebody asks for more than they have: refused as that, and nothing is written. */
async function escalates(opened: Managed, ask: () => ReturnType<Client['send']>) {
  const { status, body } = await refused(opened, ask)
  expect([status, body.code]).toEqual([403, 'escalation'])
}

describe('a group', () => {
  const given = (opened: Managed): [string, Rule[]][] => {
    const { sul, porto } = opened.brands
    return [
      ['nothing', []],
      ['what one holds', held],
      ['one rule of it', [allow('read', 'customer', { conditions: own })]],
      ['fewer rows', [allow('read', 'customer', { conditions: { ...own, state: 'SP' } })]],
      ['fewer fields', [allow('read', 'customer', { conditions: own, fields: ['name', 'cpf'] })]],
      ['one’s own brand by name', [allow('read', 'customer', { conditions: { brand: { $under: sul.id } } })]],
      [
        'a brand below',
        [allow('read', 'customer', { conditions: { brand: { $in: [sul.id, porto.id] }, status: 'active' } })],
      ],
      ['fewer fields to write', [allow('update', 'customer', { conditions: own, fields: ['notes'] })]],
      ['any denial', [deny('manage', 'all'), deny('read', 'customer', { conditions: { state: 'SP' } })]],
      [
        'two narrow rules',
        [
          allow('read', 'customer', { conditions: { $and: [own, { state: { $ne: 'SP' } }] } }),
          allow('read', 'brand', { fields: ['name'] }),
        ],
      ],
    ]
  }
  const notGiven = (opened: Managed): [string, Rule[]][] => {
    const { acme, beta } = opened.brands
    return [
      ['all rows', [allow('read', 'customer')]],
      ['all rows by empty conditions', [allow('read', 'customer', { conditions: {} })]],
      ['another brand', [allow('read', 'customer', { conditions: { brand: beta.id } })]],
      ['a brand above', [allow('read', 'customer', { conditions: { brand: { $under: acme.id } } })]],
      ['one brand more', [allow('read', 'customer', { conditions: { $or: [own, { brand: beta.id }] } })]],
      ['all but one’s own', [allow('read', 'customer', { conditions: { $not: own } })]],
      ['rows by another field', [allow('read', 'customer', { conditions: { state: 'SP' } })]],
      ['another field to write', [allow('update', 'customer', { conditions: own, fields: ['notes', 'status'] })]],
      ['every field to write', [allow('update', 'customer', { conditions: own })]],
      ['a field of more rows', [allow('update', 'customer', { fields: ['notes'] })]],
      ['a wider after-image', [allow('update', 'customer', { conditions: own, fields: ['notes'], check: {} })]],
      ['another action', [allow('delete', 'customer', { conditions: own })]],
      ['every action', [allow('manage', 'customer', { conditions: own })]],
      ['another resource', [allow('read', 'contact')]],
      ['every resource', [allow('read', 'all')]],
      ['everything', [allow('manage', 'all')]],
      ['everything, denied here', [allow('manage', 'all'), deny('read', 'contact')]],
      [
        'what it denies in part',
        [allow('read', 'customer'), deny('read', 'customer', { conditions: { state: 'SP' } })],
      ],
      ['something hidden among what is held', [...held, allow('create', 'customer', { conditions: own })]],
      ['every action on groups', [allow('manage', 'permissionGroup')]],
    ]
  }

  test('is made and changed by who holds what it gives', async () => {
    const opened = await managed()
    const { manager, makeGroup } = opened
    for (const [what, rules] of given(opened)) {
      const made = await manager.create('permissionGroup', { name: `Dado: ${what}`, rules })
      expect([what, made.status, made.status === 201 ? '' : made.text]).toEqual([what, 201, ''])
      const saved = await manager.update('permissionGroup', await makeGroup([]), { rules })
      expect([what, saved.status]).toEqual([what, 200])
    }
  })

  test('is neither made nor changed by who does not', async () => {
    const opened = await managed()
    const { manager, makeGroup } = opened
    const empty = await makeGroup([])
    for (const [what, rules] of notGiven(opened)) {
      const answers = await refused(opened, async () => [
        await manager.create('permissionGroup', { name: `Dado: ${what}`, rules }),
        await manager.create('permissionGroup', { name: `Dado: ${what}`, rules, active: true }),
        await manager.update('permissionGroup', empty, { rules }),
      ])
      expect([what, ...answers.map(({ status, body }) => [status, body.code])]).toEqual([
        what,
        ...answers.map(() => [403, 'escalation']),
      ])
    }
  })

  test('stays writable where the change gives nothing, however much the group holds', async () => {
    const { manager, makeGroup } = await managed()
    const strong = await makeGroup([allow('manage', 'all'), deny('read', 'contact')])
    const named = await manager.update('permissionGroup', strong, { name: 'Outro nome', description: 'x' })
    expect([named.status, named.body.rules.length]).toEqual([200, 2])
    const narrowed = await manager.update('permissionGroup', named.body, {
      rules: [allow('read', 'all'), deny('read', 'contact')],
    })
    expect(narrowed.status).toBe(200)
    const off = await manager.update('permissionGroup', narrowed.body, { rules: [deny('read', 'contact')] })
    expect(off.status).toBe(200)
  })

  test('loses no denial by who does not hold what it denies', async () => {
    const opened = await managed()
    const { manager, makeGroup } = opened
    const rules = [
      deny('read', 'contact', { conditions: { isEmergency: true } }),
      deny('read', 'customer', { fields: ['cpf'] }),
    ]
    const guarding = await makeGroup(rules)
    const change = (body: object) => () => manager.update('permissionGroup', guarding, body)
    await escalates(opened, change({ rules: [] }))
    await escalates(opened, change({ rules: rules.slice(1) }))
    await escalates(
      opened,
      change({ rules: [{ ...rules[0], conditions: { isEmergency: true, name: 'x' } }, rules[1]] }),
    )
    await escalates(opened, change({ rules: [rules[0], { ...rules[1], conditions: { state: 'SP' } }] }))
    await escalates(opened, change({ active: false }))
    await escalates(opened, () => manager.remove('permissionGroup', guarding))
    expect(
      (await manager.update('permissionGroup', guarding, { rules: [deny('read', 'contact'), rules[1]] })).status,
    ).toBe(200)
  })

  test('loses a denial of what its editor may do anyway', async () => {
    const { manager, makeGroup } = await managed()
    const guarding = await makeGroup([deny('read', 'brand', { fields: ['cnpj'] })])
    expect((await manager.update('permissionGroup', guarding, { rules: [] })).status).toBe(200)
  })

  test('that gives much is not switched on by who has less', async () => {
    const opened = await managed()
    const { manager, makeGroup } = opened
    const strong = await makeGroup([allow('read', 'contact')], { active: false })
    await escalates(opened, () => manager.update('permissionGroup', strong, { active: true }))
    const weak = await makeGroup([allow('read', 'brand')], { active: false })
    expect((await manager.update('permissionGroup', weak, { active: true })).status).toBe(200)
  })

  test('of one’s own gives one nothing more', async () => {
    const opened = await managed()
    const { manager, now } = opened
    const mine = await now('permissionGroup', manager.group)
    await escalates(opened, () =>
      manager.update('permissionGroup', mine, { rules: [...held, allow('read', 'contact')] }),
    )
    await escalates(opened, () => manager.update('permissionGroup', mine, { rules: [allow('manage', 'all')] }))
  })

  test('is judged by what its editor has beside their denials', async () => {
    const opened = await managed()
    const { person, brands } = opened
    const bound = await person({
      rules: [
        allow('manage', 'all'),
        deny('read', 'contact'),
        deny('update', 'customer', { fields: ['status'], conditions: { state: 'SP' } }),
      ],
      brand: brands.sul.id,
    })
    const create = (rules: Rule[]) => () => bound.create('permissionGroup', { name: 'Novo grupo', rules })
    await escalates(opened, create([allow('read', 'contact')]))
    await escalates(opened, create([allow('read', 'all')]))
    await escalates(opened, create([allow('update', 'customer')]))
    await escalates(opened, create([allow('update', 'customer', { fields: ['status'] })]))
    expect(
      (
        await create([
          allow('update', 'customer', { fields: ['status'], conditions: { state: 'RJ' } }),
          allow('read', 'customer'),
        ])()
      ).status,
    ).toBe(201)
  })

  test('speaks of all actions, resources and fields only where its editor does', async () => {
    const opened = await managed()
    const { person } = opened
    const resources: Resources = opened.resources
    const actions = ['read', 'create', 'update', 'delete']
    const groups = allow(['read', 'create', 'update', 'delete', 'assign'], 'permissionGroup')
    const piecemeal = await person({
      rules: [
        groups,
        allow(actions, 'contact', { fields: Object.keys(resources.contact?.fields ?? {}) }),
        ...Object.keys(resources).map((name) => allow('read', name)),
      ],
    })
    const literal = await person({ rules: [groups, allow('manage', 'contact'), allow('read', 'all')] })
    const give = (client: Client, rule: Rule) => () =>
      client.create('permissionGroup', { name: `Dado ${Math.random()}`, rules: [rule] })
    const tokens = [allow('manage', 'contact'), allow('read', 'all'), allow('update', 'contact')]
    for (const rule of tokens) await escalates(opened, give(piecemeal, rule))
    for (const rule of tokens) expect([rule, (await give(literal, rule)()).status]).toEqual([rule, 201])
    expect((await give(piecemeal, allow('update', 'contact', { fields: ['name', 'email'] }))()).status).toBe(201)
  })

  test('for customers grants nothing in the panel: rules about groups decide', async () => {
    const { manager, makeGroup } = await managed()
    const rules = [{ actions: ['read'], subject: 'vehicle' }]
    const made = await manager.create('permissionGroup', { name: 'Plano', audience: 'customers', rules })
    expect(made.status).toBe(201)
    const staff = await makeGroup([])
    expect((await manager.update('permissionGroup', staff, { audience: 'customers' })).status).toBe(403)
  })

  test('is out of reach beyond the rows of groups that one may change', async () => {
    const opened = await managed()
    const { person, makeGroup, brands } = opened
    const local = await person({
      rules: [
        allow(['read', 'create', 'update', 'delete'], 'permissionGroup', { conditions: own }),
        allow('read', 'brand'),
      ],
      brand: brands.sul.id,
    })
    const [mine, theirs, everyones] = [
      await makeGroup([], { brand: brands.porto.id }),
      await makeGroup([], { brand: brands.beta.id }),
      await makeGroup([]),
    ]
    expect(await local.ids('permissionGroup')).toEqual([mine.id])
    const answers = await refused(opened, async () => [
      await local.update('permissionGroup', theirs, { name: 'Meu' }),
      await local.update('permissionGroup', everyones, { name: 'Meu' }),
      await local.remove('permissionGroup', theirs),
      await local.update('permissionGroup', mine, { brand: brands.beta.id }),
      await local.update('permissionGroup', mine, { brand: null }),
      await local.create('permissionGroup', { name: 'De todos' }),
    ])
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 403, 403, 403])
    expect((await local.update('permissionGroup', mine, { name: 'Meu' })).status).toBe(200)
  })
})

describe('the system group', () => {
  test('is changed and deleted by nobody', async () => {
    const opened = await managed()
    const { administrator, manager, now } = opened
    const system = await now('permissionGroup', 1)
    expect(system.system).toBe(true)
    for (const client of [administrator, manager]) {
      const answers = await refused(opened, async () => [
        await client.update('permissionGroup', system, { rules: [] }),
        await client.update('permissionGroup', system, { name: 'Outro' }),
        await client.update('permissionGroup', system, { active: false }),
        await client.update('permissionGroup', system, { description: 'x' }),
        await client.remove('permissionGroup', system),
      ])
      expect(answers.map(({ status, body }) => [status, body.code])).toEqual(answers.map(() => [403, 'system-group']))
    }
  })

  test('is not made', async () => {
    const opened = await managed()
    for (const client of [opened.administrator, opened.manager])
      expect(
        (await refused(opened, () => client.create('permissionGroup', { name: 'Outro', system: true }))).status,
      ).toBe(403)
  })

  test('is given and taken by its members alone, whatever else one may', async () => {
    const opened = await managed()
    const { person, administrator, now } = opened
    const second = await administrator.make('user', { groups: [1] })
    const [other, everything] = [await person({}), await person({ rules: [allow('manage', 'all')] })]
    const answers = await refused(opened, async () => [
      await everything.update('user', await now('user', other.user), { groups: [other.group, 1] }),
      await everything.send('POST', '/api/permission-groups/1/members', { body: { user: other.user } }),
      await everything.create('user', { name: 'Nova', email: 'n@exemplo.com.br', groups: [1] }),
      await everything.update('user', second, { groups: [] }),
      await everything.send('DELETE', `/api/permission-groups/1/members/${second.id}`),
    ])
    expect(answers.map(({ status }) => status)).toEqual([403, 403, 403, 403, 403])
    expect((await administrator.update('user', await now('user', other.user), { groups: [1] })).status).toBe(200)
  })
})

describe('a group given to a user', () => {
  const member = (client: Client, group: { id: number }, user: number, body: object = {}) =>
    client.send('POST', `/api/permission-groups/${group.id}/members`, { body: { user, ...body } })

  test('gives them no more than its giver has, whichever way it is given', async () => {
    const opened = await managed()
    const { manager, person, makeGroup, now } = opened
    const strong = await makeGroup([allow('read', 'contact')])
    const someone = await person({})
    const user = await now('user', someone.user)
    await escalates(opened, () => manager.update('user', user, { groups: [someone.group, strong.id] }))
    await escalates(opened, () => member(manager, strong, someone.user))
    await escalates(opened, () =>
      member(manager, strong, someone.user, { expiresAt: new Date(Date.now() + 60_000).toISOString() }),
    )
    await escalates(opened, () =>
      manager.create('user', { name: 'Nova', email: 'n@exemplo.com.br', groups: [strong.id] }),
    )
    const weak = await makeGroup([allow('read', 'brand')])
    expect((await member(manager, weak, someone.user)).status).toBe(201)
    expect((await manager.create('user', { name: 'Nova', email: 'n@exemplo.com.br', groups: [weak.id] })).status).toBe(
      201,
    )
  })

  test('is judged with the brand of the one who gets it', async () => {
    const opened = await managed()
    const { manager, person, makeGroup, brands } = opened
    const group = await makeGroup([allow('read', 'customer', { conditions: own })])
    const of = async (brand: number | null) => (await person({ brand })).user
    const [beta, acme] = [await of(brands.beta.id), await of(brands.acme.id)]
    await escalates(opened, () => member(manager, group, beta))
    await escalates(opened, () => member(manager, group, acme))
    for (const brand of [brands.sul.id, brands.porto.id, null])
      expect([brand, (await member(manager, group, await of(brand))).status]).toEqual([brand, 201])
  })

  test('is given and taken by nobody to themselves', async () => {
    const opened = await managed()
    const { manager, makeGroup, now } = opened
    const harmless = await makeGroup([])
    const mine = await now('user', manager.user)
    await escalates(opened, () => manager.update('user', mine, { groups: [manager.group, harmless.id] }))
    await escalates(opened, () => member(manager, harmless, manager.user))
    await escalates(opened, () => manager.update('user', mine, { groups: [] }))
    await escalates(opened, () => manager.update('user', mine, { brand: opened.brands.acme.id }))
    expect((await manager.update('user', mine, { name: 'Outro nome' })).status).toBe(200)
  })

  test('asks for the right to give this very group, and to change this very user', async () => {
    const opened = await managed()
    const { person, makeGroup, now } = opened
    const group = await makeGroup([])
    const someone = await person({})
    const tryBy = async (...rules: Rule[]) => {
      const client = await person({ rules: [allow('read', 'user'), allow('read', 'permissionGroup'), ...rules] })
      const user = await now('user', someone.user)
      return refused(opened, async () => [
        (await client.update('user', user, { groups: [someone.group, group.id] })).status,
        (await member(client, group, someone.user)).status,
      ])
    }
    expect(await tryBy(allow('update', 'user'))).toEqual([403, 403])
    expect(await tryBy(allow('assign', 'permissionGroup'))).toEqual([403, 403])
    expect(
      await tryBy(allow('update', 'user'), allow('assign', 'permissionGroup', { conditions: { name: 'Outro' } })),
    ).toEqual([403, 403])
    expect(await tryBy(allow('update', 'user', { fields: ['name'] }), allow('assign', 'permissionGroup'))).toEqual([
      403, 403,
    ])
    expect(
      await tryBy(allow('update', 'user', { conditions: { name: 'Outro' } }), allow('assign', 'permissionGroup')),
    ).toEqual([403, 403])
  })

  test('that denies is not taken away by who has less than it denies', async () => {
    const opened = await managed()
    const { manager, makeGroup, administrator, now } = opened
    const [wide, guarding] = [await makeGroup([allow('read', 'contact')]), await makeGroup([deny('read', 'contact')])]
    const user = await administrator.make('user', { groups: [wide.id, guarding.id] })
    await escalates(opened, () => manager.update('user', user, { groups: [wide.id] }))
    await escalates(opened, () => manager.send('DELETE', `/api/permission-groups/${guarding.id}/members/${user.id}`))
    expect((await manager.update('user', user, { groups: [guarding.id] })).status).toBe(200)
    expect((await now('user', user.id)).groups).toEqual([guarding.id])
  })

  test('for customers is given to nobody', async () => {
    const opened = await managed()
    const { administrator, person } = opened
    const plan = await administrator.make('permissionGroup', { name: 'Plano', audience: 'customers' })
    const someone = await person({})
    const user = (await administrator.read('user', someone.user)).body
    const answers = await refused(opened, async () => [
      await administrator.update('user', user, { groups: [someone.group, plan.id] }),
      await member(administrator, plan, someone.user),
    ])
    expect(answers.map(({ status }) => status)).toEqual([422, 422])
  })
})

describe('another user', () => {
  test('who is stronger keeps what makes them who they are', async () => {
    const opened = await managed()
    const { manager, person, administrator, now } = opened
    const strong = await person({ rules: [allow('read', 'contact')] })
    for (const id of [strong.user, 1]) {
      const user = await now('user', id)
      const secret = { password: 'correto cavalo', passwordConfirmation: 'correto cavalo' }
      for (const body of [
        secret,
        { email: 'meu@exemplo.com.br' },
        { active: false },
        { mustChangePassword: true },
        { brand: opened.brands.sul.id },
      ])
        await escalates(opened, () => manager.update('user', user, body))
      for (const action of ['resetPassword', 'invite']) {
        const { status } = await refused(opened, () => manager.act('user', user, action))
        expect([action, status >= 400]).toEqual([action, true])
      }
    }
    const { body } = await manager.act('user', await now('user', strong.user), 'resetPassword')
    expect(body.code).toBe('escalation')
    expect((await administrator.update('user', await now('user', strong.user), { active: false })).status).toBe(200)
  })

  test('who is not may be changed', async () => {
    const { manager, person, now, brands } = await managed()
    const weak = await person({ rules: [allow('read', 'customer', { conditions: own })], brand: brands.porto.id })
    const changed = await manager.update('user', await now('user', weak.user), { email: 'outro@exemplo.com.br' })
    expect(changed.status).toBe(200)
    expect((await manager.update('user', changed.body, { active: false })).status).toBe(200)
  })

  test('is moved only within one’s own part of the tree', async () => {
    const opened = await managed()
    const { manager, person, now } = opened
    const { acme, sul, porto, beta } = opened.brands
    const someone = await person({ rules: [allow('read', 'customer', { conditions: own })], brand: porto.id })
    for (const brand of [acme.id, beta.id])
      await escalates(opened, async () => manager.update('user', { id: someone.user, version: 1 }, { brand }, '*'))
    expect((await manager.update('user', await now('user', someone.user), { brand: sul.id })).status).toBe(200)
  })

  test('is not moved to a brand that one does not see', async () => {
    const opened = await managed()
    const { person, now, brands } = opened
    const local = await person({
      rules: [
        allow(['read', 'update'], 'user'),
        allow('read', 'brand', { conditions: { id: { $under: token('user.brand') } } }),
      ],
      brand: brands.sul.id,
    })
    const someone = await person({})
    const user = await now('user', someone.user)
    expect((await refused(opened, () => local.update('user', user, { brand: brands.beta.id }))).status).toBe(422)
  })
})

test('looking through another’s eyes shows no more than one sees oneself, and writes nothing', async () => {
  const opened = await managed()
  const { manager, person, customers, brands } = opened
  const [weak, strong] = [
    await person({ rules: [allow('read', 'customer', { conditions: own, fields: ['name'] })], brand: brands.porto.id }),
    await person({ rules: [allow('read', 'customer')] }),
  ]
  const view = (user: number) => manager.send('POST', '/api/permissions/view-as', { body: { user } })
  for (const stronger of [strong.user, 1]) expect((await refused(opened, () => view(stronger))).status).toBe(403)

  expect((await view(weak.user)).status).toBe(200)
  expect(await manager.ids('customer')).toEqual([customers.porto.id])
  expect(Object.keys((await manager.read('customer', customers.porto.id)).body).toSorted()).toEqual([
    '_access',
    'id',
    'name',
    'version',
  ])
  const { status, body } = await refused(opened, () => manager.update('customer', customers.porto, { name: 'Outra' }))
  expect([status, body.code]).toEqual([403, 'read-only'])
  expect((await manager.send('DELETE', '/api/permissions/view-as')).status).toBe(204)
  expect(await manager.ids('customer')).toHaveLength(2)
})

test('groups that are brought in a file give no more than those that are written', async () => {
  const opened = await managed()
  const { manager, administrator, makeGroup } = opened
  const strong = await makeGroup([allow('read', 'contact')], { name: 'Forte' })
  const file = (await administrator.send('GET', `/api/permission-groups/export?id=${strong.id}`)).body
  await administrator.update('permissionGroup', strong, { rules: [] })
  await escalates(opened, () => manager.send('POST', '/api/permission-groups/import?mode=apply', { body: file }))
  const renamed = { ...file, groups: file.groups.map((group: object) => ({ ...group, name: 'Forte II' })) }
  await escalates(opened, () => manager.send('POST', '/api/permission-groups/import?mode=apply', { body: renamed }))
  expect((await administrator.send('POST', '/api/permission-groups/import?mode=apply', { body: renamed })).status).toBe(
    200,
  )
})
