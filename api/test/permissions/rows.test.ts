import { describe, expect, test } from 'vitest'
import type { Rule, RuleConditions } from '../../src/contract/permissions.ts'
import { parseFilterValue } from '../../src/define/filter-value.ts'
import { samples } from '../../src/define/kinds/samples.ts'
import type { Client } from '../client.ts'
import { zooPanel } from '../panel.ts'
import { refused } from '../rows.ts'
import { plainKinds } from '../zoo.ts'
import { allow, deny, own, token } from './rules.ts'
import { shop } from './shop.ts'

const nowhere = { id: 999_999, version: 1 }

/** Every way to a customer, by the id and the version it is asked for. */
function waysTo(client: Client, record: { id: number; version: number }) {
  return [
    () => client.read('customer', record.id),
    () => client.update('customer', record, { name: 'Outra Ana' }),
    () => client.update('customer', record, { name: 'Outra Ana' }, '*'),
    () => client.update('customer', record, { name: 5 }, '"77"'),
    () => client.remove('customer', record),
    () => client.remove('customer', record, '*'),
  ]
}

describe('a record outside the rows of a person', () => {
  const rules = [allow(['read', 'update', 'delete'], 'customer', { conditions: own })]

  test('is in no list, no total, no look-up and no search', async () => {
    const { person, brands, customers } = await shop()
    const agent = await person({ rules, brand: brands.sul.id })
    const seen = [customers.sul.id, customers.porto.id].toSorted()
    const all = Object.values(customers).map(({ id }) => id)

    for (const query of [
      '',
      '_sort=id&_order=desc',
      'q=de',
      `id=${all.join('&id=')}`,
      `id_in=${all}`,
      'name_like=de',
    ]) {
      const { status, headers, body } = await agent.list('customer', query)
      expect([
        query,
        status,
        body.map(({ id }: { id: number }) => id).toSorted(),
        headers.get('X-Total-Count'),
      ]).toEqual([query, 200, seen, '2'])
    }
    for (const query of ['', 'q=de', `ids=${all}`]) {
      const { headers, body } = await agent.lookup('customer', query)
      expect([body.map(({ id }: { id: number }) => id).toSorted(), headers.get('X-Total-Count')]).toEqual([seen, '2'])
    }
    expect((await agent.lookup('customer', `ids=${customers.beta.id}`)).body).toEqual([])
    expect(await agent.ids('customer', `name=${encodeURIComponent('Bia de Beta')}`)).toEqual([])
  })

  test('answers every request as one that does not exist, and stays as it was', async () => {
    const opened = await shop()
    const agent = await opened.person({ rules, brand: opened.brands.sul.id })
    const there = waysTo(agent, opened.customers.beta)
    for (const [at, askNowhere] of waysTo(agent, nowhere).entries()) {
      const [hidden, missing] = await refused(opened, async () => [await there[at]?.(), await askNowhere()])
      expect([hidden?.status, hidden?.text]).toEqual([missing?.status, missing?.text])
      expect([404, 422]).toContain(hidden?.status)
    }
  })

  test('fails a bulk action as a whole, like one that does not exist', async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    const [mine, theirs] = [await administrator.make('visit', { minutes: 10 }), await administrator.make('visit')]
    const there = await administrator.make('enclosure')
    const agent = await opened.person({
      rules: [allow('read', 'enclosure'), allow(['read', 'update', 'move'], 'visit', { conditions: { minutes: 10 } })],
    })
    const move = (second: { id: number }) =>
      agent.bulk('visit', 'move', {
        records: [mine, second].map(({ id }) => ({ id, version: 1 })),
        input: { enclosure: there.id },
      })

    const [hidden, missing] = await refused(opened, async () => [await move(theirs), await move(nowhere)])

    expect([hidden?.status, hidden?.text]).toEqual([404, missing?.text])
    expect((await agent.act('visit', theirs, 'move', { enclosure: there.id })).status).toBe(404)
  })

  test('comes back by no walk', async () => {
    const { person, brands } = await shop()
    const agent = await person({ rules, brand: brands.sul.id })
    const first = await agent.list('customer', '_end=1&_sort=name')
    const second = await agent.list('customer', `_end=1&_sort=name&_after=${first.headers.get('X-Next-Cursor')}`)
    const third = await agent.list('customer', `_end=1&_sort=name&_after=${second.headers.get('X-Next-Cursor')}`)
    expect([first, second, third].map(({ body }) => body.length)).toEqual([1, 1, 0])
  })
})

