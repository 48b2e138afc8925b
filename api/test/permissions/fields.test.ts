import { describe, expect, test } from 'vitest'
import type { Rule } from '../../src/contract/permissions.ts'
import type { Made } from '../client.ts'
import { zooPanel } from '../panel.ts'
import { allow, deny, own } from './rules.ts'
import { shop } from './shop.ts'

interface Access {
  update: boolean
  delete: boolean
  actions: string[]
  fields: { hidden: string[]; readonly: string[] }
  why?: Record<string, string>
}

const accessOf = (record: Made) => record._access as Access // every record carries it

const secret = 'Prefere ligações à noite'

async function withSecrets() {
  const opened = await shop()
  const { administrator, customers } = opened
  for (const { id } of Object.values(customers))
    await administrator.update('customer', { id, version: 1 }, { notes: secret, state: 'SP' }, '*')
  const told = (await administrator.read('customer', customers.acme.id)).body
  return { ...opened, told }
}

describe('a field that may not be read', () => {
  const rules = [
    allow(['read', 'update', 'create'], 'customer'),
    allow('read', 'brand'),
    deny('read', 'customer', { fields: ['notes'] }),
  ]

  test('is absent from every answer, and named in `_access`', async () => {
    const { person, told, brands } = await withSecrets()
    const agent = await person({ rules })
    const body = { name: 'Nova', email: 'nova@exemplo.com.br', brand: brands.acme.id, notes: secret }
    const answers = [
      await agent.list('customer'),
      await agent.list('customer', '_fields=name'),
      await agent.list('customer', 'q=Acme'),
      await agent.read('customer', told.id),
      await agent.lookup('customer'),
      await agent.update('customer', told, { name: 'Outra' }),
      await agent.update('customer', told, { name: 'Outra' }),
      await agent.update('customer', told, { notes: secret }, '*'),
      await agent.create('customer', body),
    ]
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 412, 200, 201])
    for (const { text } of answers) expect(text).not.toContain(secret)
    for (const { body: read } of [answers[3], answers[5], answers[8]].flatMap((answer) => answer ?? [])) {
      expect('notes' in read).toBe(false)
      expect(accessOf(read).fields.hidden).toEqual(['notes'])
    }
    for (const row of answers[0]?.body ?? [])
      expect(['notes' in row, accessOf(row).fields.hidden]).toEqual([false, ['notes']])
  })

  test('stands in no metadata and no description of the API where it may be written neither', async () => {
    const { person } = await withSecrets()
    const [writer, reader] = [
      await person({ rules }),
      await person({ rules: [allow('read', 'customer'), deny('read', 'customer', { fields: ['notes'] })] }),
    ]
    const fieldsOf = async (client: typeof writer) => {
      const { body } = await client.send('GET', '/api/meta')
      const customer = body.resources.find(({ name }: { name: string }) => name === 'customer')
      return { text: JSON.stringify(customer), names: customer.fields.map(({ name }: { name: string }) => name) }
    }
    expect((await fieldsOf(writer)).names).toContain('notes')
    expect((await fieldsOf(reader)).text).not.toContain('notes')
    expect((await fieldsOf(reader)).names).toContain('name')
    const { body } = await reader.send('GET', '/api/openapi.json')
    const schemas = JSON.stringify(
      Object.entries(body.paths).filter(([path]) => path.startsWith('/api/customers') || path.startsWith('/customers')),
    )
    expect(schemas).not.toContain('"notes"')
  })

  test('is not what a rule says of the whole record: its id and version are always there', async () => {
    const { person, told } = await withSecrets()
    const agent = await person({ rules: [allow('read', 'customer', { fields: ['state'] })] })
    const { body } = await agent.read('customer', told.id)
    expect(Object.keys(body).toSorted()).toEqual(['_access', 'id', 'state', 'version'])
    expect(accessOf(body).fields.hidden).toEqual(
      expect.arrayContaining(['name', 'notes', 'brand', 'createdAt', 'updatedAt']),
    )
    expect(accessOf(body).fields.hidden).not.toContain('state')
    expect((await agent.list('customer', '_fields=id,version,state')).status).toBe(200)
  })

  test('gives no title: a look-up says the id instead', async () => {
    const { person, told, brands } = await withSecrets()
    const agent = await person({
      rules: [allow('read', 'customer', { fields: ['state'] }), allow('read', 'brand', { fields: ['active'] })],
    })
    const customers = (await agent.lookup('customer')).body
    expect(customers.find(({ id }: Made) => id === told.id)).toEqual({ id: told.id, title: `#${told.id}` })
    const found = (await agent.lookup('brand', `ids=${brands.porto.id}`)).body
    expect(found).toEqual([{ id: brands.porto.id, title: `#${brands.porto.id}`, path: `#${brands.porto.id}` }])
  })
})

