import { expect, test } from 'vitest'
import type { Explanation } from '../../src/contract/permissions.ts'
import type { Client } from '../client.ts'
import { allow, deny, own } from './rules.ts'
import { shop } from './shop.ts'

const explain = async (client: Client, body: object, language = 'pt-BR') => {
  const { status, body: explanation } = await client.send('POST', '/api/permissions/explain', {
    body,
    headers: { 'Accept-Language': language },
  })
  expect(status).toBe(200)
  return explanation as Explanation
}

const reading = allow('read', 'customer', { conditions: own, reason: 'Cada um na sua marca' })
const cancelled = deny('update', 'customer', {
  conditions: { status: 'cancelled' },
  reason: 'Cancelado não muda.',
})
/** Reads users and groups, and may do what they may. */
const manager = [
  allow('read', 'user'),
  allow('read', 'permissionGroup'),
  allow(['read', 'update'], 'customer'),
  allow('read', 'brand'),
]

test('an administrator may do everything because of the group of the system', async () => {
  const { administrator, customers } = await shop()

  expect(await explain(administrator, { action: 'delete', subject: 'customer', id: customers.sul.id })).toEqual({
    allowed: true,
    text: 'Pode: quem está no grupo Administrador pode tudo.',
    steps: [
      {
        rule: '',
        group: { id: 1, name: 'Administrador' },
        inverted: false,
        condition: null,
        matched: true,
        values: [],
        reason: null,
      },
    ],
    decisive: '',
    askedOf: [],
  })
})

test('to whoever reads no groups their own rights are explained by groups and reasons alone', async () => {
  const { person, brands, customers, database } = await shop()
  const somebody = await person({ brand: brands.sul.id, rules: [reading, allow('update', 'customer'), cancelled] })
  await cancel(database, customers.sul.id)

  const answer = await explain(somebody, { action: 'update', subject: 'customer', id: customers.sul.id })

  expect(answer).toMatchObject({ allowed: false, decisive: answer.steps[0]?.rule })
  expect(answer.text).toMatch(/^Não pode: o grupo “Grupo \d+” impede\.$/)
  expect(answer.steps).toEqual([
    {
      rule: expect.stringMatching(/^r_\d+$/),
      group: { id: somebody.group, name: expect.any(String) },
      inverted: true,
      matched: true,
      values: [],
      reason: 'Cancelado não muda.',
    },
    expect.objectContaining({ inverted: false, matched: true, reason: null }),
  ])
  expect(answer.steps.some((step) => 'condition' in step)).toBe(false)
})

test('whoever reads the rules of their group is told their conditions with the values of the record', async () => {
  const { person, brands, customers } = await shop()
  const somebody = await person({
    brand: brands.sul.id,
    rules: [reading, cancelled, allow('update', 'customer'), allow('read', 'permissionGroup'), allow('read', 'brand')],
  })

  const answer = await explain(somebody, { action: 'update', subject: 'customer', id: customers.porto.id })

  expect(answer).toMatchObject({ allowed: true, decisive: answer.steps[1]?.rule, askedOf: [] })
  expect(answer.steps).toMatchObject([
    {
      inverted: true,
      condition: 'Status é Cancelado',
      matched: false,
      values: [{ field: 'status', label: 'Status', value: 'active' }],
    },
    { inverted: false, condition: null, matched: true, values: [] },
  ])
  const read = await explain(somebody, { action: 'read', subject: 'customer', id: customers.porto.id }, 'en')
  expect(read.steps).toMatchObject([
    {
      condition: 'Brand is the person’s own or below',
      matched: true,
      values: [{ field: 'brand', label: 'Brand', value: { id: brands.porto.id, title: 'Porto' } }],
      reason: 'Cada um na sua marca',
    },
  ])
  expect(read.text).toMatch(/^Allowed: the group “Grupo \d+” grants it\.$/)
})

