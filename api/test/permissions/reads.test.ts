import { expect, test, vi } from 'vitest'
import type { Database } from '../../src/store/types.ts'
import type { Made } from '../client.ts'
import { allow } from './rules.ts'
import { shop } from './shop.ts'

/** Runs some work and gives how often it read all rules inside a transaction. */
async function readings({ sequelize }: Database, work: () => Promise<{ status: number }>): Promise<number> {
  const query = vi.spyOn(sequelize, 'query')
  const { status } = await work()
  const read = query.mock.calls.filter(([sql]) => /FROM rbac_state s/.test(String(sql)))
  query.mockRestore()
  expect(status).toBeLessThan(300)
  return read.length
}

async function withClerk() {
  const opened = await shop()
  const clerk = await opened.person({
    rules: [allow(['read', 'create', 'update', 'delete', 'resetPassword', 'endSessions'], 'user')],
  })
  const users: Made[] = []
  for (let count = 0; count < 5; count++) {
    users.push(
      await opened.administrator.make('user', { password: 'correto cavalo', passwordConfirmation: 'correto cavalo' }),
    )
  }
  return { ...opened, clerk, users }
}

test('a change of a user reads the rules once', async () => {
  const { clerk, users, database } = await withClerk()
  const [user] = users
  if (!user) throw new Error('Users were made.')

  expect(await readings(database, () => clerk.update('user', user, { active: false }))).toBe(1)
  expect(await readings(database, () => clerk.remove('user', user, '*'))).toBe(1)
})

test('an action on accounts reads the rules once, on however many it runs', async () => {
  const { clerk, users, database } = await withClerk()
  const records = users.map(({ id, version }) => ({ id, version }))

  expect(await readings(database, () => clerk.bulk('user', 'endSessions', { records }))).toBe(1)
  const [user] = users
  if (!user) throw new Error('Users were made.')
  expect(await readings(database, () => clerk.act('user', user, 'resetPassword'))).toBe(1)
})