describe('a field that may be read of some records', () => {
  const inSul = { conditions: own }
  const rules = [
    allow('read', 'customer', { fields: ['name', 'state'] }),
    allow('read', 'customer', { fields: ['notes'], ...inSul }),
  ]

  test('is there on those, and absent from the others', async () => {
    const { person, brands, customers } = await withSecrets()
    const agent = await person({ rules, brand: brands.sul.id })
    const { body } = await agent.list('customer')
    const [shown, hidden] = [body.filter((row: Made) => 'notes' in row), body.filter((row: Made) => !('notes' in row))]
    expect(shown.map(({ id, notes }: Made) => [id, notes]).toSorted()).toEqual(
      [customers.sul, customers.porto].map(({ id }) => [id, secret]).toSorted(),
    )
    expect(shown.every((row: Made) => !accessOf(row).fields.hidden.includes('notes'))).toBe(true)
    expect(hidden.map(({ id }: Made) => id).toSorted()).toEqual([customers.acme.id, customers.beta.id].toSorted())
    expect(hidden.every((row: Made) => accessOf(row).fields.hidden.includes('notes'))).toBe(true)
    for (const row of body) expect((await agent.read('customer', row.id)).body).toEqual(row)
  })

  test('disappears from a record that no longer fulfils the condition, in the answer to the change itself', async () => {
    const { person, told } = await withSecrets()
    const agent = await person({
      rules: [
        allow(['read', 'update'], 'customer', { fields: ['state', 'name'] }),
        allow('read', 'customer', { fields: ['notes'], conditions: { state: 'SP' } }),
      ],
    })
    expect((await agent.read('customer', told.id)).body.notes).toBe(secret)
    const saved = await agent.update('customer', told, { state: 'RJ' })
    expect([saved.status, saved.text.includes(secret), accessOf(saved.body).fields.hidden.includes('notes')]).toEqual([
      200,
      false,
      true,
    ])
  })

  test('is plain to who sees no other records', async () => {
    const { person, brands } = await withSecrets()
    const agent = await person({
      rules: [allow('read', 'customer', inSul), allow('read', 'customer', { fields: ['notes'], ...inSul })],
      brand: brands.sul.id,
    })
    const { body } = await agent.list('customer', '_sort=state')
    expect(body.map((row: Made) => accessOf(row).fields.hidden)).toEqual([[], []])
  })
})

test('the fields of a record are those of the rules that hold for it', async () => {
  const { person, customers } = await withSecrets()
  const agent = await person({
    rules: [
      allow('read', 'customer', { fields: ['name', 'notes'], conditions: { name: 'Ana de Acme' } }),
      allow('read', 'customer', { fields: ['state'], conditions: { name: 'Bia de Beta' } }),
    ],
  })
  const keysOf = async (id: number) => Object.keys((await agent.read('customer', id)).body).toSorted()
  expect(await keysOf(customers.acme.id)).toEqual(['_access', 'id', 'name', 'notes', 'version'])
  expect(await keysOf(customers.beta.id)).toEqual(['_access', 'id', 'state', 'version'])
  expect((await agent.read('customer', customers.sul.id)).status).toBe(404)
})

test('a rule without fields holds for all of them, times included; one with fields for no other', async () => {
  const { person, told } = await withSecrets()
  const whole = await person({ rules: [allow('read', 'customer')] })
  const listed = await person({ rules: [allow('read', 'customer', { fields: ['name', 'createdAt'] })] })
  expect(accessOf((await whole.read('customer', told.id)).body).fields.hidden).toEqual([])
  expect(Object.keys((await listed.read('customer', told.id)).body).toSorted()).toEqual([
    '_access',
    'createdAt',
    'id',
    'name',
    'version',
  ])
})

test('a computed value has rights of its own', async () => {
  const { administrator, person } = await zooPanel()
  const visit = await administrator.make('visit', { visitor: 'Segredo', minutes: 60 })
  const keysFor = async (...fields: string[]) => {
    const agent = await person({ rules: [allow('read', 'visit', { fields })] })
    const { body } = await agent.read('visit', visit.id)
    const listed = (await agent.list('visit')).body[0]
    expect(listed).toEqual(body)
    return { ...body, _access: undefined, version: undefined, id: undefined }
  }
  expect(await keysFor('greeting')).toEqual({ greeting: 'Segredo: 60 min' })
  expect(await keysFor('long')).toEqual({ long: true })
  expect(await keysFor('visitor', 'minutes')).toEqual({ visitor: 'Segredo', minutes: 60 })
})

test('a computed value is hidden with its own condition, and shows its sources to nobody', async () => {
  const { administrator, person } = await zooPanel()
  await administrator.make('visit', { visitor: 'Segredo', minutes: 60 })
  await administrator.make('visit', { visitor: 'Outro', minutes: 30 })
  const agent = await person({
    rules: [
      allow('read', 'visit', { fields: ['minutes'] }),
      allow('read', 'visit', { fields: ['greeting'], conditions: { minutes: 30 } }),
    ],
  })
  const { text, body } = await agent.list('visit', '_sort=minutes')
  expect(body.map(({ greeting }: Made) => greeting)).toEqual(['Outro: 30 min', undefined])
  expect([text.includes('Segredo'), text.includes('_from')]).toEqual([false, false])
})

