import { expect, test } from 'vitest'
import type { Database } from '../../src/store/types.ts'
import { administrator as ana, frontDoor, operator } from '../front-door.ts'
import { newPassword, office, tokenOf } from '../links.ts'
import { refused } from '../rows.ts'
import { allow } from './rules.ts'
import { shop } from './shop.ts'

interface Entry {
  actor: number | null
  kind: string
  target: [type: string, id: number | null]
  before: unknown
  after: unknown
}

interface EntryRow {
  id: number
  at: unknown
  actor_id: number | null
  kind: string
  target_type: string
  target_id: number | null
  before: unknown
  after: unknown
}

/** SQLite gives JSON as text. */
const parsed = (json: unknown) => (typeof json === 'string' ? JSON.parse(json) : json)

/** Runs some work and gives what it wrote down. */
async function written(database: Database, work: () => Promise<unknown>): Promise<Entry[]> {
  const [last] = await database.read<{ id: number }>('SELECT coalesce(max(id), 0) AS id FROM rbac_audit')
  await work()
  const rows = await database.read<EntryRow>('SELECT * FROM rbac_audit WHERE id > $1 ORDER BY id', [Number(last?.id)])
  return rows.map((row) => ({
    actor: row.actor_id,
    kind: row.kind,
    target: [row.target_type, row.target_id],
    before: parsed(row.before),
    after: parsed(row.after),
  }))
}

const eva = { name: 'Eva Sá', email: 'eva@exemplo.com.br' }
const asMade = { email: eva.email, brand: null, active: true, mustChangePassword: true, groups: [] }

test('who is made, changed and deleted is written down with what they were and are to the panel', async () => {
  const { administrator, database, brands } = await shop()
  const group = await administrator.make('permissionGroup', { name: 'Leitores' })
  let id = 0
  const made = await written(database, async () => {
    const { body } = await administrator.create('user', { ...eva, ...newPassword })
    id = body.id
  })
  expect(made).toEqual([
    { actor: 1, kind: 'user-created', target: ['user', id], before: null, after: { ...asMade, password: true } },
  ])

  let before: object = asMade
  for (const change of [
    { groups: [group.id] },
    { brand: brands.sul.id },
    { email: 'eva.sa@exemplo.com.br' },
    { mustChangePassword: false },
    { active: false },
  ]) {
    const after = { ...before, ...change }
    const changed = await written(database, () => administrator.update('user', { id, version: 0 }, change, '*'))
    expect(changed).toEqual([{ actor: 1, kind: 'user-changed', target: ['user', id], before, after }])
    before = after
  }
  const set = await written(database, () => administrator.update('user', { id, version: 0 }, newPassword, '*'))
  expect(set).toEqual([
    { actor: 1, kind: 'user-changed', target: ['user', id], before, after: { ...before, password: true } },
  ])

  const deleted = await written(database, () => administrator.remove('user', { id, version: 0 }, '*'))
  expect(deleted).toEqual([{ actor: 1, kind: 'user-deleted', target: ['user', id], before, after: null }])
})

test('what is no matter of rights is not written down, and nothing that is refused', async () => {
  const opened = await shop()
  const { administrator, database, person } = opened
  const user = await administrator.make('user', eva)
  const weak = await person({ rules: [allow(['read', 'update'], 'user')] })
  const everybody = allow('manage', 'all')
  const strong = await person({ rules: [everybody] })

  const entries = await written(database, async () => {
    const renamed = await administrator.update('user', user, { name: 'Eva Reis' })
    await administrator.update('user', renamed.body, { email: eva.email, password: '', passwordConfirmation: '' })
    const refusals = await refused(opened, async () => [
      await weak.update('user', { id: strong.user, version: 1 }, { email: 'outra@exemplo.com.br' }, '*'),
      await weak.update('user', { id: weak.user, version: 1 }, { active: false }, '*'),
      await administrator.update('user', { id: 1, version: 1 }, { active: false }, '*'),
    ])
    expect(refusals.map(({ status }) => status)).toEqual([403, 403, 409])
  })

  expect(entries).toEqual([])
})

test('links to a password and sessions that are ended are written down, and passwords that people choose', async () => {
  const { database, make, act, link, use, browser } = await office()
  const id = await make({})
  const issued = (purpose: string) => ({
    actor: 1,
    kind: 'link-issued',
    before: null,
    after: { purpose, expiresAt: expect.stringMatching(/^\d{4}-.*Z$/) },
  })
  let token = ''

  expect(
    await written(database, async () => {
      token = await link('invite', id)
    }),
  ).toEqual([{ ...issued('invitation'), target: ['user', id] }])
  expect(await written(database, () => use(token))).toEqual([
    { actor: id, kind: 'password-changed', target: ['user', id], before: null, after: { by: 'invitation' } },
  ])
  const otto = browser()
  await otto.signIn(operator)
  expect(await written(database, () => act('resetPassword', 2))).toEqual([
    { ...issued('reset'), target: ['user', 2] },
    { actor: 1, kind: 'sessions-ended', target: ['user', 2], before: null, after: { sessions: 1 } },
  ])
  await otto.signIn(operator)
  const own = { current: operator.password, ...newPassword }
  expect(await written(database, () => otto.post('/api/auth/password', own))).toEqual([
    { actor: 2, kind: 'password-changed', target: ['user', 2], before: null, after: null },
  ])
  expect(await written(database, () => act('endSessions', 2))).toEqual([
    { actor: 1, kind: 'sessions-ended', target: ['user', 2], before: null, after: { sessions: 1 } },
  ])
})

