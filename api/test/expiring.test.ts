import { expect, test } from 'vitest'
import { belongsTo, text } from '../src/define/kinds/index.ts'
import { defineResource } from '../src/define/resource.ts'
import { user } from '../src/resources/user.ts'
import { instantBind } from '../src/store/instants.ts'
import { later, minuteMs } from './clock.ts'
import { panelOf } from './panel.ts'
import { allow } from './permissions/rules.ts'

declare module '../src/define/registry.ts' {
  interface Registry {
    place: typeof place
  }
}

/** A tree whose records belong to users, so that rules can look through them into groups. */
const place = defineResource('place', {
  label: ['Lugar', 'Lugares'],
  icon: 'tags',
  menu: 'registry',
  title: 'name',
  fields: {
    name: text('Nome', { required: true }),
    parent: belongsTo('place', 'Lugar superior'),
    keeper: belongsTo('user', 'Responsável'),
  },
  tree: 'parent',
  list: { columns: ['name'], search: ['name'], sort: 'name' },
  tabs: [{ title: 'Lugar', sections: [{ fields: ['name', 'parent', 'keeper'] }] }],
})

/** Two places, one under the other, of somebody who is in a group for ten minutes. */
async function places() {
  const opened = await panelOf('places', { place, user })
  const { administrator, database } = opened
  const group = await administrator.make('permissionGroup', { name: 'Ronda' })
  const keeper = await administrator.make('user', { groups: [group.id] })
  const top = await administrator.make('place', { name: 'Serra', keeper: keeper.id })
  const below = await administrator.make('place', { name: 'Gruta', parent: top.id, keeper: keeper.id })
  await database.write(async (scope) => {
    await scope.run('UPDATE user_permission_groups SET expires_at = $1 WHERE user_id = $2', [
      instantBind(database.engine, Date.now() + 10 * minuteMs),
      keeper.id,
    ])
    scope.changed('user_permission_groups')
  })
  return { ...opened, group, keeper, top, below }
}

test('a list kept in memory shows and finds a membership until it ends', async () => {
  const { administrator, group, keeper } = await places()
  const found = async () => {
    const { body, headers } = await administrator.list('user', `groups=${group.id}`)
    return [body.map(({ id, groups }: { id: number; groups: number[] }) => [id, groups]), headers.get('X-Total-Count')]
  }
  const groupsOf = async () => (await administrator.list('user', `id=${keeper.id}`)).body[0].groups
  expect(await found()).toEqual([[[keeper.id, [group.id]]], '1'])
  expect(await groupsOf()).toEqual([group.id])

  later(9 * minuteMs)
  expect(await found()).toEqual([[[keeper.id, [group.id]]], '1'])

  later(2 * minuteMs)
  expect(await found()).toEqual([[], '0'])
  expect(await groupsOf()).toEqual([])
})

test('a rule that looks into a membership gives nothing after its end: neither rows nor totals, names nor places', async () => {
  const { person, group, top, below } = await places()
  const reader = await person({
    rules: [allow('read', 'place', { conditions: { keeper: { groups: { $some: { id: group.id } } } } })],
  })
  const seen = async () => {
    const [list, lookup, under] = [
      await reader.list('place', '_fields=name'),
      await reader.lookup('place'),
      await reader.list('place', `id_under=${top.id}`),
    ]
    return [
      list.body.map(({ id }: { id: number }) => id),
      list.headers.get('X-Total-Count'),
      lookup.body.map(({ path }: { path: string }) => path),
      under.headers.get('X-Total-Count'),
    ]
  }
  expect(await seen()).toEqual([[below.id, top.id], '2', ['Serra › Gruta', 'Serra'], '2'])

  later(11 * minuteMs)

  expect(await seen()).toEqual([[], '0', [], '0'])
})

test('nor does a place in a tree stand in the path after the end of what shows it', async () => {
  const { person, group, top, below } = await places()
  const reader = await person({
    rules: [
      allow('read', 'place', { fields: ['name'] }),
      allow('read', 'place', { fields: ['parent'], conditions: { keeper: { groups: { $some: { id: group.id } } } } }),
    ],
  })
  const seen = async () => [
    (await reader.lookup('place')).body.map(({ path }: { path: string }) => path),
    await reader.ids('place', `id_under=${top.id}`),
  ]
  expect(await seen()).toEqual([
    ['Serra › Gruta', 'Serra'],
    [below.id, top.id],
  ])

  later(11 * minuteMs)

  expect(await seen()).toEqual([['Gruta', 'Serra'], [top.id]])
})
