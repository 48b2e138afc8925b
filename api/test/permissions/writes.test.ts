import { describe, expect, test } from 'vitest'
import type { Answer } from '../client.ts'
import { zooPanel } from '../panel.ts'
import { refused } from '../rows.ts'
import { allow, deny, own, token } from './rules.ts'
import { shop } from './shop.ts'

const read = allow('read', 'customer')
const readBrands = allow('read', 'brand')

describe('what a body may name', () => {
  const guessed = [
    'id',
    'version',
    'createdAt',
    'updatedAt',
    'created_at',
    'brand_id',
    'brandId',
    'brandRoot',
    'path',
    '_access',
    '_message',
    'name_search',
    'contacts',
    'platformAccess',
    'nothing',
    'constructor',
    'prototype',
    'toString',
    'hasOwnProperty',
  ]

  test('is what one may write: all else is the same refusal that names it, and writes nothing', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [read, readBrands, allow(['create', 'update'], 'customer', { fields: ['name', 'email', 'brand'] })],
    })
    const { acme } = opened.customers
    for (const key of [...guessed, 'notes', 'cpf', 'status']) {
      const body = `{"name":"Ana","email":"ana@exemplo.com.br","brand":${opened.brands.acme.id},${JSON.stringify(key)}:1}`
      const change = `{"name":"Ana",${JSON.stringify(key)}:1}`
      const [created, updated] = await refused(opened, async () => [
        await agent.send('POST', '/api/customers', { body }),
        await agent.send('PATCH', `/api/customers/${acme.id}`, { body: change, headers: { 'If-Match': '"1"' } }),
      ])
      const told = (answer: Answer | undefined, name = key) => {
        const { detail, ...rest } = answer?.body ?? {}
        return { ...rest, detail: detail?.replaceAll(`“${name}”`, '…'), message: undefined }
      }
      const whole = { name: 'Ana', email: 'ana@exemplo.com.br', brand: opened.brands.acme.id, nonsense: 1 }
      const unknown = await agent.create('customer', whole)
      const unknownChange = await agent.update('customer', acme, { name: 'Ana', nonsense: 1 })
      expect([key, created?.status, told(created)]).toEqual([key, 403, told(unknown, 'nonsense')])
      expect([key, updated?.status, told(updated)]).toEqual([key, 403, told(unknownChange, 'nonsense')])
    }
  })

  test('holds for an administrator too, and pollutes nothing', async () => {
    const opened = await shop()
    const { acme } = opened.customers
    for (const key of guessed) {
      const body = `{"name":"Ana",${JSON.stringify(key)}:{"polluted":true,"status":"cancelled"}}`
      const { status } = await refused(opened, () =>
        opened.administrator.send('PATCH', `/api/customers/${acme.id}`, { body, headers: { 'If-Match': '"1"' } }),
      )
      expect([key, status]).toEqual([key, 403])
    }
    const body = '{"name":"Ana","__proto__":{"polluted":true,"status":"cancelled"}}'
    const named = () =>
      opened.administrator.send('PATCH', `/api/customers/${acme.id}`, { body, headers: { 'If-Match': '"1"' } })
    expect((await refused(opened, named)).status).toBe(400)
    expect('polluted' in {}).toBe(false)
  })

  test('counts even where it changes nothing: being equal is no way to guess a value', async () => {
    const opened = await shop()
    const { acme } = opened.customers
    const agent = await opened.person({
      rules: [allow('read', 'customer', { fields: ['name'] }), allow('update', 'customer', { fields: ['name'] })],
    })
    const guess = (body: object) => refused(opened, () => agent.update('customer', acme, body))
    const right = await guess({ status: 'active' })
    const wrong = await guess({ status: 'blocked' })
    expect([right.status, right.text]).toEqual([403, wrong.text])
    expect((await guess({ name: acme.name, status: 'active' })).status).toBe(403)
  })

  test('is judged before its values', async () => {
    const opened = await shop()
    const agent = await opened.person({ rules: [read, allow('update', 'customer', { fields: ['name'] })] })
    const { status, body } = await refused(opened, () =>
      agent.update('customer', opened.customers.acme, { name: 5, cpf: 'nonsense' }),
    )
    expect([status, body.errors]).toEqual([403, undefined])
  })

  test('has values of the right type only, in the place of a reference too', async () => {
    const opened = await shop()
    const { acme, beta } = opened.brands
    const agent = await opened.person({
      rules: [read, readBrands, allow('create', 'customer', { conditions: own })],
      brand: acme.id,
    })
    const confused: unknown[] = [
      String(beta.id),
      [beta.id],
      { id: beta.id },
      { id: beta.id, title: 'Beta' },
      { $eq: beta.id },
      true,
      1.5,
      -1,
      0,
      '0x1',
      '1e0',
      ' 1',
      2_147_483_648,
      { $under: acme.id },
      token('user.brand'),
    ]
    for (const brand of confused) {
      const { status } = await refused(opened, () =>
        agent.create('customer', { name: 'Ana', email: 'a@exemplo.com.br', brand }),
      )
      expect([brand, status]).toEqual([brand, 422])
    }
  })
})

