import { describe, expect, test } from 'vitest'
import type { RuleConditions } from '../../src/contract/permissions.ts'
import type { Made } from '../client.ts'
import { zooPanel } from '../panel.ts'
import { refused } from '../rows.ts'
import { parkPanel } from './park.ts'
import { allow, deny, own, token } from './rules.ts'
import { shop } from './shop.ts'

describe('a reference', () => {
  test('has its title where its target is seen, and is an id alone elsewhere', async () => {
    const { person, brands } = await shop()
    const agent = await person({
      rules: [
        allow('read', 'customer'),
        allow('read', 'brand', { conditions: { id: { $under: token('user.brand') } } }),
      ],
      brand: brands.sul.id,
    })
    const { body } = await agent.list('customer', '_sort=id')
    expect(body.map(({ brand }: Made) => brand)).toEqual([
      { id: brands.acme.id },
      { id: brands.sul.id, title: 'Sul' },
      { id: brands.porto.id, title: 'Porto' },
      { id: brands.beta.id },
    ])
    for (const row of body) expect((await agent.read('customer', row.id)).body).toEqual(row)
  })

  test('has none where the title of its target may not be read', async () => {
    const { person, customers, brands } = await shop()
    const refOf = async (...rules: ReturnType<typeof allow>[]) => {
      const agent = await person({ rules: [allow('read', 'customer'), ...rules] })
      return (await agent.read('customer', customers.sul.id)).body.brand
    }
    const id = brands.sul.id
    expect(await refOf()).toEqual({ id })
    expect(await refOf(allow('read', 'brand', { fields: ['active'] }))).toEqual({ id })
    expect(
      await refOf(allow('read', 'brand'), deny('read', 'brand', { fields: ['name'], conditions: { name: 'Sul' } })),
    ).toEqual({ id })
    expect(await refOf(allow('read', 'brand', { fields: ['name'] }))).toEqual({ id, title: 'Sul' })
    expect(await refOf(allow(['create', 'update', 'delete'], 'brand'))).toEqual({ id })
  })

  test('is sorted by titles that may be read, the others last', async () => {
    const { person, customers, brands } = await shop()
    const agent = await person({
      rules: [
        allow('read', 'customer'),
        allow('read', 'brand', { conditions: { id: { $under: token('user.brand') } } }),
      ],
      brand: brands.sul.id,
    })
    const { porto, sul, acme, beta } = customers
    expect(await agent.ids('customer', '_sort=brand')).toEqual([porto.id, sul.id, acme.id, beta.id])
    expect(await agent.ids('customer', '_sort=brand&_order=desc')).toEqual([sul.id, porto.id, beta.id, acme.id])
  })

  test('that may not be read is neither named nor followed', async () => {
    const { person, brands } = await shop()
    const agent = await person({
      rules: [allow('read', 'customer'), deny('read', 'customer', { fields: ['brand'] }), allow('read', 'brand')],
    })
    const { text } = await agent.list('customer')
    expect([text.includes('"brand":'), text.includes('"Beta"')]).toEqual([false, false])
    for (const query of [`brand=${brands.acme.id}`, `brand_under=${brands.acme.id}`, 'brand_null=true', '_sort=brand'])
      expect([query, (await agent.list('customer', query)).status]).toEqual([query, 403])
  })

  test('changes its title when the right to it changes', async () => {
    const { person, administrator, brands, customers } = await shop()
    const agent = await person({
      rules: [allow('read', 'customer'), allow('read', 'brand', { conditions: { active: true } })],
    })
    const brandOf = async () => (await agent.list('customer', `id=${customers.beta.id}`)).body[0].brand
    expect(await brandOf()).toEqual({ id: brands.beta.id, title: 'Beta' })
    await administrator.update('brand', brands.beta, { active: false })
    expect(await brandOf()).toEqual({ id: brands.beta.id })
  })
})