test('a cursor is good for the person it was made for, and for no longer than their rules', async () => {
  const { person, administrator, brands } = await shop()
  const rules = [allow('read', 'customer', { conditions: own })]
  const [one, other] = [await person({ rules, brand: brands.sul.id }), await person({ rules, brand: brands.sul.id })]
  const cursor = (await one.list('customer', '_end=1')).headers.get('X-Next-Cursor')
  const next = `_end=1&_after=${cursor}`

  expect((await one.list('customer', next)).status).toBe(200)
  expect((await other.list('customer', next)).status).toBe(400)
  expect((await administrator.list('customer', next)).status).toBe(400)
})

describe('without a rule about a resource', () => {
  test('every request about it is refused, whether the record exists or not', async () => {
    const opened = await shop()
    const stranger = await opened.person({ rules: [allow('read', 'brand')] })
    const { acme } = opened.customers
    const asked = [
      () => stranger.list('customer'),
      () => stranger.list('customer', 'nothing=1'),
      () => stranger.lookup('customer'),
      () => stranger.create('customer', { name: 'Ana' }),
      ...waysTo(stranger, acme),
      ...waysTo(stranger, nowhere),
    ]
    for (const ask of asked) {
      const { status, body } = await refused(opened, ask)
      expect([status, body.code, body.subject]).toEqual([403, 'forbidden', 'customer'])
    }
    expect((await stranger.read('customer', acme.id)).text).toBe((await stranger.read('customer', nowhere.id)).text)
  })

  test('what one may do is no way to see', async () => {
    const { person, customers } = await shop()
    const blind = await person({ rules: [allow(['create', 'update', 'delete'], 'customer')] })
    expect((await blind.list('customer')).status).toBe(403)
    expect((await blind.read('customer', customers.acme.id)).status).toBe(403)
    expect((await blind.update('customer', customers.acme, { name: 'Outra' })).status).toBe(404)
    expect((await blind.remove('customer', customers.acme)).status).toBe(404)
  })
})

describe('grants and denials', () => {
  const ids = async (rules: Rule[], more: Rule[][] = []) => {
    const { person, administrator, customers, brands } = await shop()
    const groups: number[] = []
    for (const [at, some] of more.entries())
      groups.push((await administrator.make('permissionGroup', { name: `Grupo ${at}`, rules: some })).id)
    const someone = await person({ rules, groups, brand: brands.sul.id })
    const { status, body } = await someone.list('customer')
    const nameOf = (id: number) => Object.entries(customers).find(([, customer]) => customer.id === id)?.[0]
    return status === 200 ? body.map(({ id }: { id: number }) => nameOf(id)).toSorted() : status
  }
  const everyone = allow('read', 'customer')
  const outside = (name: string) => ({ name: { $ne: name } })

  test('grants of several groups add up', async () => {
    const byName = (name: string) => allow('read', 'customer', { conditions: { name } })
    expect(await ids([byName('Ana de Acme')], [[byName('Bia de Beta')], []])).toEqual(['acme', 'beta'])
  })

  test('a denial wins over every grant, in its group and in others, whatever stands first', async () => {
    const denial = deny('read', 'customer', { conditions: own })
    expect(await ids([denial, everyone])).toEqual(['acme', 'beta'])
    expect(await ids([everyone, denial])).toEqual(['acme', 'beta'])
    expect(await ids([everyone], [[denial]])).toEqual(['acme', 'beta'])
    expect(await ids([denial], [[everyone], [allow('manage', 'all')]])).toEqual(['acme', 'beta'])
  })

  test('a denial of fields hides no record, a grant of fields shows it', async () => {
    expect(await ids([everyone, deny('read', 'customer', { fields: ['name'] })])).toEqual([
      'acme',
      'beta',
      'porto',
      'sul',
    ])
    expect(await ids([allow('read', 'customer', { fields: ['state'], conditions: outside('Ana de Acme') })])).toEqual([
      'beta',
      'porto',
      'sul',
    ])
  })

  test('`manage` is every action, `all` every resource', async () => {
    expect(await ids([allow('manage', 'customer', { conditions: own })])).toEqual(['porto', 'sul'])
    expect(await ids([allow('read', 'all')])).toHaveLength(4)
    expect(await ids([allow('manage', 'all'), deny('manage', 'customer')])).toBe(403)
    expect(await ids([everyone, deny('read', 'all')])).toBe(403)
  })

  test('empty conditions are none', async () => {
    expect(await ids([allow('read', 'customer', { conditions: {} })])).toHaveLength(4)
    expect(await ids([allow('read', 'customer', { conditions: null, fields: null })])).toHaveLength(4)
    expect(await ids([everyone, deny('read', 'customer', { conditions: {} })])).toBe(403)
  })
})

