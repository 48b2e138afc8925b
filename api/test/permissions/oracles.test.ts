import { describe, expect, test } from 'vitest'
import type { Client, Made } from '../client.ts'
import { zooPanel } from '../panel.ts'
import { refused } from '../rows.ts'
import { allow, deny, own, token } from './rules.ts'
import { shop } from './shop.ts'

const asked = (query: string, field: string) => query.replaceAll('FIELD', field)

/** Every way to name a field in the address of a list. */
const namings = [
  'FIELD=x',
  'FIELD_ne=x',
  'FIELD_in=x,y',
  'FIELD_nin=x',
  'FIELD_in=',
  'FIELD_like=x',
  'FIELD_starts=x',
  'FIELD_null=true',
  'FIELD_gt=1',
  'FIELD_between=1&FIELD_between=2',
  '_sort=FIELD',
  '_sort=FIELD&_order=desc',
  '_sort=name,FIELD',
  '_fields=FIELD',
  '_fields=name,FIELD',
  'FIELD=x&FIELD=y',
]

describe('a field that one may never read', () => {
  test('and one that does not exist are the same refusal, however they are named', async () => {
    const { person } = await shop()
    const agent = await person({
      rules: [
        allow('read', 'customer'),
        deny('read', 'customer', { fields: ['notes', 'cpf', 'platformAccess', 'updatedAt'] }),
      ],
    })
    for (const query of namings) {
      const unknown = await agent.list('customer', asked(query, 'nonsense'))
      for (const field of [
        'notes',
        'cpf',
        'platformAccess',
        'updatedAt',
        'password',
        'passwordHash',
        'constructor',
        'toString',
      ]) {
        const { status, text } = await agent.list('customer', asked(query, field))
        expect([query, field, status, text]).toEqual([query, field, 403, unknown.text.replaceAll('nonsense', field)])
      }
    }
  })

  test('is refused in look-ups too', async () => {
    const { person } = await shop()
    const agent = await person({ rules: [allow('read', 'customer', { fields: ['name'] })] })
    for (const query of ['notes=x', 'notes_null=true', '_sort=notes', 'q=a&notes_like=x']) {
      const unknown = (await agent.lookup('customer', query.replaceAll('notes', 'nonsense'))).text
      const { status, text } = await agent.lookup('customer', query)
      expect([query, status, text]).toEqual([query, 403, unknown.replaceAll('nonsense', 'notes')])
    }
  })

  test('is not reached by another spelling, a relation or a column', async () => {
    const { person } = await shop()
    const agent = await person({
      rules: [
        allow('read', 'customer'),
        deny('read', 'customer', { fields: ['notes'] }),
        allow('read', 'brand', { fields: ['active'] }),
      ],
    })
    for (const name of [
      't.notes',
      't0.notes',
      'notes_search',
      'Notes',
      'NOTES',
      'notes ',
      '"notes"',
      'brand.name',
      'brand[name]',
      'contacts.name',
      'brand_id',
      'created_at',
      'notes__like',
      'id.notes',
    ]) {
      for (const query of [
        `${encodeURIComponent(name)}=x`,
        `_sort=${encodeURIComponent(name)}`,
        `_fields=${encodeURIComponent(name)}`,
      ]) {
        const { status } = await agent.list('customer', query)
        expect([query, [400, 403].includes(status)]).toEqual([query, true])
      }
    }
  })

  test('is found by no search', async () => {
    const { person, administrator, customers } = await shop()
    await administrator.update('customer', customers.acme, { email: 'segredo@exemplo.com.br' })
    const agent = await person({
      rules: [allow('read', 'customer'), deny('read', 'customer', { fields: ['email', 'cpf', 'cnpj', 'mobilePhone'] })],
    })
    const blind = await person({ rules: [allow('read', 'customer', { fields: ['state'] })] })
    expect(await administrator.ids('customer', 'q=segredo')).toEqual([customers.acme.id])
    expect(await agent.ids('customer', 'q=segredo')).toEqual([])
    expect(await agent.ids('customer', 'q=Ana')).toEqual([customers.acme.id])
    const { body, headers } = await blind.list('customer', 'q=a')
    expect([body, headers.get('X-Total-Count')]).toEqual([[], '0'])
    expect((await blind.lookup('customer', 'q=a')).body).toEqual([])
  })

  test('orders no list that does not name it', async () => {
    const { person, customers } = await shop()
    const agent = await person({ rules: [allow('read', 'customer', { fields: ['state'] })] })
    const { status, body } = await agent.list('customer')
    if (status === 200) expect(body.map(({ id }: Made) => id)).toEqual(Object.values(customers).map(({ id }) => id))
    expect([200, 403]).toContain(status)
  })
})