describe('records that point to another', () => {
  const withContacts = async () => {
    const opened = await shop()
    const { acme, beta } = opened.customers
    for (const [customer, name] of [
      [acme, 'Aldo'],
      [acme, 'Alma'],
      [beta, 'Beto'],
    ] as const)
      await opened.administrator.make('contact', { customer: customer.id, name })
    return opened
  }

  test('have rules of their own: who sees a customer need not see its contacts, nor the other way', async () => {
    const { person, customers } = await withContacts()
    const listed = async (...rules: ReturnType<typeof allow>[]) => {
      const agent = await person({ rules })
      const { status, body, headers } = await agent.list('contact', `customer=${customers.acme.id}`)
      return status === 200
        ? [headers.get('X-Total-Count'), body.map(({ name, customer }: Made) => [name, customer])]
        : status
    }
    expect(await listed(allow('read', 'customer'))).toBe(403)
    expect(await listed(allow('read', 'customer'), allow('read', 'contact', { conditions: { name: 'Alma' } }))).toEqual(
      ['1', [['Alma', { id: customers.acme.id, title: 'Ana de Acme' }]]],
    )
    expect(await listed(allow('read', 'contact'))).toEqual([
      '2',
      [
        ['Aldo', { id: customers.acme.id }],
        ['Alma', { id: customers.acme.id }],
      ],
    ])
  })

  test('decide by rules that look through them, whatever of them is seen', async () => {
    const { person, brands, customers } = await withContacts()
    const seen = async (conditions: RuleConditions, subject = 'customer') => {
      const agent = await person({ rules: [allow('read', subject, { conditions })], brand: brands.acme.id })
      return agent.ids(subject, '_sort=id')
    }
    expect(await seen({ contacts: { $some: { name: 'Alma' } } })).toEqual([customers.acme.id])
    expect(await seen({ contacts: { $none: {} } })).toEqual([customers.sul.id, customers.porto.id])
    expect(await seen({ $not: { contacts: { $some: {} } } })).toEqual([customers.sul.id, customers.porto.id])
    expect(await seen({ brand: { name: 'Sul' } })).toEqual([customers.sul.id])
    expect(await seen({ brand: { parent: { name: 'Sul' } } })).toEqual([customers.porto.id])
    expect(await seen({ brand: { parent: null } })).toEqual([customers.acme.id, customers.beta.id])
    expect(await seen({ customer: own }, 'contact')).toHaveLength(2)
    expect(await seen({ $not: { brand: { parent: { $null: false } } } })).toEqual([
      customers.acme.id,
      customers.beta.id,
    ])
  })

  test('are not written where their parent is hidden', async () => {
    const opened = await withContacts()
    const agent = await opened.person({
      rules: [allow('read', 'customer', { conditions: own }), allow(['read', 'create'], 'contact')],
      brand: opened.brands.acme.id,
    })
    const nova = { name: 'Nova', email: 'nova@exemplo.com.br' }
    const [hidden, missing] = await refused(opened, async () => [
      await agent.create('contact', { ...nova, customer: opened.customers.beta.id }),
      await agent.create('contact', { ...nova, customer: 999 }),
    ])
    expect([hidden?.status, hidden?.text]).toEqual([422, missing?.text])
    expect((await agent.create('contact', { ...nova, customer: opened.customers.sul.id })).status).toBe(201)
  })

  test('are no keys of the record that they point to', async () => {
    const opened = await withContacts()
    for (const client of [opened.administrator, await opened.person({ rules: [allow('manage', 'all')] })]) {
      const body = { contacts: [{ name: 'Nova' }] }
      expect((await refused(opened, () => client.update('customer', opened.customers.acme, body))).status).toBe(403)
    }
  })
})