describe('a placeholder', () => {
  test('is the brand of whoever asks', async () => {
    const { person, brands, customers } = await shop()
    const rules = [allow('read', 'customer', { conditions: { brand: token('user.brand') } })]
    const [sul, beta] = [await person({ rules, brand: brands.sul.id }), await person({ rules, brand: brands.beta.id })]
    expect(await sul.ids('customer')).toEqual([customers.sul.id])
    expect(await beta.ids('customer')).toEqual([customers.beta.id])
  })

  test('without a value makes a grant match nothing and a denial match all, however it is used', async () => {
    const { person } = await shop()
    const uses: RuleConditions[] = [
      own,
      { brand: token('user.brand') },
      { brand: { $ne: token('user.brand') } },
      { brand: { $nin: [token('user.brand')] } },
      { $not: own },
      { $or: [own, { name: 'Ana de Acme' }] },
      { brand: { parent: token('user.brand') } },
    ]
    for (const conditions of uses) {
      const granted = await person({ rules: [allow('read', 'customer', { conditions })] })
      expect([conditions, (await granted.list('customer')).body?.length ?? 0]).not.toEqual([conditions, 4])
      expect([200, 403]).toContain((await granted.list('customer')).status)
      if ((await granted.list('customer')).status === 200) expect(await granted.ids('customer')).toEqual([])
      const denied = await person({ rules: [allow('read', 'customer'), deny('read', 'customer', { conditions })] })
      if ((await denied.list('customer')).status === 200) expect(await denied.ids('customer')).toEqual([])
    }
  })

  test('is the person themselves, and the time it is', async () => {
    const { person, administrator } = await shop()
    const self = await person({
      rules: [
        allow('read', 'user', { conditions: { id: token('user.id') } }),
        allow('read', 'brand', { conditions: { createdAt: { $gt: token('now') } } }),
      ],
    })
    const mine = (await self.send('GET', '/api/auth/me')).body.user
    expect(await self.ids('user')).toEqual([mine.id])
    expect(await self.ids('brand')).toEqual([])
    const byMail = await person({
      rules: [
        allow('read', 'user', { conditions: { email: token('user.email') } }),
        allow('read', 'brand', { conditions: { createdAt: { $gt: token('now-1h') } } }),
      ],
    })
    expect((await byMail.list('user')).body).toHaveLength(1)
    expect(await byMail.ids('brand')).toHaveLength(4)
    expect((await administrator.list('user')).body.length).toBeGreaterThan(2)
  })

  test('stands for itself where it is a part of a text or of no field of its sort', async () => {
    const { administrator } = await shop()
    const wrong: RuleConditions[] = [
      { name: token('user.brand') },
      { name: token('user.password') },
      { brand: token('user.email') },
      { brand: token('record.brand') },
      { createdAt: { $gt: token('now-1y') } },
      { brand: { $under: token('constructor') } },
    ]
    for (const conditions of wrong) {
      const { status } = await administrator.create('permissionGroup', {
        name: 'Errado',
        rules: [allow('read', 'customer', { conditions })],
      })
      expect({ conditions, status }).toEqual({ conditions, status: 422 })
    }
  })
})