test('without a record the answer is yes, no, or that it depends', async () => {
  const { person, brands } = await shop()
  const somebody = await person({
    brand: brands.sul.id,
    rules: [reading, allow('update', 'brand'), allow('read', 'brand'), deny('delete', 'brand')],
  })
  const answer = (action: string, subject: string) => explain(somebody, { action, subject })

  expect(await answer('read', 'customer')).toMatchObject({
    allowed: null,
    text: 'Depende do registro.',
    decisive: null,
  })
  expect(await answer('update', 'brand')).toMatchObject({ allowed: true })
  expect(await answer('delete', 'brand')).toMatchObject({ allowed: false, steps: [{ inverted: true }] })
  expect(await answer('delete', 'customer')).toMatchObject({
    allowed: false,
    text: 'Não pode: nenhuma regra permite.',
    steps: [],
    decisive: null,
  })
})

test('what there is not is explained like what no rule grants', async () => {
  const { person } = await shop()
  const somebody = await person({ rules: [allow('read', 'brand', { fields: ['name'] })] })
  const hidden = await explain(somebody, { action: 'read', subject: 'customer', field: 'cpf' })

  for (const asked of [
    { action: 'read', subject: 'nothing' },
    { action: 'fly', subject: 'brand' },
    { action: 'read', subject: 'brand', field: 'nothing' },
    { action: 'read', subject: '__proto__' },
    { action: 'read', subject: 'brand', field: 'constructor' },
  ])
    expect(await explain(somebody, asked)).toEqual(hidden)
})

test('a record that the reader does not see is missing, whoever is asked about', async () => {
  const { person, brands, customers } = await shop()
  const somebody = await person({ brand: brands.sul.id, rules: [reading] })
  const ask = (id: number) =>
    somebody.send('POST', '/api/permissions/explain', { body: { action: 'read', subject: 'customer', id } })

  const [unseen, absent] = [await ask(customers.beta.id), await ask(999_999)]

  expect(unseen.status).toBe(404)
  expect(unseen.text).toBe(absent.text)
})

test('a secret is readable to nobody, and what the system fills in is changed by nobody', async () => {
  const { administrator } = await shop()

  expect(await explain(administrator, { action: 'read', subject: 'user', field: 'password' })).toMatchObject({
    allowed: false,
    text: 'Não pode: segredos não são mostrados a ninguém.',
  })
  expect(await explain(administrator, { action: 'update', subject: 'user', field: 'createdAt' })).toMatchObject({
    allowed: false,
  })
})

test('a rule that compares with what the person has not stands there as one that does not hold', async () => {
  const { person, administrator, customers } = await shop()
  const somebody = await person({ rules: [reading] })

  const answer = await explain(administrator, {
    user: somebody.user,
    action: 'read',
    subject: 'customer',
    id: customers.sul.id,
  })

  expect(answer).toMatchObject({
    allowed: false,
    text: 'Não pode: há regras que permitem, mas nenhuma vale para este registro.',
    steps: [{ condition: 'Marca é a da pessoa ou abaixo', matched: false }],
  })
})

test('whoever does not see a record is told so when they may change it', async () => {
  const { person, administrator, brands, customers } = await shop()
  const somebody = await person({ brand: brands.sul.id, rules: [reading, allow('update', 'customer')] })

  const answer = await explain(administrator, {
    user: somebody.user,
    action: 'update',
    subject: 'customer',
    id: customers.beta.id,
  })

  expect(answer).toMatchObject({
    allowed: false,
    text: 'Não pode: este registro não está entre os que a pessoa vê.',
    steps: [{ matched: false, reason: 'Cada um na sua marca' }],
  })
})

