import { expect, test } from 'vitest'
import type { Rule } from '../src/contract/permissions.ts'
import type { Answer, Made } from './client.ts'
import { panel } from './panel.ts'
import { refused } from './rows.ts'

const least = { actions: ['read'], subject: 'brand' }
const plain = { fields: null, conditions: null, check: null, inverted: false, reason: null, status: 'ok' }
const rules = [
  {
    actions: ['read', 'update'],
    subject: 'customer',
    fields: ['name', 'email'],
    conditions: { brand: { $under: `\${user.brand}` }, status: { $in: ['active', 'blocked'] } },
    check: {},
    inverted: false,
    reason: 'Cada um na sua marca',
  },
  { ...least },
  { actions: ['delete'], subject: 'customer', inverted: true },
]

const rulesOf = ({ body }: Answer): Required<Rule>[] => body.rules
const idsOf = (answer: Answer) => rulesOf(answer).map(({ id }) => id)

async function withGroup(values: Record<string, unknown> = { name: 'Atendimento', rules }) {
  const opened = await panel()
  const made = await opened.administrator.create('permissionGroup', values)
  expect(made.status).toBe(201)
  const group: Made = made.body
  const read = () => opened.administrator.read('permissionGroup', group.id)
  return { ...opened, made, group, read }
}

test('a group is read with every key of its rules, in their order', async () => {
  const { made, group, read } = await withGroup()

  expect(group).toMatchObject({ audience: 'staff', active: true, system: false, brand: null })
  expect(rulesOf(made)).toEqual([
    { ...rules[0], id: expect.stringMatching(/^r_\d+$/), status: 'ok' },
    { ...plain, ...least, id: expect.stringMatching(/^r_\d+$/) },
    { ...plain, ...rules[2], id: expect.stringMatching(/^r_\d+$/) },
  ])
  expect(rulesOf(await read())).toEqual(rulesOf(made))
})

test('a group without rules reads as an empty list of them', async () => {
  const { made } = await withGroup({ name: 'Vazio' })

  expect(rulesOf(made)).toEqual([])
})

test('rules that stay keep their ids when others come, go and change places', async () => {
  const { administrator, made, group, read } = await withGroup()
  const [first, second, third] = rulesOf(made)

  const answer = await administrator.update('permissionGroup', group, {
    rules: [third, { actions: ['read'], subject: 'contact' }, { ...first, fields: null }],
  })

  expect(answer.status).toBe(200)
  const ids = idsOf(answer)
  expect([ids[0], ids[2]]).toEqual([third?.id, first?.id])
  expect([first?.id, second?.id, third?.id]).not.toContain(ids[1])
  expect(rulesOf(answer).map(({ subject, fields }) => [subject, fields])).toEqual([
    ['customer', null],
    ['contact', null],
    ['customer', null],
  ])
  expect(rulesOf(await read())).toEqual(rulesOf(answer))
})

test('an id of another group, or one that came twice, is a new rule', async () => {
  const { administrator, made, group } = await withGroup()
  const [theirs] = rulesOf(made)
  const other = await administrator.create('permissionGroup', { name: 'Outro', rules: [least] })
  const [own] = rulesOf(other)

  const answer = await administrator.update('permissionGroup', other.body, {
    rules: [{ ...least, id: theirs?.id }, own, own],
  })

  expect(answer.status).toBe(200)
  const ids = idsOf(answer)
  expect(new Set(ids).size).toBe(3)
  expect(ids).toContain(own?.id)
  expect(ids).not.toContain(theirs?.id)
  expect(rulesOf(await administrator.read('permissionGroup', group.id))).toEqual(rulesOf(made))
})

test('a group saved without its rules keeps them', async () => {
  const { administrator, made, group } = await withGroup()

  const answer = await administrator.update('permissionGroup', group, { description: 'Balcão' })

  expect(answer.body).toMatchObject({ description: 'Balcão', version: group.version + 1 })
  expect(rulesOf(answer)).toEqual(rulesOf(made))
})

test('two hundred rules turn around in one save, and not one more is taken', async () => {
  const { administrator, group } = await withGroup({ name: 'Grande' })
  const many = Array.from({ length: 200 }, (_, at) => ({ ...least, reason: `Regra ${at}` }))
  const filled = await administrator.update('permissionGroup', group, { rules: many })

  const answer = await administrator.update('permissionGroup', filled.body, { rules: rulesOf(filled).toReversed() })

  expect(idsOf(answer)).toEqual(idsOf(filled).toReversed())
  const more = await administrator.update('permissionGroup', answer.body, { rules: [...many, least] })
  expect(more.status).toBe(422)
})

test('a rule of a wrong shape is refused, and nothing of the group is changed', async () => {
  const { administrator, database, resources, group } = await withGroup()
  const bad = [
    { ...least, fields: [] },
    { ...least, actions: [] },
    { ...least, inverted: 'false' },
    { ...least, conditions: [] },
  ]

  for (const rule of bad) {
    const answer = await refused({ database, resources }, () =>
      administrator.update('permissionGroup', group, { name: 'Novo', rules: [least, rule] }),
    )
    expect([rule, answer.status]).toEqual([rule, 422])
  }
})

test('a key that rules do not have is refused by its name', async () => {
  const { administrator, database, resources, group } = await withGroup()

  const answer = await refused({ database, resources }, () =>
    administrator.update('permissionGroup', group, { rules: [{ ...least, field: 'name' }] }),
  )

  expect(answer.status).toBe(403)
  expect(answer.body.detail).toContain('“field”')
})

test('whether a rule needs review is for the API alone to say', async () => {
  const { administrator, group } = await withGroup()

  const answer = await administrator.update('permissionGroup', group, { rules: [{ ...least, status: 'needs_review' }] })

  expect(rulesOf(answer).map(({ status }) => status)).toEqual(['ok'])
})

test('the rules go with their group', async () => {
  const { administrator, database, group } = await withGroup()

  const answer = await administrator.remove('permissionGroup', group)

  expect(answer.status).toBeLessThan(300)
  expect(await database.read('SELECT id FROM permission_groups_rules')).toEqual([])
})

test('a list of groups tells the rules of each', async () => {
  const { administrator, made } = await withGroup()
  await administrator.create('permissionGroup', { name: 'Básico', audience: 'customers' })

  const { body } = await administrator.list('permissionGroup', '_sort=name')

  expect(body.map(({ name, rules: found }: { name: string; rules: unknown[] }) => [name, found.length])).toEqual([
    ['Administrador', 0],
    ['Atendimento', rulesOf(made).length],
    ['Básico', 0],
  ])
  expect(await administrator.list('permissionGroup', 'audience=customers')).toMatchObject({
    body: [{ name: 'Básico' }],
  })
})

test('every change of a group is a new version of all rights', async () => {
  const { administrator, database, group } = await withGroup()
  const version = async () =>
    Number((await database.read<{ version: number }>('SELECT version FROM rbac_state'))[0]?.version)
  const before = await version()

  await administrator.update('permissionGroup', group, { rules: [] })

  expect(await version()).toBeGreaterThan(before)
})