describe('a field that one may read of some records', () => {
  /** Visits of 10 to 50 minutes; the tickets of those over 25 may be read: C, A and none. */
  const visits = async () => {
    const opened = await zooPanel()
    const enclosure = await opened.administrator.make('enclosure')
    const made: Made[] = []
    for (const [minutes, ticket] of [
      [10, 'B'],
      [20, 'Z'],
      [30, 'C'],
      [40, 'A'],
      [50, null],
    ] as const)
      made.push(
        await opened.administrator.make('visit', {
          minutes,
          ticket,
          enclosure: enclosure.id,
          visitor: `Visita ${minutes}`,
        }),
      )
    const agent = await opened.person({
      rules: [
        allow('read', 'visit', { fields: ['minutes', 'visitor'] }),
        allow('read', 'visit', { fields: ['ticket'], conditions: { minutes: { $gt: 25 } } }),
      ],
    })
    return { ...opened, made, agent }
  }
  const minutesOf = async (client: Client, query: string) => {
    const { status, body, headers } = await client.list('visit', query)
    expect([query, status, headers.get('X-Total-Count')]).toEqual([query, 200, String(body.length)])
    return body.map(({ minutes }: Made) => minutes)
  }

  test('is looked for in those alone, also by what it is not', async () => {
    const { agent } = await visits()
    const found: [string, number[]][] = [
      ['ticket=Z', []],
      ['ticket=A', [40]],
      ['ticket_ne=A', [30, 50]],
      ['ticket_ne=B', [30, 40, 50]],
      ['ticket_nin=A&ticket_nin=C', [50]],
      ['ticket_in=A&ticket_in=B&ticket_in=Z', [40]],
      ['ticket_null=true', [50]],
      ['ticket_null=false', [30, 40]],
      ['ticket_like=z', []],
      ['ticket_starts=b', []],
      ['ticket_in=', []],
      ['ticket_nin=', [30, 40, 50]],
    ]
    for (const [query, minutes] of found)
      expect([query, await minutesOf(agent, `${query}&_sort=minutes`)]).toEqual([query, minutes])
  })

  test('orders those alone: the others stand last in either direction, by their ids', async () => {
    const { agent } = await visits()
    expect(await minutesOf(agent, '_sort=ticket')).toEqual([40, 30, 10, 20, 50])
    expect(await minutesOf(agent, '_sort=ticket&_order=desc')).toEqual([30, 40, 50, 20, 10])
    expect(await minutesOf(agent, '_sort=ticket,minutes&_order=asc,desc')).toEqual([40, 30, 50, 20, 10])
  })

  test('orders a walk by cursor alike, and the cursor gives nothing away', async () => {
    const { agent } = await visits()
    const walked: unknown[] = []
    for (let after = ''; ; ) {
      const { body, headers } = await agent.list('visit', `_sort=ticket&_end=2${after}`)
      walked.push(...body.map(({ minutes }: Made) => minutes))
      const cursor = headers.get('X-Next-Cursor')
      if (cursor === null) break
      expect(Buffer.from(cursor, 'base64url').toString('latin1')).not.toMatch(/"[ABCZ]"/)
      after = `&_after=${cursor}`
    }
    expect(walked).toEqual([40, 30, 10, 20, 50])
  })

  test('is searched in those alone', async () => {
    const opened = await zooPanel()
    for (const [minutes, visitor] of [
      [10, 'Bruna'],
      [60, 'Bruno'],
    ] as const)
      await opened.administrator.make('visit', { minutes, visitor })
    const agent = await opened.person({
      rules: [
        allow('read', 'visit', { fields: ['minutes'] }),
        allow('read', 'visit', { fields: ['visitor'], conditions: { minutes: 60 } }),
      ],
    })
    expect(await minutesOf(agent, 'q=bru')).toEqual([60])
    expect((await agent.lookup('visit', 'q=bru')).body).toEqual([{ id: 2, title: 'Bruno' }])
    expect((await agent.lookup('visit', '_sort=id')).body).toEqual([
      { id: 1, title: '#1' },
      { id: 2, title: 'Bruno' },
    ])
  })

  test('is named like any other where the person sees no record at all', async () => {
    const opened = await visits()
    const agent = await opened.person({
      rules: [
        allow('read', 'visit', { fields: ['minutes'], conditions: { minutes: 1 } }),
        allow('read', 'visit', { fields: ['ticket'], conditions: { minutes: 2 } }),
      ],
    })
    for (const query of ['ticket=A', '_sort=ticket', 'ticket_null=true'])
      expect([query, (await agent.list('visit', query)).body]).toEqual([query, []])
  })
})