describe('the part of a tree that belongs to a person', () => {
  test('is at and below their brand, never beside or above it, and never where there is no brand', async () => {
    const { person, brands, customers } = await shop()
    const rules = [
      allow('read', 'customer', { conditions: own }),
      allow('read', 'brand', { conditions: { id: { $under: token('user.brand') } } }),
    ]
    const seen = async (brand: number) => (await person({ rules, brand })).ids('customer', '_sort=id')
    expect(await seen(brands.acme.id)).toEqual([customers.acme.id, customers.sul.id, customers.porto.id])
    expect(await seen(brands.porto.id)).toEqual([customers.porto.id])
    expect(await seen(brands.beta.id)).toEqual([customers.beta.id])
    expect(await (await person({ rules, brand: brands.sul.id })).ids('brand', '_sort=id')).toEqual([
      brands.sul.id,
      brands.porto.id,
    ])
  })

  test('moves with the tree, on the next request', async () => {
    const { person, administrator, brands, customers } = await shop()
    const agent = await person({ rules: [allow('read', 'customer', { conditions: own })], brand: brands.acme.id })
    expect(await agent.ids('customer', '_sort=id')).toHaveLength(3)

    await administrator.update('brand', brands.sul, { parent: brands.beta.id })
    expect(await agent.ids('customer')).toEqual([customers.acme.id])
    await administrator.update('brand', brands.beta, { parent: brands.acme.id })
    expect(await agent.ids('customer')).toHaveLength(4)
  })

  test('does not reach into an id that begins with the same digits', async () => {
    const { person, administrator, brands } = await shop()
    const many = await Promise.all(
      Array.from({ length: 10 }, (_, at) => administrator.make('brand', { name: `M ${at}` })),
    )
    const ten = many.find(({ id }) => String(id).startsWith(`${brands.acme.id}`))
    const theirs = await administrator.make('customer', { brand: ten?.id })
    const agent = await person({ rules: [allow('read', 'customer', { conditions: own })], brand: brands.acme.id })
    expect(await agent.ids('customer')).not.toContain(theirs.id)
  })
})

/** What a filter and a condition have in common: the samples of the filters say what conditions find. */
const words = {
  eq: '$eq',
  ne: '$ne',
  in: '$in',
  nin: '$nin',
  null: '$null',
  gt: '$gt',
  gte: '$gte',
  lt: '$lt',
  lte: '$lte',
} as const

describe.each(plainKinds)('a condition on a field of kind %s', (kind) => {
  const { field, good, filters } = samples[kind]
  const name = `${kind}Value`
  const ordered = ['integer', 'decimal', 'money', 'date', 'dateTime']
  const listed = ['json', 'multiSelect']
  const asked = filters.flatMap(({ operator, value, finds }) => {
    const word = words[operator as keyof typeof words]
    const texts = [value].flat()
    if (!word || (listed.includes(kind) && operator !== 'null')) return []
    if (['gt', 'gte', 'lt', 'lte'].includes(operator) && !ordered.includes(kind)) return []
    const wanted = texts.map((text) => parseFilterValue(field, operator, text))
    if (wanted.some((one) => one === undefined)) return []
    const isList = operator === 'in' || operator === 'nin'
    return [{ conditions: { [name]: { [word]: isList ? wanted : wanted[0] } }, finds }]
  })

  test('finds what a filter finds, and negated all else', async () => {
    const { administrator, person } = await zooPanel()
    for (const [sent] of good) await administrator.make('zoo', { [name]: sent })
    await administrator.make('zoo')
    const all = await administrator.ids('zoo', '_end=200&_sort=id')
    const texts = (values: readonly unknown[]) => [...new Set(values.map((value) => JSON.stringify(value)))].toSorted()
    for (const { conditions, finds } of asked) {
      const some = await person({ rules: [allow('read', 'zoo', { conditions })] })
      const others = await person({ rules: [allow('read', 'zoo'), deny('read', 'zoo', { conditions })] })
      const found = (await some.list('zoo', '_end=200')).body
      expect({ conditions, finds: texts(found.map((row: Record<string, unknown>) => row[name])) }).toEqual({
        conditions,
        finds: texts(finds),
      })
      const rest = await others.ids('zoo', '_end=200')
      expect([...found.map(({ id }: { id: number }) => id), ...rest].toSorted((a, b) => a - b)).toEqual(all)
    }
  })
})
