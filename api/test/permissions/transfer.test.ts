import { expect, test } from 'vitest'
import type { GroupFile, GroupImport } from '../../src/contract/permissions.ts'
import type { Client } from '../client.ts'
import { panel } from '../panel.ts'
import { refused } from '../rows.ts'
import { allow, own } from './rules.ts'
import { shop } from './shop.ts'

const exported = async (client: Client, query = ''): Promise<GroupFile> => {
  const { status, body } = await client.send('GET', `/api/permission-groups/export${query}`)
  expect(status).toBe(200)
  return body
}
const take = (client: Client, mode: string, file: unknown) =>
  client.send('POST', `/api/permission-groups/import?mode=${mode}`, { body: file })

const reading = allow('read', 'customer', { conditions: own, reason: 'Cada um na sua marca' })

async function staging() {
  const opened = await shop()
  const { administrator, brands } = opened
  const group = await administrator.make('permissionGroup', {
    name: 'Atendimento',
    description: 'Balcão',
    brand: brands.porto.id,
    rules: [reading, allow('update', 'customer', { conditions: { brand: { $in: [brands.porto.id] } }, check: {} })],
    tests: [
      { can: false, action: 'delete', subject: 'customer', brand: brands.sul.id, when: { brand: brands.beta.id } },
    ],
  })
  return { ...opened, group }
}

test('a file carries groups without ids of theirs, and what the records are called that they name', async () => {
  const { administrator, brands, group } = await staging()

  const { headers } = await administrator.send('GET', `/api/permission-groups/export?id=${group.id}`)
  const file = await exported(administrator, `?id=${group.id}`)

  expect(headers.get('Content-Disposition')).toMatch(/^attachment; filename="permission-groups-\d{4}-\d\d-\d\d\.json"$/)
  expect(file).toEqual({
    format: 'ficha-permission-groups',
    version: 1,
    groups: [
      {
        name: 'Atendimento',
        audience: 'staff',
        description: 'Balcão',
        active: true,
        brand: 'Acme › Sul › Porto',
        rules: [
          { ...reading, fields: null, check: null, inverted: false },
          {
            actions: ['update'],
            subject: 'customer',
            fields: null,
            conditions: { brand: { $in: [brands.porto.id] } },
            check: {},
            inverted: false,
            reason: null,
          },
        ],
        tests: [
          { can: false, action: 'delete', subject: 'customer', brand: brands.sul.id, when: { brand: brands.beta.id } },
        ],
      },
    ],
    references: {
      brand: {
        [brands.sul.id]: 'Acme › Sul',
        [brands.porto.id]: 'Acme › Sul › Porto',
        [brands.beta.id]: 'Beta',
      },
    },
  })
})

test('a file from elsewhere finds the records by what they are called', async () => {
  const file = await staging().then(({ administrator }) => exported(administrator))
  const { administrator } = await panel()
  await administrator.make('brand', { name: 'Primeira' })
  const beta = await administrator.make('brand', { name: 'Beta' })
  const acme = await administrator.make('brand', { name: 'Acme' })
  const sul = await administrator.make('brand', { name: 'Sul', parent: acme.id })
  const porto = await administrator.make('brand', { name: 'Porto', parent: sul.id })

  const checked = await take(administrator, 'check', file)
  expect(checked.body).toMatchObject({ groups: [{ name: 'Atendimento', state: 'new', errors: [] }] })
  expect(await administrator.ids('permissionGroup')).toEqual([1])

  const applied = await take(administrator, 'apply', file)
  expect([applied.status, applied.body]).toEqual([200, checked.body])
  const { body } = await administrator.list('permissionGroup', 'name=Atendimento')
  expect(body).toMatchObject([
    {
      brand: { id: porto.id },
      description: 'Balcão',
      rules: [{ conditions: own }, { conditions: { brand: { $in: [porto.id] } }, check: {} }],
      tests: [{ brand: sul.id, when: { brand: beta.id } }],
    },
  ])
  expect((await take(administrator, 'check', await exported(administrator))).body).toMatchObject({
    groups: [{ state: 'same', changes: [] }],
  })
})