describe('a computed value', () => {
  test('is filtered by whoever may read it, and by nobody else', async () => {
    const { person, administrator, customers } = await shop()
    await administrator.update('customer', customers.beta, { status: 'blocked', statusReason: 'x' })
    const reader = await person({ rules: [allow('read', 'customer', { fields: ['platformAccess'] })] })
    const other = await person({ rules: [allow('read', 'customer', { fields: ['status', 'paymentStatus'] })] })
    const some = await person({
      rules: [
        allow('read', 'customer', { fields: ['name'] }),
        allow('read', 'customer', { fields: ['platformAccess'], conditions: { name: { $ne: 'Bia de Beta' } } }),
      ],
    })
    expect(await reader.ids('customer', 'platformAccess=false&_sort=id')).toEqual([customers.beta.id])
    expect((await other.list('customer', 'platformAccess=false')).status).toBe(403)
    expect(await some.ids('customer', 'platformAccess=false&_sort=id')).toEqual([])
  })
})

describe('a part of a tree', () => {
  /** Pátio › Lago, of which only Lago and a visit in it are seen. */
  const ponds = async () => {
    const opened = await zooPanel()
    const { administrator } = opened
    const yard = await administrator.make('enclosure', { name: 'Pátio' })
    const other = await administrator.make('enclosure', { name: 'Outro' })
    const pond = await administrator.make('enclosure', { name: 'Lago', parent: yard.id })
    const visit = await administrator.make('visit', { enclosure: pond.id })
    return { ...opened, yard, other, pond, visit }
  }

  test('that one does not see is not felt out by `_under` or `_reaches`', async () => {
    const { person, administrator, yard, other, pond, visit } = await ponds()
    const above = await administrator.make('visit', { enclosure: yard.id })
    const blind = await person({ rules: [allow('read', 'visit')] })
    const half = await person({
      rules: [allow('read', 'visit'), allow('read', 'enclosure', { conditions: { name: 'Lago' } })],
    })
    const unparented = await person({
      rules: [allow('read', 'visit'), allow('read', 'enclosure', { fields: ['name'] })],
    })
    const answers = async () => {
      const found: unknown[] = []
      for (const client of [blind, half, unparented])
        for (const { id } of [yard, other, pond]) {
          const { status, text } = await client.list('visit', `enclosure_under=${id}`)
          found.push([status, text], (await client.list('enclosure', `id_under=${id}&_fields=id`)).text)
          found.push((await client.list('visit', `enclosure_reaches=${id}`)).text)
        }
      return found
    }
    const before = await answers()
    await administrator.update('enclosure', pond, { parent: other.id })
    const now = (await administrator.read('enclosure', pond.id)).body
    const after = await answers()
    const sameVersion = (text: unknown) =>
      JSON.parse(
        JSON.stringify(text)
          .replaceAll(`\\"version\\":${now.version}`, '\\"version\\":1')
          .replace(/\\"updatedAt\\":\\"[^"]*\\"/g, ''),
      )
    // Who reads the parent of Lago sees that it has moved; the others see nothing of it.
    expect(sameVersion(after.slice(0, 9))).toEqual(sameVersion(before.slice(0, 9)))
    expect(sameVersion(after.slice(18))).toEqual(sameVersion(before.slice(18)))
    expect(await administrator.ids('visit', `enclosure_under=${other.id}`)).toEqual([visit.id])
    expect(await administrator.ids('visit', `enclosure_reaches=${pond.id}`)).toEqual([visit.id])
    expect(await administrator.ids('visit', `enclosure_reaches=${yard.id}`)).toEqual([above.id])
  })

  test('is found by who sees it whole', async () => {
    const { person, yard, visit } = await ponds()
    const agent = await person({ rules: [allow('read', 'visit'), allow('read', 'enclosure')] })
    expect(await agent.ids('visit', `enclosure_under=${yard.id}`)).toEqual([visit.id])
  })

  test('shows no name above that is hidden, and no place where the parent is', async () => {
    const { person, pond } = await ponds()
    const titled = async (...rules: ReturnType<typeof allow>[]) =>
      (await (await person({ rules })).lookup('enclosure', `ids=${pond.id}`)).body
    expect(await titled(allow('read', 'enclosure'))).toEqual([{ id: pond.id, title: 'Lago', path: 'Pátio › Lago' }])
    expect(await titled(allow('read', 'enclosure', { conditions: { name: 'Lago' } }))).toEqual([
      { id: pond.id, title: 'Lago', path: 'Lago' },
    ])
    expect(await titled(allow('read', 'enclosure', { fields: ['name'] }))).toEqual([
      { id: pond.id, title: 'Lago', path: 'Lago' },
    ])
  })

  test('that hangs below something hidden shows no place above it', async () => {
    const { person, administrator, yard, pond } = await ponds()
    const island = await administrator.make('enclosure', { name: 'Ilha', parent: pond.id })
    const agent = await person({ rules: [allow('read', 'enclosure', { conditions: { name: { $ne: 'Lago' } } })] })
    const { body } = await agent.lookup('enclosure', `ids=${island.id}`)
    expect(body).toEqual([{ id: island.id, title: 'Ilha', path: 'Ilha' }])
    expect(await agent.ids('enclosure', `id_under=${yard.id}`)).not.toContain(island.id)
  })
})

