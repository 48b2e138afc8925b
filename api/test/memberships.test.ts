import { expect, test } from 'vitest'
import { instantBind } from '../src/store/instants.ts'
import type { Made } from './client.ts'
import { panel } from './panel.ts'

const dayMs = 24 * 60 * 60_000

interface Membership {
  group_id: number
  granted_by: number | null
  granted_at: unknown
  expires_at: unknown
}

async function withGroups() {
  const opened = await panel()
  const { administrator, database } = opened
  const [one, two, three] = [
    await administrator.make('permissionGroup', { name: 'Um' }),
    await administrator.make('permissionGroup', { name: 'Dois' }),
    await administrator.make('permissionGroup', { name: 'Três' }),
  ]
  const user = await administrator.make('user', { groups: [one.id, two.id] })
  const memberships = () =>
    database.read<Membership>(
      'SELECT group_id, granted_by, granted_at, expires_at FROM user_permission_groups WHERE user_id = $1 ORDER BY group_id',
      [user.id],
    )
  const endOf = (group: Made, ms: number) =>
    database.write(async (scope) => {
      await scope.run('UPDATE user_permission_groups SET expires_at = $1 WHERE group_id = $2', [
        instantBind(database.engine, Date.now() + ms),
        group.id,
      ])
      scope.changed('user_permission_groups')
    })
  const current = async () => (await administrator.read('user', user.id)).body
  return { ...opened, groups: { one, two, three }, user, memberships, endOf, current }
}

test('groups given to a user remember who gave them, and when', async () => {
  const { user, groups, memberships } = await withGroups()

  expect(user.groups).toEqual([groups.one.id, groups.two.id])
  expect(await memberships()).toEqual([
    { group_id: groups.one.id, granted_by: 1, granted_at: expect.anything(), expires_at: null },
    { group_id: groups.two.id, granted_by: 1, granted_at: expect.anything(), expires_at: null },
  ])
})

test('a membership that stays keeps who gave it, when, and until when', async () => {
  const { administrator, groups, user, memberships, endOf } = await withGroups()
  await endOf(groups.one, dayMs)
  const [kept] = await memberships()

  const answer = await administrator.update('user', user, { groups: [groups.three.id, groups.one.id] })

  expect(answer.body.groups).toEqual([groups.one.id, groups.three.id])
  const [first, second] = await memberships()
  expect(first).toEqual(kept)
  expect(second).toMatchObject({ group_id: groups.three.id, granted_by: 1, expires_at: null })
})

test('a membership that has run out is none: not read, not found by', async () => {
  const { administrator, groups, user, endOf, current } = await withGroups()
  const found = () => administrator.ids('user', `groups=${groups.one.id}`)
  expect(await found()).toEqual([user.id])

  await endOf(groups.one, -1_000)

  expect((await current()).groups).toEqual([groups.two.id])
  expect(await found()).toEqual([])
  expect(await administrator.ids('user', `groups_nin=${groups.one.id}`)).toContain(user.id)
})

test('a save of the groups takes away what has run out, and may give it anew without an end', async () => {
  const { administrator, groups, memberships, endOf, current } = await withGroups()
  await endOf(groups.one, -1_000)

  const without = await administrator.update('user', await current(), { groups: [groups.two.id] })
  expect((await memberships()).map(({ group_id }) => group_id)).toEqual([groups.two.id])

  await endOf(groups.two, -1_000)
  const anew = await administrator.update('user', without.body, { groups: [groups.two.id] })
  expect(anew.body.groups).toEqual([groups.two.id])
  expect(await memberships()).toMatchObject([{ group_id: groups.two.id, expires_at: null }])
})

test('a save of something else leaves the memberships as they are', async () => {
  const { administrator, user, memberships } = await withGroups()
  const before = await memberships()

  await administrator.update('user', user, { name: 'Nome novo' })

  expect(await memberships()).toEqual(before)
})

test('who gave a group may be deleted; the membership stays', async () => {
  const { administrator, database, groups, user, memberships } = await withGroups()
  const other = await administrator.make('user', {})
  await database.write(async (scope) => {
    await scope.run('UPDATE user_permission_groups SET granted_by = $1 WHERE user_id = $2', [other.id, user.id])
  })

  expect((await administrator.remove('user', other)).status).toBeLessThan(300)

  expect(await memberships()).toMatchObject([
    { group_id: groups.one.id, granted_by: null },
    { group_id: groups.two.id, granted_by: null },
  ])
})

test('a user belongs to one brand, and lists find users by it', async () => {
  const { administrator } = await panel()
  const top = await administrator.make('brand', { name: 'Acme' })
  const below = await administrator.make('brand', { name: 'Sul', parent: top.id })
  const user = await administrator.make('user', { brand: below.id })

  expect(user.brand).toEqual({ id: below.id, title: 'Sul' })
  expect(await administrator.ids('user', `brand_under=${top.id}`)).toEqual([user.id])
})

test('a group that somebody is in is not deleted', async () => {
  const { administrator, groups } = await withGroups()

  expect((await administrator.remove('permissionGroup', groups.one)).status).toBe(409)
  expect((await administrator.remove('permissionGroup', groups.three)).status).toBeLessThan(300)
})