test('a record that is not here keeps a file out, whole', async () => {
  const file = await staging().then(({ administrator }) => exported(administrator))
  const opened = await panel()
  const { administrator } = opened
  const fresh = { ...file, groups: [{ name: 'Outro', audience: 'staff', rules: [] }, ...file.groups] }

  const { body } = await take(administrator, 'check', fresh)
  expect(body.groups.map(({ errors }: GroupImport['groups'][number]) => errors)).toEqual([
    [],
    [
      '“Acme › Sul” não existe aqui, não é único ou você não pode vê-lo.',
      '“Acme › Sul › Porto” não existe aqui, não é único ou você não pode vê-lo.',
      '“Beta” não existe aqui, não é único ou você não pode vê-lo.',
    ],
  ])
  const answer = await refused(opened, () => take(administrator, 'apply', fresh))
  expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['groups.1']])
})

test('what changes is told in words, rules that stay keep their ids', async () => {
  const { administrator, group } = await staging()
  const file = await exported(administrator)
  const [entry] = file.groups
  const changed = {
    ...file,
    groups: [
      {
        ...entry,
        description: 'Novo balcão',
        rules: [{ ...reading, conditions: null }, entry?.rules?.[1], allow('read', 'contact')],
      },
    ],
  }

  const { body } = await take(administrator, 'check', changed)

  expect(body.groups).toEqual([
    {
      name: 'Atendimento',
      state: 'changed',
      changes: [
        { kind: 'field', text: 'Descrição: Novo balcão' },
        {
          kind: 'rule-changed',
          text: 'De: Clientes: permite ver, quando Marca é a da pessoa ou abaixo. Para: Clientes: permite ver, sempre.',
        },
        { kind: 'rule-added', text: 'Contatos: permite ver, sempre.' },
      ],
      errors: [],
    },
  ])
  const before = (await administrator.read('permissionGroup', group.id)).body
  await take(administrator, 'apply', changed)
  const after = (await administrator.read('permissionGroup', group.id)).body
  expect(after.version).toBe(before.version + 1)
  expect(after.rules[1].id).toBe(before.rules[1].id)
  expect(after.rules[0].id).not.toBe(before.rules[0].id)
})

test('a file is taken in with the rights of who brings it', async () => {
  const opened = await shop()
  const { person, administrator } = opened
  const editor = await person({
    rules: [allow(['read', 'create', 'update'], 'permissionGroup'), allow('read', 'customer'), allow('read', 'brand')],
  })
  const file = (rules: unknown[]) => ({
    format: 'ficha-permission-groups',
    version: 1,
    groups: [
      { name: 'Bom', audience: 'staff', rules: [allow('read', 'customer')] },
      { name: 'Largo', audience: 'staff', rules },
    ],
    references: {},
  })
  const wide = file([allow('delete', 'customer')])

  const { body } = await take(editor, 'check', wide)
  expect(body.groups.map(({ errors }: GroupImport['groups'][number]) => errors)).toEqual([
    [],
    ['Você não pode dar a outros o que você mesmo não pode fazer. Peça a quem tem esse direito.'],
  ])
  expect(await refused(opened, () => take(editor, 'apply', wide))).toMatchObject({
    status: 403,
    body: { code: 'escalation' },
  })
  const wrong = file([allow('fly', 'customer')])
  expect((await take(administrator, 'check', wrong)).body.groups[1].errors).toEqual([
    'Regra 1: não existe a ação “fly” neste recurso.',
  ])
  expect(await refused(opened, () => take(administrator, 'apply', wrong))).toMatchObject({ status: 422 })
  expect((await take(editor, 'apply', file([allow('read', 'customer')]))).status).toBe(200)
  const reader = await person({ rules: [allow('read', 'permissionGroup')] })
  expect((await take(reader, 'check', wide)).status).toBe(403)
})