describe('a change', () => {
  const agentRules = [read, readBrands, allow('update', 'customer', { conditions: { name: { $ne: 'Bia de Beta' } } })]

  test('of a record that one sees and may not change is refused, and says by which rule', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [
        ...agentRules,
        deny('update', 'customer', { conditions: { name: 'Ana de Acme' }, reason: 'Ana é da diretoria.' }),
      ],
    })
    const { acme, beta } = opened.customers
    const [denied, ungranted] = await refused(opened, async () => [
      await agent.update('customer', acme, { notes: 'x' }),
      await agent.update('customer', beta, { notes: 'x' }),
    ])
    expect([denied?.status, denied?.body]).toEqual([
      403,
      expect.objectContaining({
        code: 'forbidden',
        action: 'update',
        subject: 'customer',
        reason: 'Ana é da diretoria.',
      }),
    ])
    expect(denied?.body.rule).toMatch(/^r_\d+$/)
    expect([ungranted?.status, ungranted?.body.rule]).toEqual([403, undefined])
  })

  test('is refused before its version is compared, and shows nothing of a record that one does not see', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [allow('read', 'customer', { conditions: { name: 'Bia de Beta' } }), ...agentRules.slice(1)],
    })
    const { acme, beta } = opened.customers
    expect((await refused(opened, () => agent.update('customer', acme, { notes: 'x' }, '"9"'))).status).toBe(404)
    expect((await refused(opened, () => agent.update('customer', beta, { notes: 'x' }, '"9"'))).status).toBe(403)
  })

  test('shows of a newer record what its author may read, no more', async () => {
    const opened = await shop()
    const { acme } = opened.customers
    const agent = await opened.person({
      rules: [
        allow('read', 'customer', { fields: ['name', 'state'] }),
        allow('update', 'customer', { fields: ['state'] }),
      ],
    })
    await opened.administrator.update('customer', acme, { notes: 'segredo' })
    const { status, body, text } = await refused(opened, () => agent.update('customer', acme, { state: 'SP' }))
    expect([status, Object.keys(body.current).toSorted()]).toEqual([412, ['_access', 'id', 'name', 'state', 'version']])
    expect(text).not.toContain('segredo')
    const saved = await agent.update('customer', body.current, { state: 'SP' })
    expect([saved.status, saved.text.includes('segredo'), saved.body.state]).toEqual([200, false, 'SP'])
  })

  test('may name just the fields of the rules that hold for this very record, not of all rules together', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [
        read,
        allow('update', 'customer', { fields: ['notes'] }),
        allow('update', 'customer', { fields: ['name', 'status'], conditions: { name: 'Bia de Beta' }, check: {} }),
      ],
    })
    const { acme, beta } = opened.customers
    const answer = await refused(opened, () => agent.update('customer', acme, { name: 'Outra' }))
    expect([answer.status, answer.body.field]).toEqual([403, 'name'])
    expect((await refused(opened, () => agent.update('customer', acme, { notes: 'x', name: 'Outra' }))).status).toBe(
      403,
    )
    expect((await agent.update('customer', acme, { notes: 'x' })).status).toBe(200)
    expect((await agent.update('customer', beta, { notes: 'x', name: 'Outra' })).status).toBe(200)
  })

  test('of a denied field is refused where the denial holds', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [
        read,
        allow('update', 'customer'),
        deny('update', 'customer', { fields: ['notes'], conditions: { name: 'Bia de Beta' } }),
      ],
    })
    const { acme, beta } = opened.customers
    expect((await agent.update('customer', acme, { notes: 'x' })).status).toBe(200)
    expect((await refused(opened, () => agent.update('customer', beta, { notes: 'x' }))).status).toBe(403)
    expect((await agent.update('customer', beta, { name: 'Outra' })).status).toBe(200)
  })
})

