import { expect, test } from 'vitest'
import { system } from '../api/src/access/person.ts'
import { insert } from '../api/src/records/create.ts'
import { makePanel } from '../api/src/records/panel.ts'
import * as resources from '../api/src/resources/index.ts'
import { panel as open } from '../api/test/panel.ts'
import { createMany } from './large.ts'
import { customerOf } from './people.ts'
import { Chance } from './random.ts'

test('records written in bulk lie in the database exactly as those written one by one', async () => {
  const { administrator, database } = await open()
  const brand = await administrator.make('brand')
  const panel = makePanel({ resources, database })
  const resource = resources.customer
  const [one, other] = [new Chance(3), new Chance(3)]

  await database.write(async (scope) => {
    for (let serial = 1; serial <= 40; serial += 1) {
      await insert({ panel, person: system, resource, language: 'pt-BR' }, customerOf(one, brand.id, serial), scope)
    }
  })
  const single = await database.read('SELECT * FROM customers ORDER BY id')
  await database.write((scope) => scope.run('DELETE FROM customers'))
  await database.write((scope) =>
    createMany(
      panel,
      'customer',
      Array.from({ length: 40 }, (_, index) => customerOf(other, brand.id, index + 1)),
      scope,
    ),
  )
  const bulk = await database.read('SELECT * FROM customers ORDER BY id')

  const comparable = (rows: Record<string, unknown>[]) =>
    rows.map(({ id, created_at, updated_at, ...columns }) => columns)
  expect(comparable(bulk)).toEqual(comparable(single))
  expect(bulk).toHaveLength(40)
})