test('the rights of others are explained to those who see them and their groups, and have no fewer', async () => {
  const { person, administrator, brands } = await shop()
  const weak = await person({ brand: brands.sul.id, rules: [reading] })
  const strong = await person({ rules: [allow('delete', 'customer')] })
  const curious = await person({ rules: manager })
  const alone = await person({ rules: [allow('read', 'permissionGroup'), allow(['read', 'update'], 'customer')] })
  const blind = await person({ rules: [allow('read', 'user'), allow(['read', 'update'], 'customer')] })
  const ask = (client: Client, user: number) =>
    client.send('POST', '/api/permissions/explain', { body: { user, action: 'read', subject: 'customer' } })

  expect((await ask(curious, weak.user)).body).toMatchObject({
    allowed: null,
    steps: [{ group: { id: weak.group }, condition: 'Marca é a da pessoa ou abaixo' }],
  })
  expect(await ask(curious, strong.user)).toMatchObject({ status: 403, body: { code: 'escalation' } })
  expect(await ask(curious, 1)).toMatchObject({ status: 403, body: { code: 'escalation' } })
  expect(await ask(alone, weak.user)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect(await ask(blind, weak.user)).toMatchObject({ status: 403, body: { code: 'forbidden' } })
  expect((await ask(curious, 999_999)).status).toBe(404)
  expect((await ask(administrator, 999_999)).status).toBe(404)
})

test('a group that the reader does not see goes by its id, without its conditions and reasons', async () => {
  const { person, brands } = await shop()
  const weak = await person({ brand: brands.sul.id, rules: [reading] })
  const curious = await person({
    rules: [...manager, deny('read', 'permissionGroup', { conditions: { id: { $in: [weak.group] } } })],
  })

  const { steps } = await explain(curious, { user: weak.user, action: 'read', subject: 'customer' })

  expect(steps).toEqual([
    {
      rule: expect.any(String),
      group: { id: weak.group, name: `#${weak.group}` },
      inverted: false,
      matched: null,
      values: [],
      reason: null,
    },
  ])
})

test('of a record nothing is told that rests on what its reader does not see of it', async () => {
  const { person, customers } = await shop()
  const weak = await person({
    rules: [
      allow('read', 'customer', { fields: ['name'] }),
      allow('update', 'customer', { conditions: { paymentStatus: 'current' } }),
    ],
  })
  const curious = await person({ rules: [...manager, deny('read', 'customer', { fields: ['paymentStatus'] })] })

  const answer = await explain(curious, {
    user: weak.user,
    action: 'update',
    subject: 'customer',
    id: customers.sul.id,
  })

  expect(answer).toMatchObject({
    allowed: null,
    text: 'Depende de valores deste registro que você não pode ver.',
    decisive: null,
    steps: [{ matched: null, values: [] }],
  })
})

test('who could change it is named, as far as the reader sees them', async () => {
  const { person, administrator } = await shop()
  const editor = await person({ rules: [allow(['read', 'update'], 'permissionGroup')] })
  const assigner = await person({ rules: [allow(['read', 'assign'], 'permissionGroup')] })
  const somebody = await person({ rules: [allow('read', 'user'), deny('read', 'customer')] })
  const elsewhere = await person({
    rules: [allow(['read', 'update'], 'permissionGroup', { conditions: { id: somebody.group + 1_000 } })],
  })

  const { askedOf } = await explain(somebody, { action: 'read', subject: 'customer' })
  expect(askedOf.map(({ id }) => id)).toEqual([1, editor.user, assigner.user])
  expect(askedOf.map(({ id }) => id)).not.toContain(elsewhere.user)

  const blind = await person({ rules: [deny('read', 'customer')] })
  expect((await explain(blind, { action: 'read', subject: 'customer' })).askedOf).toEqual([])
  expect((await explain(administrator, { action: 'read', subject: 'customer' })).askedOf).toEqual([])
})

test('an inactive user can do nothing', async () => {
  const { person, administrator } = await shop()
  const somebody = await person({ rules: [allow('read', 'customer')] })
  await administrator.update('user', { id: somebody.user, version: 1 }, { active: false }, '*')

  expect(await explain(administrator, { user: somebody.user, action: 'read', subject: 'customer' })).toMatchObject({
    allowed: false,
    text: 'Não pode: a conta está inativa.',
  })
})

test('a question of a wrong shape is refused', async () => {
  const { administrator } = await shop()
  const status = async (body: object) => (await administrator.send('POST', '/api/permissions/explain', { body })).status

  expect(await status({ action: 'read' })).toBe(422)
  expect(await status({ action: 'read', subject: 'customer', id: '1' })).toBe(422)
  expect(await status({ action: 'read', subject: 'customer', patch: {} })).toBe(403)
})

async function cancel(database: Awaited<ReturnType<typeof shop>>['database'], id: number): Promise<void> {
  await database.write(async (scope) => {
    await scope.run("UPDATE customers SET status = 'cancelled' WHERE id = $1", [id])
    scope.changed('customers')
  })
}