describe('the record after a change', () => {
  const active = { state: 'SP' }
  const rule = { fields: ['state', 'notes'], conditions: active }

  test('must still be one that may be changed: nothing is moved out of its scope', async () => {
    const opened = await shop()
    const { acme } = opened.customers
    await opened.administrator.update('customer', acme, { state: 'SP' })
    const agent = await opened.person({ rules: [read, allow('update', 'customer', rule)] })
    const answer = await refused(opened, () => agent.update('customer', acme, { state: 'RJ', notes: 'x' }, '*'))
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden'])
    expect((await agent.update('customer', acme, { notes: 'x' }, '*')).status).toBe(200)
  })

  test('may be anything where the rule says `check: {}`, and what it says where it says more', async () => {
    const opened = await shop()
    const { acme, beta } = opened.customers
    for (const customer of [acme, beta]) await opened.administrator.update('customer', customer, { state: 'SP' })
    const free = await opened.person({ rules: [read, allow('update', 'customer', { ...rule, check: {} })] })
    const bound = await opened.person({
      rules: [read, allow('update', 'customer', { ...rule, check: { state: { $in: ['SP', 'RJ'] } } })],
    })
    expect((await free.update('customer', acme, { state: 'AM' }, '*')).status).toBe(200)
    expect((await refused(opened, () => bound.update('customer', beta, { state: 'AM' }, '*'))).status).toBe(403)
    expect((await bound.update('customer', beta, { state: 'RJ' }, '*')).status).toBe(200)
    expect((await refused(opened, () => bound.update('customer', beta, { state: 'SP' }, '*'))).status).toBe(403)
  })

  test('is asked for each field that was set', async () => {
    const opened = await shop()
    const { acme } = opened.customers
    const agent = await opened.person({
      rules: [
        read,
        allow('update', 'customer', { fields: ['state'] }),
        allow('update', 'customer', { fields: ['notes'], conditions: { state: { $ne: 'AM' } } }),
      ],
    })
    expect((await refused(opened, () => agent.update('customer', acme, { state: 'AM', notes: 'x' }))).status).toBe(403)
    expect((await agent.update('customer', acme, { state: 'AM' })).status).toBe(200)
  })

  test('must not fall under a denial', async () => {
    const opened = await shop()
    const { acme } = opened.customers
    const agent = await opened.person({
      rules: [read, allow('update', 'customer'), deny('update', 'customer', { conditions: { state: 'AM' } })],
    })
    expect((await refused(opened, () => agent.update('customer', acme, { state: 'AM' }))).status).toBe(403)
    expect((await agent.update('customer', acme, { state: 'RJ' })).status).toBe(200)
  })

  test('may be one that its author no longer sees: they get its id', async () => {
    const opened = await shop()
    const { acme } = opened.customers
    const agent = await opened.person({
      rules: [allow('read', 'customer', { conditions: { state: null } }), allow('update', 'customer')],
    })
    const { status, body } = await agent.update('customer', acme, { state: 'AM' })
    expect([status, body.id, body.name]).toEqual([200, acme.id, undefined])
    expect((await agent.read('customer', acme.id)).status).toBe(404)
  })

  test('cannot be brought into scope from outside', async () => {
    const opened = await shop()
    const { beta } = opened.customers
    const agent = await opened.person({
      rules: [allow('read', 'customer', { conditions: own }), allow('update', 'customer')],
      brand: opened.brands.acme.id,
    })
    expect((await refused(opened, () => agent.update('customer', beta, { name: 'Minha' }))).status).toBe(404)
  })
})

