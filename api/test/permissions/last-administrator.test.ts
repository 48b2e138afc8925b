import { describe, expect, test } from 'vitest'
import { Client, type Made } from '../client.ts'
import { panel } from '../panel.ts'
import { refused } from '../rows.ts'
import { elsewhere } from './elsewhere.ts'
import { allow } from './rules.ts'

const ana = 1
const password = {
  password: 'correto cavalo bateria',
  passwordConfirmation: 'correto cavalo bateria',
  mustChangePassword: false,
}
const later = () => new Date(Date.now() + 60_000).toISOString()

async function administrators() {
  const opened = await panel()
  const { administrator, database } = opened
  const second = async (more: object = {}): Promise<Made> =>
    administrator.make('user', { groups: [1], ...password, ...more })
  const self = async (): Promise<Made> => (await administrator.read('user', ana)).body
  /** How many open accounts may do everything. */
  const count = async () => {
    const rows = await database.read<{ id: number }>(
      'SELECT u.id FROM users u JOIN user_permission_groups m ON m.user_id = u.id WHERE m.group_id = 1 AND u.active',
    )
    return rows.length
  }
  return { ...opened, second, self, count }
}

type Opened = Awaited<ReturnType<typeof administrators>>

/** Every way in which an administrator can stop being one. */
const waysOut = (client: Client, self: Made) => ({
  'switched off': () => client.update('user', self, { active: false }),
  'out of all groups': () => client.update('user', self, { groups: [] }),
  'out of the group': () => client.send('DELETE', `/api/permission-groups/1/members/${self.id}`),
  'until later': () =>
    client.send('POST', '/api/permission-groups/1/members', { body: { user: self.id, expiresAt: later() } }),
  deleted: () => client.remove('user', self),
})

describe('the last administrator', () => {
  const stays = async (opened: Opened) => {
    for (const [way, leave] of Object.entries(waysOut(opened.administrator, await opened.self()))) {
      const { status } = await refused(opened, leave)
      expect([way, status]).toEqual([way, 409])
    }
    expect((await opened.administrator.list('user')).status).toBe(200)
  }

  test('stays one, whatever way they would go', async () => {
    await stays(await administrators())
  })

  test('stays one beside another whose account is off', async () => {
    const opened = await administrators()
    await opened.second({ active: false })
    await stays(opened)
  })

  test('stays one beside another who has never chosen a password', async () => {
    const opened = await administrators()
    await opened.administrator.make('user', { groups: [1] })
    await stays(opened)
  })

  test('stays one beside another whose membership ends or has ended', async () => {
    const opened = await administrators()
    const other = await opened.second()
    const body = { user: other.id, expiresAt: later() }
    expect((await opened.administrator.send('POST', '/api/permission-groups/1/members', { body })).status).toBe(200)
    const { status } = await refused(opened, async () =>
      waysOut(opened.administrator, await opened.self())['until later'](),
    )
    expect(status).toBe(409)
    await opened.database.write(async (scope) => {
      await scope.run(
        `UPDATE user_permission_groups SET expires_at = '2026-01-31 12:00:00.000 +00:00' WHERE user_id = ${other.id}`,
      )
      scope.changed('user_permission_groups')
    })
    await stays(opened)
  })

  test('is kept by whoever else may change users', async () => {
    const opened = await administrators()
    const everything = await opened.person({ rules: [allow('manage', 'all')] })
    for (const [way, leave] of Object.entries(waysOut(everything, await opened.self()))) {
      const { status } = await refused(opened, leave)
      expect([way, [403, 409].includes(status)]).toEqual([way, true])
    }
  })

  test('may go once there is another', async () => {
    for (const way of ['switched off', 'out of all groups', 'out of the group', 'deleted'] as const) {
      const opened = await administrators()
      await opened.second()
      const { status } = await waysOut(opened.administrator, await opened.self())[way]()
      expect([way, [200, 204].includes(status), await opened.count()]).toEqual([way, true, 1])
    }
  })
})

describe('at the same time', () => {
  test('two administrators who put each other out leave one, round after round', { timeout: 60_000 }, async () => {
    const opened = await administrators()
    const { app, resources, cookieFor, database, second, count } = opened
    const [one, two] = [await second(), await second()]
    const there = await elsewhere(opened)
    /** Makes just these two administrators again. */
    const begin = () =>
      database.write(async (scope) => {
        await scope.run('UPDATE rbac_state SET version = version + 1 WHERE id = 1')
        await scope.run('DELETE FROM user_permission_groups WHERE group_id = 1')
        for (const { id } of [one, two]) {
          await scope.run('UPDATE users SET active = true WHERE id = $1', [id])
          await scope.run(
            "INSERT INTO user_permission_groups (user_id, group_id, granted_at) VALUES ($1, 1, '2026-01-31 12:00:00.000 +00:00')",
            [id],
          )
        }
        for (const table of ['users', 'user_permission_groups', 'rbac_state']) scope.changed(table)
      })
    const ways = ['switched off', 'out of all groups', 'out of the group'] as const

    const left: number[] = []
    for (let round = 0; round < 20; round++) {
      await begin()
      const [first, last] = [new Client(app, resources, await cookieFor(one.id)), await there(two.id)]
      const way = ways[round % 3] ?? 'switched off'
      const answers = await Promise.all([put(first, two, way), put(last, one, way)])
      expect(answers.filter(({ status }) => status >= 500)).toEqual([])
      left.push(await count())
    }
    expect(left).toEqual(left.map(() => 1))
  })

  test('of two editors who save one group, the second is told', { timeout: 60_000 }, async () => {
    const opened = await administrators()
    const { administrator, second } = opened
    const there = await elsewhere(opened)
    const other = await there((await second()).id)
    for (let round = 0; round < 10; round++) {
      const group = await administrator.make('permissionGroup', {
        name: `Grupo ${round}`,
        rules: [allow('read', 'brand')],
      })
      const [rules, others] = [[allow('read', 'customer')], [allow('read', 'contact'), allow('read', 'brand')]]

      const answers = await Promise.all([
        administrator.update('permissionGroup', group, { rules }),
        other.update('permissionGroup', group, { rules: others }),
      ])

      expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412])
      const saved = answers.find(({ status }) => status === 200)
      const late = answers.find(({ status }) => status === 412)
      const { body } = await administrator.read('permissionGroup', group.id)
      expect(body.rules).toEqual(saved?.body.rules)
      expect(late?.body.current.rules).toEqual(body.rules)
    }
  })
})

/** Puts somebody else out, whatever version they are of. */
function put(client: Client, { id }: Made, way: 'switched off' | 'out of all groups' | 'out of the group') {
  if (way === 'out of the group') return client.send('DELETE', `/api/permission-groups/1/members/${id}`)
  return client.update('user', { id, version: 0 }, way === 'switched off' ? { active: false } : { groups: [] }, '*')
}
