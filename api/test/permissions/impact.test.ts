import { expect, test } from 'vitest'
import type { ActionImpact, Impact } from '../../src/contract/permissions.ts'
import type { Client } from '../client.ts'
import { allow, deny, own } from './rules.ts'
import { shop } from './shop.ts'

async function impact(client: Client, draft: object): Promise<Impact> {
  const { status, body } = await client.send('POST', '/api/permissions/impact', { body: draft })
  expect(status).toBe(200)
  return body
}

const changeOf = ({ subjects }: Impact, subject: string, action: string): ActionImpact | undefined =>
  subjects.find((one) => one.subject === subject)?.changes.find((change) => change.action === action)

const titles = (sample: ActionImpact['rowsGained'] | undefined) => sample?.samples.map(({ title }) => title)

const reading = allow('read', 'customer', { conditions: own })

test('rows that members gain and lose are counted over all their groups, each once', async () => {
  const { administrator, person, brands } = await shop()
  const sul = await person({ brand: brands.sul.id, rules: [reading] })
  const beta = await person({ brand: brands.beta.id, groups: [sul.group] })

  const wider = await impact(administrator, { group: sul.group, rules: [allow('read', 'customer')] })

  expect(wider.widening).toBe(true)
  expect(wider.users.map(({ id }) => id).toSorted()).toEqual([sul.user, beta.user].toSorted())
  expect(wider.subjects).toMatchObject([{ subject: 'customer', label: 'Clientes', changes: [{ action: 'read' }] }])
  expect(changeOf(wider, 'customer', 'read')).toEqual({
    action: 'read',
    label: 'Ver',
    usersGaining: 2,
    usersLosing: 0,
    // Each sees what the other saw, and what neither did.
    rowsGained: { count: 4, samples: expect.any(Array) },
    rowsLost: { count: 0, samples: [] },
    fieldsGained: [],
    fieldsLost: [],
  })

  const narrower = await impact(administrator, {
    group: sul.group,
    rules: [{ ...reading, conditions: { brand: { $under: brands.sul.id } } }],
  })
  expect(changeOf(narrower, 'customer', 'read')).toMatchObject({
    usersGaining: 1,
    usersLosing: 1,
    rowsGained: { count: 2 },
    rowsLost: { count: 1, samples: [{ title: 'Bia de Beta' }] },
  })
})

test('what another group gives anyway changes nothing', async () => {
  const { administrator, person, brands } = await shop()
  const other = await person({ rules: [allow('read', 'customer')] })
  const sul = await person({ brand: brands.sul.id, rules: [reading], groups: [other.group] })

  const answer = await impact(administrator, { group: sul.group, rules: [] })

  expect(answer).toMatchObject({ widening: false, subjects: [] })
})

test('a denial that goes gives what other groups grant', async () => {
  const { administrator, person } = await shop()
  const other = await person({ rules: [allow('read', 'customer')] })
  const kept = await person({
    rules: [deny('read', 'customer', { conditions: { name: 'Ana de Acme' } })],
    groups: [other.group],
  })

  const answer = await impact(administrator, { group: kept.group, rules: [] })

  expect(answer.widening).toBe(true)
  expect(titles(changeOf(answer, 'customer', 'read')?.rowsGained)).toEqual(['Ana de Acme'])
})

test('fields that come and go are named', async () => {
  const { administrator, person } = await shop()
  const somebody = await person({ rules: [allow('read', 'customer', { fields: ['name', 'email'] })] })

  const answer = await impact(administrator, {
    group: somebody.group,
    rules: [allow('read', 'customer', { fields: ['name', 'cpf'] }), allow('update', 'customer', { fields: ['notes'] })],
  })

  expect(changeOf(answer, 'customer', 'read')).toMatchObject({
    usersGaining: 1,
    usersLosing: 1,
    rowsGained: { count: 0 },
    fieldsGained: [{ name: 'cpf', label: 'CPF' }],
    fieldsLost: [{ name: 'email', label: 'E-mail' }],
  })
  expect(changeOf(answer, 'customer', 'update')).toMatchObject({
    rowsGained: { count: 4 },
    fieldsGained: [{ name: 'notes', label: 'Observação' }],
  })
})