describe('a new record', () => {
  const body = { name: 'Nova', email: 'nova@exemplo.com.br' }

  test('is made within the rules alone', async () => {
    const opened = await shop()
    const { acme, sul, beta } = opened.brands
    const agent = await opened.person({
      rules: [read, readBrands, allow('create', 'customer', { conditions: own })],
      brand: acme.id,
    })
    expect((await agent.create('customer', { ...body, brand: sul.id })).status).toBe(201)
    const answer = await refused(opened, () => agent.create('customer', { ...body, brand: beta.id }))
    expect([answer.status, answer.body.code]).toEqual([403, 'forbidden'])
  })

  test('without a value where the rules ask for one is refused', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [
        readBrands,
        allow(['read', 'create'], 'brand', { conditions: { parent: { $under: token('user.brand') } } }),
      ],
      brand: opened.brands.acme.id,
    })
    expect((await refused(opened, () => agent.create('brand', { name: 'Solta' }))).status).toBe(403)
    expect((await agent.create('brand', { name: 'Dentro', parent: opened.brands.sul.id })).status).toBe(201)
  })

  test('takes a `check` in the place of the conditions', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [read, readBrands, allow('create', 'customer', { conditions: own, check: { state: 'SP' } })],
      brand: opened.brands.acme.id,
    })
    expect((await agent.create('customer', { ...body, brand: opened.brands.beta.id, state: 'SP' })).status).toBe(201)
    expect(
      (await refused(opened, () => agent.create('customer', { ...body, brand: opened.brands.acme.id }))).status,
    ).toBe(403)
  })

  test('is answered by its id alone to who may not see it', async () => {
    const opened = await shop()
    const brand = opened.brands.acme.id
    const blind = await opened.person({ rules: [readBrands, allow('create', 'customer')] })
    const { status, body: made } = await blind.create('customer', { ...body, brand })
    expect([status, Object.keys(made).filter((key) => key !== '_message')]).toEqual([201, ['id']])
    const elsewhere = await opened.person({
      rules: [readBrands, allow('create', 'customer'), allow('read', 'customer', { conditions: { state: 'SP' } })],
    })
    expect(Object.keys((await elsewhere.create('customer', { ...body, brand })).body)).not.toContain('name')
    expect((await elsewhere.create('customer', { ...body, brand, state: 'SP' })).body.name).toBe('Nova')
    expect((await opened.administrator.read('customer', made.id)).body.name).toBe('Nova')
  })

  test('shows of itself what its author may read', async () => {
    const opened = await shop()
    const agent = await opened.person({
      rules: [readBrands, allow('read', 'customer', { fields: ['name'] }), allow('create', 'customer')],
    })
    const made = await agent.create('customer', { ...body, brand: opened.brands.acme.id, notes: 'segredo' })
    expect([made.status, made.body.name, made.text.includes('segredo')]).toEqual([201, 'Nova', false])
  })

  test('is judged for every field that it sets, and not for its defaults', async () => {
    const opened = await shop()
    const brand = opened.brands.acme.id
    const agent = await opened.person({
      rules: [
        read,
        readBrands,
        allow('create', 'customer', { fields: ['name', 'email', 'brand'] }),
        allow('create', 'customer', { fields: ['notes'], conditions: { state: 'SP' } }),
      ],
    })
    expect((await agent.create('customer', { ...body, brand })).body.status).toBe('active')
    const answer = await refused(opened, () => agent.create('customer', { ...body, brand, notes: 'x' }))
    expect([answer.status, answer.body.field]).toEqual([403, 'notes'])
  })
})

describe('what a record points to', () => {
  test('must be seen: hidden, missing and not offered are the same error', async () => {
    const opened = await shop()
    const { acme, beta } = opened.brands
    await opened.administrator.update('brand', opened.brands.porto, { active: false })
    const agent = await opened.person({
      rules: [
        allow('read', 'brand', { conditions: { id: { $under: token('user.brand') } } }),
        allow(['read', 'create'], 'customer'),
      ],
      brand: acme.id,
    })
    const refusal = (brand: number) =>
      refused(opened, () => agent.create('customer', { name: 'Ana', email: 'a@exemplo.com.br', brand }))
    const answers = [await refusal(beta.id), await refusal(opened.brands.porto.id), await refusal(999)]
    expect(answers.map(({ status }) => status)).toEqual([422, 422, 422])
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1)
  })

  test('must be seen in lists of ids too', async () => {
    const opened = await zooPanel()
    const [open, closed] = [
      await opened.administrator.make('enclosure'),
      await opened.administrator.make('enclosure', { open: false }),
    ]
    const zoo = await opened.administrator.make('zoo')
    const agent = await opened.person({
      rules: [allow('read', 'enclosure', { conditions: { open: true } }), allow(['read', 'update', 'create'], 'zoo')],
    })
    for (const ids of [[closed.id], [open.id, closed.id], [open.id, 999]]) {
      expect((await refused(opened, () => agent.update('zoo', zoo, { enclosures: ids }))).status).toBe(422)
      expect((await refused(opened, () => agent.create('zoo', { name: 'Zoo', enclosures: ids }))).status).toBe(422)
    }
    expect((await agent.update('zoo', zoo, { enclosures: [open.id] })).status).toBe(200)
  })
})