test('the group of the system is in no file, and no file changes it', async () => {
  const opened = await shop()
  const { administrator } = opened

  expect((await exported(administrator)).groups).toEqual([])
  expect((await exported(administrator, '?id=1')).groups).toEqual([])
  const file = {
    format: 'ficha-permission-groups',
    version: 1,
    groups: [{ name: 'Administrador', audience: 'staff', active: false }],
    references: {},
  }
  expect(await refused(opened, () => take(administrator, 'apply', file))).toMatchObject({
    body: { code: 'system-group' },
  })
})

test('only what one sees is exported', async () => {
  const { person, group, administrator } = await staging()
  const blind = await person({
    rules: [allow('read', 'permissionGroup', { conditions: { $not: { name: 'Atendimento' } } })],
  })
  const half = await person({ rules: [allow('read', 'permissionGroup', { fields: ['name', 'audience'] })] })

  expect((await exported(blind)).groups.map(({ name }) => name)).not.toContain('Atendimento')
  expect((await blind.send('GET', `/api/permission-groups/export?id=${group.id}`)).status).toBe(404)
  expect((await half.send('GET', '/api/permission-groups/export')).status).toBe(403)
  expect((await administrator.send('GET', '/api/permission-groups/export?id=1.0')).status).toBe(400)
})

test('a file of a wrong shape is refused', async () => {
  const opened = await shop()
  const { administrator } = opened
  const file = {
    format: 'ficha-permission-groups',
    version: 1,
    groups: [{ name: 'Novo', audience: 'staff' }],
    references: {},
  }

  for (const [mode, body, status] of [
    ['check', { ...file, format: 'other' }, 422],
    ['check', { ...file, groups: [] }, 422],
    ['check', { ...file, groups: [{ name: 'Novo', audience: 'staff', system: true }] }, 403],
    ['check', { ...file, groups: [{ name: 'Novo', audience: 'staff', rules: [{ actions: [], subject: 'x' }] }] }, 422],
    ['try', file, 400],
  ] as const)
    expect((await refused(opened, () => take(administrator, mode, body))).status).toBe(status)
})

/** A file of one group with so many bytes of description, which are too many characters: it is read, and then judged. */
const fileOf = (bytes: number) => {
  const file = { format: 'ficha-permission-groups', version: 1, groups: [{ name: 'Atendimento', audience: 'staff' }] }
  const rest = JSON.stringify({ ...file, references: {}, padding: '' }).length
  return JSON.stringify({ ...file, references: {}, padding: 'x'.repeat(bytes - rest) })
}

test('a file may have eight times the bytes of another body, and not one more', async () => {
  const { administrator } = await panel()
  const mebibyte = 1024 * 1024

  const whole = await take(administrator, 'check', fileOf(8 * mebibyte))
  expect([whole.status, whole.body.code]).toEqual([403, 'forbidden'])
  expect(whole.body.detail).toContain('padding')

  const over = await take(administrator, 'check', fileOf(8 * mebibyte + 1))
  expect(over.status).toBe(413)
  expect(over.body).toMatchObject({
    code: 'too-large',
    detail: 'O corpo do pedido passa de 8 MiB. Envie menos de cada vez.',
  })
})

test('a large file is read from nobody who may not bring one', async () => {
  const { anonymous, as } = await panel()
  const file = fileOf(2 * 1024 * 1024)
  for (const [client, status] of [
    [anonymous, 401],
    [await as('nobody'), 403],
  ] as const) {
    expect((await take(client, 'check', file)).status).toBe(status)
  }
  for (const path of ['/api/permission-groups', '/api/permissions/review', '/api/permission-groups/import/']) {
    expect((await (await as('administrator')).send('POST', path, { body: file })).status).toBe(413)
  }
})

test('a file is judged as JSON like any other body', async () => {
  const { administrator } = await panel()
  for (const [body, status] of [
    ['{"format":', 400],
    ['[]', 400],
    ['{"groups":[],"groups":[]}', 400],
    ['{"__proto__":{}}', 400],
  ] as const) {
    expect((await take(administrator, 'check', body)).status).toBe(status)
  }
  const path = '/api/permission-groups/import?mode=check'
  const plain = { body: '{}', headers: { 'Content-Type': 'text/plain' } }
  expect((await administrator.send('POST', path, plain)).status).toBe(415)
})