test('whether it widens anything is told also where no record shows it', async () => {
  const { administrator, person } = await shop()
  const somebody = await person({ rules: [allow('read', 'customer', { conditions: { status: 'active' } })] })

  const answer = await impact(administrator, {
    group: somebody.group,
    rules: [allow('read', 'customer', { conditions: { status: { $in: ['active', 'cancelled'] } } })],
  })

  expect(answer.widening).toBe(true)
  expect(changeOf(answer, 'customer', 'read')).toMatchObject({ usersGaining: 1, rowsGained: { count: 0 } })
})

test('a group that is switched off takes away what it gave', async () => {
  const { administrator, person, brands } = await shop()
  const sul = await person({ brand: brands.sul.id, rules: [reading] })

  const answer = await impact(administrator, { group: sul.group, active: false, rules: [reading] })

  expect(answer.widening).toBe(false)
  expect(titles(changeOf(answer, 'customer', 'read')?.rowsLost)).toEqual(['Sara de Sul', 'Pia de Porto'])
})

test('a group without members says what its fields would be, and names nobody', async () => {
  const { administrator } = await shop()

  const answer = await impact(administrator, {
    rules: [allow('read', 'customer', { fields: ['name'], conditions: own })],
  })

  expect(answer).toMatchObject({ widening: true, users: [] })
  expect(changeOf(answer, 'customer', 'read')).toMatchObject({
    usersGaining: 0,
    rowsGained: { count: 0, samples: [] },
    fieldsGained: [{ name: 'name' }],
  })
})

test('nothing is told that the editor does not see: rows, fields, users, values that a condition asks about', async () => {
  const { person, brands } = await shop()
  const sul = await person({ brand: brands.sul.id, rules: [] })
  const editor = await person({
    brand: brands.sul.id,
    rules: [
      allow('read', 'customer', { conditions: own, fields: ['name', 'brand'] }),
      allow('read', 'permissionGroup'),
      allow('read', 'user'),
    ],
  })
  const whole = await impact(editor, { group: sul.group, rules: [allow('read', 'customer'), allow('read', 'brand')] })
  expect(titles(changeOf(whole, 'customer', 'read')?.rowsGained)).toEqual(['Sara de Sul', 'Pia de Porto'])
  expect(changeOf(whole, 'customer', 'read')?.fieldsGained.map(({ name }) => name)).toEqual(['brand', 'name'])
  expect(whole.subjects.map(({ subject }) => subject)).toEqual(['customer'])

  const guess = await impact(editor, {
    group: sul.group,
    rules: [allow('read', 'customer', { conditions: { status: 'active' } })],
  })
  expect(changeOf(guess, 'customer', 'read')).toMatchObject({ usersGaining: 1, rowsGained: { count: 0, samples: [] } })

  const alone = await person({
    rules: [allow('read', 'customer'), allow('read', 'permissionGroup')],
  })
  expect(await impact(alone, { group: sul.group, rules: [allow('read', 'customer')] })).toMatchObject({ users: [] })
})

test('groups for customers change what the platform shows', async () => {
  const { administrator } = await shop()
  const group = await administrator.make('permissionGroup', {
    name: 'Frota',
    audience: 'customers',
    rules: [allow('read', 'vehicle', { fields: ['plate'] })],
  })

  const answer = await impact(administrator, {
    group: group.id,
    rules: [allow('read', 'vehicle', { fields: ['plate', 'model'] }), allow('lock', 'command')],
  })

  expect(answer).toMatchObject({ widening: true, users: [] })
  expect(changeOf(answer, 'vehicle', 'read')?.fieldsGained).toEqual([{ name: 'model', label: 'Modelo' }])
  expect(changeOf(answer, 'command', 'lock')).toMatchObject({ label: 'Bloquear' })
})

test('nothing is written', async () => {
  const { administrator, person, brands, database } = await shop()
  const sul = await person({ brand: brands.sul.id, rules: [reading] })
  const version = async () => (await database.read<{ version: number }>('SELECT version FROM rbac_state'))[0]?.version
  const before = await version()

  await impact(administrator, { group: sul.group, rules: [] })

  expect(await version()).toBe(before)
  expect((await administrator.read('permissionGroup', sul.group)).body.rules).toHaveLength(1)
})
