import { expect, test } from 'vitest'
import type { Made } from '../client.ts'
import { refused } from '../rows.ts'
import { allow } from './rules.ts'
import { shop } from './shop.ts'

/** A group that shows the customers of one name, and somebody who may read and set just these fields of groups. */
async function withEditor(fields: { read: string[]; update: string[] }) {
  const opened = await shop()
  const rules = [allow('read', 'customer', { conditions: { name: 'Ana de Acme' } })]
  const tests = [
    { can: false, action: 'delete', subject: 'customer' },
    { can: false, action: 'update', subject: 'customer' },
  ]
  const group = await opened.administrator.make('permissionGroup', { name: 'Leitores', rules, tests })
  const editor = await opened.person({
    rules: [
      allow('read', 'permissionGroup', { fields: fields.read }),
      allow('update', 'permissionGroup', { fields: fields.update }),
      allow(['read', 'delete'], 'customer'),
    ],
  })
  return { ...opened, group, editor, rules, tests }
}

const failing = [
  { can: false, action: 'delete', subject: 'customer' },
  { can: false, action: 'read', subject: 'customer' },
]

test('who may read the rules is told on which of them a test fails', async () => {
  const { editor, group } = await withEditor({ read: ['name', 'tests', 'rules'], update: ['tests'] })

  const { status, body } = await editor.update('permissionGroup', group, { tests: failing })

  expect([status, body.errors]).toEqual([
    422,
    { tests: ['É permitido, ao menos em parte. A regra 1 permite quando Nome / Razão social é Ana de Acme.'] },
  ])
})

test('who may not read the rules is told which test fails, and nothing of the rules', async () => {
  const { editor, group } = await withEditor({ read: ['name', 'tests'], update: ['tests'] })

  const { status, body, text } = await editor.update('permissionGroup', group, { tests: failing })

  expect([status, body.errors]).toEqual([422, { tests: ['O teste 2 não passa.'] }])
  expect(text).not.toContain('Ana')
})

test('who may not read the tests is told that one fails, and nothing of it', async () => {
  const { editor, group, rules } = await withEditor({ read: ['name', 'rules'], update: ['rules'] })

  const { status, body } = await editor.update('permissionGroup', group, {
    rules: [...rules, allow('delete', 'customer')],
  })

  expect([status, body.errors]).toEqual([422, { tests: ['Um teste do grupo que você não pode ver não passa.'] }])
})

test('whoever sends rules and tests together knows both', async () => {
  const { editor, group } = await withEditor({ read: ['name'], update: ['rules', 'tests'] })

  const { status, body } = await editor.update('permissionGroup', group, {
    rules: [allow('read', 'customer')],
    tests: failing,
  })

  expect([status, body.errors]).toEqual([422, { tests: ['É permitido, ao menos em parte. A regra 1 permite sempre.'] }])
})

const path = (group: Made) => `/api/permission-groups/${group.id}`
const overriding = (group: Made, words: string) => ({ 'If-Match': `"${group.version}"`, 'X-Override': words })

test.each(['tests', ' tests ', 'tests, tests'])(
  'X-Override: %s saves a group all the same, and that is written down',
  async (words) => {
    const { administrator, group, database } = await withEditor({ read: [], update: [] })

    const sent = { body: { tests: failing }, headers: overriding(group, words) }
    const answer = await administrator.send('PATCH', path(group), sent)

    expect([answer.status, answer.body.tests]).toEqual([200, failing])
    const entries = await database.read(
      "SELECT actor_id, target_id FROM rbac_audit WHERE kind = 'tests-overridden' ORDER BY id",
    )
    expect(entries).toEqual([{ actor_id: 1, target_id: group.id }])
  },
)

test('nothing is written down where every test passes', async () => {
  const { administrator, group, database, tests } = await withEditor({ read: [], update: [] })

  const sent = { body: { tests }, headers: overriding(group, 'tests') }
  expect((await administrator.send('PATCH', path(group), sent)).status).toBe(200)

  expect(await database.read("SELECT id FROM rbac_audit WHERE kind = 'tests-overridden'")).toEqual([])
})

test.each([
  ['may not update the group', ['name'], { tests: failing }, 'forbidden'],
  ['may not set its tests', ['name', 'rules'], { tests: failing }, 'forbidden'],
  [
    'does not have what the rules would give',
    ['tests', 'rules'],
    { tests: failing, rules: [allow('read', 'brand')] },
    'escalation',
  ],
] as const)('X-Override gives nothing to who %s', async (_who, update, body, code) => {
  const opened = await withEditor({ read: ['name', 'tests', 'rules'], update: [...update] })
  const { editor, group } = opened

  const answer = await refused(opened, () =>
    editor.send('PATCH', path(group), { body, headers: overriding(group, 'tests') }),
  )

  expect([answer.status, answer.body.code]).toEqual([403, code])
})

test('X-Override lets no rule through that is none', async () => {
  const opened = await withEditor({ read: [], update: [] })
  const { administrator, group } = opened
  const body = { tests: failing, rules: [allow('fly', 'customer')] }

  const answer = await refused(opened, () =>
    administrator.send('PATCH', path(group), { body, headers: overriding(group, 'tests') }),
  )

  expect([answer.status, Object.keys(answer.body.errors)]).toEqual([422, ['rules']])
})

test.each(['everything', 'Tests', 'tests, escalation', '*'])('X-Override: %s is refused by its name', async (words) => {
  const opened = await withEditor({ read: [], update: [] })
  const { administrator, group } = opened

  const answer = await refused(opened, () =>
    administrator.send('PATCH', path(group), { body: { tests: failing }, headers: overriding(group, words) }),
  )

  expect(answer.status).toBe(400)
  expect(answer.body).toMatchObject({
    code: 'malformed',
    detail: `X-Override não conhece “${words.split(', ').at(-1)}”. Aceita: tests.`,
  })
})