test('groups are written down with their rules, and tests that were overridden with what failed', async () => {
  const { administrator, database } = await shop()
  const rule = { fields: null, conditions: null, check: null, inverted: false, reason: null, status: 'ok' }
  const stored = { audience: 'staff', brand: null, active: true, system: false }
  const reading = { ...rule, id: expect.stringMatching(/^r_/), actions: ['read'], subject: 'customer' }
  const tests = [{ can: false, action: 'read', subject: 'customer' }]
  let group = { id: 0, version: 0 }

  expect(
    await written(database, async () => {
      group = await administrator.make('permissionGroup', { name: 'Leitores', tests })
    }),
  ).toEqual([
    {
      actor: 1,
      kind: 'group-created',
      target: ['permissionGroup', group.id],
      before: null,
      after: { ...stored, id: group.id, name: 'Leitores', rules: [] },
    },
  ])
  const override = { 'If-Match': '*', 'X-Override': 'tests' }
  const change = { body: { name: 'Lê', rules: [allow('read', 'customer')] }, headers: override }
  const path = `/api/permission-groups/${group.id}`
  expect(await written(database, () => administrator.send('PATCH', path, change))).toEqual([
    {
      actor: 1,
      kind: 'tests-overridden',
      target: ['permissionGroup', group.id],
      before: null,
      after: [{ index: 0, passed: false, text: expect.any(String) }],
    },
    {
      actor: 1,
      kind: 'group-changed',
      target: ['permissionGroup', group.id],
      before: { ...stored, id: group.id, name: 'Leitores', rules: [] },
      after: { ...stored, id: group.id, name: 'Lê', rules: [reading] },
    },
  ])
  expect(await written(database, () => administrator.remove('permissionGroup', group, '*'))).toEqual([
    {
      actor: 1,
      kind: 'group-deleted',
      target: ['permissionGroup', group.id],
      before: { ...stored, id: group.id, name: 'Lê', rules: [reading] },
      after: null,
    },
  ])
})

test('memberships are written down for the group, with their end, and for the user', async () => {
  const { administrator, database, person } = await shop()
  const { user, group: own } = await person({ rules: [] })
  const group = await administrator.make('permissionGroup', { name: 'Leitores' })
  const path = `/api/permission-groups/${group.id}/members`
  const end = '2099-01-01T00:00:00.000Z'
  const membership = { user, grantedBy: 1, grantedAt: expect.stringMatching(/Z$/), expiresAt: null }
  const ending = { ...membership, expiresAt: end }
  const target = ['permissionGroup', group.id]
  const groups = (...ids: number[]) => expect.objectContaining({ groups: ids })
  const put = (body: object) => administrator.send('POST', path, { body })

  expect(await written(database, () => put({ user }))).toEqual([
    { actor: 1, kind: 'user-changed', target: ['user', user], before: groups(own), after: groups(own, group.id) },
    { actor: 1, kind: 'member-added', target, before: null, after: membership },
  ])
  expect(await written(database, () => put({ user, expiresAt: end }))).toEqual([
    { actor: 1, kind: 'member-changed', target, before: membership, after: ending },
  ])
  expect(await written(database, () => administrator.send('DELETE', `${path}/${user}`))).toEqual([
    { actor: 1, kind: 'user-changed', target: ['user', user], before: groups(own, group.id), after: groups(own) },
    { actor: 1, kind: 'member-removed', target, before: ending, after: null },
  ])
})

test('who looks at the panel as somebody else is written down, from when until when', async () => {
  const { administrator, database, person } = await shop()
  const { user, group } = await person({ rules: [] })
  const path = '/api/permissions/view-as'
  const view = (body: object) => administrator.send('POST', path, { body })
  const session = expect.any(Number)

  expect(
    await written(database, async () => {
      await view({ user })
      await administrator.send('DELETE', path)
      await view({ group })
    }),
  ).toEqual([
    { actor: 1, kind: 'view-as', target: ['user', user], before: null, after: { session, user } },
    { actor: 1, kind: 'view-as-ended', target: ['user', user], before: { session }, after: null },
    { actor: 1, kind: 'view-as', target: ['permissionGroup', group], before: null, after: { session, group } },
  ])
})

test('the first administrator is written down', async () => {
  const { database } = await frontDoor()

  expect(await database.read('SELECT actor_id, kind, target_type, target_id FROM rbac_audit')).toEqual([
    { actor_id: null, kind: 'user-created', target_type: 'user', target_id: 1 },
  ])
})

test('no secret is written down', async () => {
  const { database, ana: browser, make, act, use } = await office()
  const id = await make({ ...newPassword })
  await browser.patch(
    `/api/users/${id}`,
    { password: ana.password, passwordConfirmation: ana.password },
    { 'If-Match': '*' },
  )
  const { body } = await act('resetPassword', id)
  const token = tokenOf(body.shown[0].text)
  const hashes = await database.read<{ hash: string }>(
    'SELECT password AS hash FROM users UNION ALL SELECT token_hash FROM one_time_links UNION ALL SELECT token_hash FROM sessions',
  )
  await use(token)

  const text = JSON.stringify(await database.read('SELECT * FROM rbac_audit'))

  expect(text).toContain('password-changed')
  const secrets = [token, newPassword.password, ana.password, 'argon2', ...hashes.map(({ hash }) => hash)]
  expect(secrets.filter((secret) => text.includes(secret))).toEqual([])
})