describe('what one may write and not read', () => {
  test('is not told by the judgement of its values', async () => {
    const opened = await shop()
    const { administrator, customers } = opened
    await administrator.update('customer', customers.beta, { status: 'cancelled', statusReason: 'x' })
    const agent = await opened.person({
      rules: [
        allow('read', 'customer', { fields: ['name'] }),
        allow('update', 'customer', { fields: ['name', 'status', 'statusReason'] }),
      ],
    })
    const { status, text } = await refused(opened, () =>
      agent.update('customer', customers.beta, { status: 'blocked', statusReason: 'x' }, '*'),
    )
    expect([status >= 400, /Cancelado|cancelled/i.test(text)]).toEqual([true, false])
  })

  test('is not told by the text of what is odd', async () => {
    const { person, administrator, customers } = await shop()
    await administrator.update('customer', customers.acme, { postalCode: '01310-100', state: 'RJ' })
    const agent = await person({
      rules: [
        allow('read', 'customer', { fields: ['name'] }),
        allow('update', 'customer', { fields: ['name', 'state'] }),
      ],
    })
    const { text } = await agent.update('customer', customers.acme, { state: 'SP' }, '*')
    expect(text).not.toMatch(/01310|RJ/)
  })
})

describe('a value that must be unique', () => {
  test('says of a hidden record that has it no more than that it is taken', async () => {
    const opened = await zooPanel()
    const enclosure = await opened.administrator.make('enclosure')
    await opened.administrator.make('visit', {
      ticket: 'T-1',
      visitor: 'Segredo',
      minutes: 600,
      enclosure: enclosure.id,
    })
    const agent = await opened.person({
      rules: [allow('read', 'enclosure'), allow(['read', 'create'], 'visit', { conditions: { minutes: 30 } })],
    })
    const { status, text } = await refused(opened, () =>
      agent.create('visit', { visitor: 'Ana', ticket: 'T-1', enclosure: enclosure.id }),
    )
    expect(status).toBe(409)
    expect(text).not.toMatch(/Segredo|600|visits|UNIQUE|"id"/)
  })
})

test('totals and tags are those of what one sees', async () => {
  const { person, administrator, brands, customers } = await shop()
  const agent = await person({
    rules: [allow('read', 'customer', { conditions: own, fields: ['name', 'brand'] })],
    brand: brands.sul.id,
  })
  const told = async () => {
    const { headers, text } = await agent.list('customer')
    return [headers.get('X-Total-Count'), headers.get('ETag'), text]
  }
  const before = await told()
  await administrator.make('customer', { brand: brands.beta.id })
  await administrator.update('customer', customers.beta, { name: 'Outra' })
  await administrator.remove('customer', customers.acme)
  expect(await told()).toEqual(before)
})

test('a placeholder in an address is a text like any other', async () => {
  const { person, brands } = await shop()
  const agent = await person({ rules: [allow('read', 'customer', { conditions: own })], brand: brands.sul.id })
  expect(await agent.ids('customer', `name=${encodeURIComponent(token('user.email'))}`)).toEqual([])
  expect((await agent.list('customer', `brand=${encodeURIComponent(token('user.brand'))}`)).status).toBe(400)
})
