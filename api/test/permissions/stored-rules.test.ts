import { expect, inject, test } from 'vitest'
import { allow, deny } from './rules.ts'
import { shop } from './shop.ts'

/** Writes a column of the only rule of a group as no request could. */
async function withStored() {
  const opened = await shop()
  const { database } = opened
  const store = (group: number, column: string, json: string) =>
    database.write(async (scope) => {
      await scope.run(`UPDATE permission_groups_rules SET "${column}" = $1 WHERE owner_id = $2`, [json, group])
      await scope.run('UPDATE rbac_state SET version = version + 1 WHERE id = 1')
      for (const table of ['permission_groups_rules', 'rbac_state']) scope.changed(table)
    })
  return { ...opened, store }
}

/** JSON that is no condition; where the database takes any text, also what is no JSON. */
const odd = [
  '0',
  'false',
  '""',
  '"null"',
  '"{}"',
  '[]',
  '[{}]',
  ...(inject('engine') === 'sqlite' ? ['', '{', 'null,'] : []),
]

test('a grant whose conditions are stored as something else grants nothing, and harms nobody else', async () => {
  const { person, store } = await withStored()
  const agent = await person({ rules: [allow('read', 'customer', { conditions: { name: 'Ana de Acme' } })] })
  const other = await person({ rules: [allow('read', 'customer')] })
  expect((await agent.list('customer')).status).toBe(200)

  for (const column of ['conditions', 'check', 'fields', 'actions']) {
    const whole = column === 'actions' ? '["read"]' : column === 'fields' ? '["name"]' : '{}'
    for (const json of odd) {
      await store(agent.group, column, json)
      const statuses = [(await agent.list('customer')).status, (await other.list('customer')).status]
      expect({ column, json, statuses }).toEqual({ column, json, statuses: [403, 200] })
    }
    await store(agent.group, column, whole)
    expect((await agent.list('customer')).status).toBe(200)
  }
})

test('a denial whose conditions are stored as something else denies all that it speaks of', async () => {
  const { person, store } = await withStored()
  const { group } = await person({ rules: [deny('read', 'customer', { conditions: { name: 'Ana de Acme' } })] })
  const agent = await person({ rules: [allow('read', 'customer')], groups: [group] })
  expect(await agent.ids('customer')).toHaveLength(3)

  for (const json of odd) {
    await store(group, 'conditions', json)
    expect({ json, status: (await agent.list('customer')).status }).toEqual({ json, status: 403 })
  }
})