describe('a password', () => {
  test('is read, filtered, sorted and named by nobody, whatever the rules', async () => {
    const { administrator, person } = await shop()
    const all = await person({ rules: [allow('manage', 'all'), allow('read', 'user', { fields: ['password'] })] })
    for (const client of [administrator, all]) {
      const list = await client.list('user')
      expect([list.status, /argon2|"password/.test(list.text)]).toEqual([200, false])
      expect(/argon2|"password"/.test((await client.read('user', 1)).text)).toBe(false)
      const unknown = (await client.list('user', 'nothing=x')).text.replaceAll('nothing', '…')
      for (const query of [
        'password=x',
        'password_null=true',
        'password_like=a',
        '_sort=password',
        '_fields=password',
      ]) {
        const { status, text } = await client.list('user', query)
        expect([query, status, text.replaceAll('password', '…')]).toEqual([query, 403, unknown])
      }
    }
  })
})

describe('`_access`', () => {
  const rules: Rule[] = [
    allow('read', 'customer'),
    allow('update', 'customer', { fields: ['name', 'notes'] }),
    allow('update', 'customer', { fields: ['state'], conditions: { name: 'Ana de Acme' } }),
    deny('update', 'customer', { conditions: { name: 'Bia de Beta' } }),
    allow('delete', 'customer', { conditions: { name: 'Bia de Beta' } }),
    deny('read', 'customer', { fields: ['notes'], conditions: { name: 'Sara de Sul' } }),
  ]

  test('says what may be done to this very record, and to which of its fields', async () => {
    const { person, customers } = await shop()
    const agent = await person({ rules })
    const rows: Made[] = (await agent.list('customer')).body
    const access = (name: keyof typeof customers) =>
      accessOf(rows.find(({ id }) => id === customers[name].id) ?? customers[name])
    const can = (name: keyof typeof customers) => [access(name).update, access(name).delete, access(name).fields.hidden]
    expect(can('acme')).toEqual([true, false, []])
    expect(can('beta')).toEqual([false, true, []])
    expect(can('sul')).toEqual([true, false, ['notes']])
    const editable = (name: keyof typeof customers) =>
      ['name', 'notes', 'state', 'email'].filter((field) => !access(name).fields.readonly.includes(field))
    expect(editable('acme')).toEqual(['name', 'notes', 'state'])
    expect(access('sul').fields.readonly).toEqual(expect.arrayContaining(['state', 'email']))
    expect(access('sul').fields.readonly).not.toContain('name')
  })

  test('is the same wherever the record is read', async () => {
    const { person, customers } = await shop()
    const agent = await person({ rules })
    for (const { id } of Object.values(customers)) {
      const listed = (await agent.list('customer', `id=${id}&_fields=name`)).body[0]
      expect(listed._access).toEqual((await agent.read('customer', id)).body._access)
    }
    const saved = await agent.update('customer', customers.acme, { name: 'Ana de Acme' })
    expect(saved.body._access).toEqual((await agent.read('customer', customers.acme.id)).body._access)
  })

  test('names the rule that refuses', async () => {
    const { person, customers } = await shop()
    const agent = await person({ rules })
    const { body } = await agent.read('customer', customers.beta.id)
    const { rule } = (await agent.update('customer', customers.beta, { name: 'Outra' })).body
    expect(rule).toMatch(/^r_\d+$/)
    expect(accessOf(body).why?.update).toBe(rule)
  })

  test('names the actions that may be run', async () => {
    const opened = await zooPanel()
    const [short, long] = [
      await opened.administrator.make('visit', { minutes: 5 }),
      await opened.administrator.make('visit', { minutes: 60 }),
    ]
    const agent = await opened.person({
      rules: [allow('read', 'visit'), allow('move', 'visit', { conditions: { minutes: 60 } })],
    })
    const actions = async (id: number) => accessOf((await agent.read('visit', id)).body).actions
    expect(await actions(short.id)).toEqual([])
    expect(await actions(long.id)).toEqual(['move'])
  })
})

test('nothing of a condition, nor a name of what is hidden, is in what the browser gets of the rules', async () => {
  const { person } = await shop()
  const agent = await person({
    rules: [
      allow('read', 'customer', { fields: ['name', 'state'], conditions: { notes: 'palavra-chave' } }),
      deny('read', 'customer', { fields: ['cpf'] }),
      allow('update', 'customer', { fields: ['state'], conditions: { name: 'condição' } }),
    ],
  })
  const { status, text, body } = await agent.send('GET', '/api/auth/me')
  expect(status).toBe(200)
  for (const word of ['palavra-chave', 'condição', 'notes', 'cpf', 'contact', 'brand"'])
    expect(text).not.toContain(word)
  expect(JSON.stringify(body.rules)).toContain('"customer"')
  const meta = (await agent.send('GET', '/api/meta')).body
  expect(meta.resources.map(({ name }: { name: string }) => name)).toEqual(['customer'])
})