describe('many references', () => {
  const park = async () => {
    const opened = await parkPanel()
    const { administrator } = opened
    const [open, closed] = [
      await administrator.make('enclosure', { open: true }),
      await administrator.make('enclosure', { open: false }),
    ]
    const lion = await administrator.make('animal', { name: 'Leão', legs: 4 })
    const owl = await administrator.make('animal', { name: 'Coruja', legs: 2, friends: [lion.id] })
    const crab = await administrator.make('animal', { name: 'Caranguejo', friends: [lion.id, owl.id] })
    return { ...opened, open, closed, lion, owl, crab }
  }

  test('are conditions for rules: some of them, or none', async () => {
    const { person, lion, owl, crab } = await park()
    const seen = async (conditions: RuleConditions) =>
      (await person({ rules: [allow('read', 'animal', { conditions })] })).ids('animal', '_sort=id')
    expect(await seen({ friends: { $some: { legs: 2 } } })).toEqual([crab.id])
    expect(await seen({ friends: { $some: {} } })).toEqual([owl.id, crab.id])
    expect(await seen({ friends: { $none: { legs: 2 } } })).toEqual([lion.id, owl.id])
    expect(await seen({ friends: { $some: { friends: { $some: { legs: 4 } } } } })).toEqual([crab.id])
  })

  test('are ids, and may name what is hidden; what is hidden cannot be named anew', async () => {
    const opened = await park()
    const { lion, owl, crab } = opened
    const agent = await opened.person({
      rules: [allow(['read', 'update'], 'animal', { conditions: { name: { $ne: 'Leão' } } })],
    })
    expect((await agent.read('animal', crab.id)).body.friends).toEqual([lion.id, owl.id])
    expect((await agent.lookup('animal', `ids=${[lion.id, owl.id]}`)).body).toEqual([{ id: owl.id, title: 'Coruja' }])
    expect((await refused(opened, () => agent.update('animal', owl, { friends: [lion.id, crab.id] }))).status).toBe(422)
    expect((await agent.update('animal', owl, { friends: [crab.id] })).status).toBe(200)
  })

  test('are hidden and refused like any other field', async () => {
    const opened = await park()
    const { crab, owl } = opened
    const agent = await opened.person({ rules: [allow(['read', 'update'], 'animal', { fields: ['name'] })] })
    expect('friends' in (await agent.read('animal', crab.id)).body).toBe(false)
    expect((await agent.list('animal', `friends=${owl.id}`)).status).toBe(403)
    expect((await refused(opened, () => agent.update('animal', crab, { friends: [] }))).status).toBe(403)
  })
})

describe('a part of the tree', () => {
  const rules = [
    allow('read', 'brand'),
    allow('read', 'customer', { conditions: own }),
    allow('update', 'brand', { conditions: { id: { $under: token('user.brand') } } }),
  ]

  test('is moved only within one’s own: before and after', async () => {
    const opened = await shop()
    const { acme, sul, porto, beta } = opened.brands
    const agent = await opened.person({ rules, brand: acme.id })
    const refusals = await refused(opened, async () => [
      await agent.update('brand', beta, { parent: sul.id }),
      await agent.update('brand', porto, { parent: beta.id }),
      await agent.update('brand', porto, { parent: null }),
    ])
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 403])
    expect((await agent.update('brand', porto, { parent: acme.id })).status).toBe(200)
  })

  test('is not brought under oneself by moving one’s own brand below another', async () => {
    const opened = await shop()
    const { acme, sul, beta } = opened.brands
    const agent = await opened.person({ rules, brand: sul.id })
    expect((await refused(opened, () => agent.update('brand', acme, { parent: sul.id }))).status).toBe(403)
    expect((await refused(opened, () => agent.update('brand', beta, { parent: sul.id }))).status).toBe(403)
  })
})

test('deleting takes along what hangs on the record, seen or not, and says nothing of it', async () => {
  const { administrator, person } = await zooPanel()
  const enclosure = await administrator.make('enclosure')
  const visit = await administrator.make('visit', { enclosure: enclosure.id })
  const agent = await person({ rules: [allow(['read', 'delete'], 'enclosure')] })
  const { status, text } = await agent.remove('enclosure', enclosure)
  expect([status, text]).toEqual([204, ''])
  expect((await administrator.read('visit', visit.id)).status).toBe(404)
})

test.each([
  ['through records that point here', { contacts: { $some: { isEmergency: false } } }],
  ['through a reference', { brand: { active: true } }],
])('a list that is asked for %s has its pages in their order', async (_, conditions) => {
  const { administrator, person, brands } = await shop()
  const ids: number[] = await administrator.ids('customer', '_sort=id')
  for (const customer of ids) {
    for (const name of ['Ana', 'Bia', 'Caio']) await administrator.make('contact', { customer, name })
  }
  const agent = await person({ rules: [allow('read', 'customer', { conditions })], brand: brands.acme.id })
  const page = (start: number, end: number) => agent.ids('customer', `_sort=id&_start=${start}&_end=${end}`)

  expect(ids).toHaveLength(4)
  expect([await page(0, 2), await page(2, 4), await page(1, 10), await page(4, 10)]).toEqual([
    ids.slice(0, 2),
    ids.slice(2),
    ids.slice(1),
    [],
  ])
})