describe('deleting', () => {
  test('asks for a rule of its own, on this very record', async () => {
    const opened = await shop()
    const { acme, beta } = opened.customers
    const agent = await opened.person({
      rules: [read, allow('update', 'customer'), allow('delete', 'customer', { conditions: { name: 'Bia de Beta' } })],
    })
    const answer = await refused(opened, () => agent.remove('customer', acme))
    expect([answer.status, answer.body.action]).toEqual([403, 'delete'])
    expect((await agent.remove('customer', beta)).status).toBe(204)
  })

  test('of a record in use says no more than that', async () => {
    const opened = await shop()
    const agent = await opened.person({ rules: [allow(['read', 'delete'], 'brand')] })
    const { status, text } = await refused(opened, () => agent.remove('brand', opened.brands.beta))
    expect(status).toBe(409)
    expect(text).not.toMatch(/customer|Bia|cliente|brands|FOREIGN|violates/)
  })
})

describe('an action', () => {
  const visits = async () => {
    const opened = await zooPanel()
    const [here, there] = [await opened.administrator.make('enclosure'), await opened.administrator.make('enclosure')]
    const visit = await opened.administrator.make('visit', { enclosure: here.id })
    return { ...opened, here, there, visit }
  }
  const sees = [allow('read', 'visit'), allow('read', 'enclosure')]

  test('asks for a rule of its own, and what it does asks for rules like anything its person does', async () => {
    const opened = await visits()
    const { visit, there } = opened
    const moveBy = async (...rules: ReturnType<typeof allow>[]) => {
      const agent = await opened.person({ rules: [...sees, ...rules] })
      return () => agent.act('visit', visit, 'move', { enclosure: there.id })
    }
    const refusedMoves = [
      await moveBy(allow('update', 'visit')),
      await moveBy(allow('move', 'visit')),
      await moveBy(allow('move', 'visit'), allow('update', 'visit', { fields: ['minutes'] })),
      await moveBy(allow('move', 'visit'), allow('update', 'visit', { conditions: { minutes: { $gt: 500 } } })),
      await moveBy(allow('move', 'visit', { conditions: { minutes: { $gt: 500 } } }), allow('update', 'visit')),
      await moveBy(allow('move', 'visit'), allow('update', 'visit', { conditions: { enclosure: opened.here.id } })),
      await moveBy(allow(['move', 'update'], 'visit'), deny('move', 'visit')),
    ]
    for (const move of refusedMoves) expect((await refused(opened, move)).status).toBe(403)
    const move = await moveBy(allow('move', 'visit'), allow('update', 'visit', { fields: ['enclosure', 'minutes'] }))
    expect((await move()).status).toBe(200)
  })

  test('on many is done to all of them or to none', async () => {
    const opened = await visits()
    const long = await opened.administrator.make('visit', { minutes: 600, enclosure: opened.here.id })
    const agent = await opened.person({
      rules: [...sees, allow('move', 'visit'), allow('update', 'visit', { conditions: { minutes: { $lt: 600 } } })],
    })
    const records = [opened.visit, long].map(({ id, version }) => ({ id, version }))
    const input = { enclosure: opened.there.id }
    expect((await refused(opened, () => agent.bulk('visit', 'move', { records, input }))).status).toBe(403)
    expect((await agent.bulk('visit', 'move', { records: records.slice(0, 1), input })).status).toBe(200)
  })

  test('takes no reference that its person does not see', async () => {
    const opened = await visits()
    const agent = await opened.person({
      rules: [
        allow('read', 'visit'),
        allow('read', 'enclosure', { conditions: { id: opened.here.id } }),
        allow(['move', 'update'], 'visit'),
      ],
    })
    const [hidden, missing] = await refused(opened, async () => [
      await agent.act('visit', opened.visit, 'move', { enclosure: opened.there.id }),
      await agent.act('visit', opened.visit, 'move', { enclosure: 999 }),
    ])
    expect([hidden?.status, hidden?.text]).toEqual([422, missing?.text])
  })

  test('on a whole resource reaches no further than its person', async () => {
    const opened = await visits()
    const agent = await opened.person({
      rules: [
        allow('closeAll', 'visit'),
        allow(['read', 'update'], 'enclosure', { conditions: { id: opened.here.id } }),
      ],
    })
    expect((await agent.bulk('visit', 'closeAll', {})).status).toBe(200)
    expect(await opened.administrator.ids('enclosure', 'open=true')).toEqual([opened.there.id])
    const nobody = await opened.person({ rules: sees })
    expect((await refused(opened, () => nobody.bulk('visit', 'closeAll', {}))).status).toBe(403)
  })
})
