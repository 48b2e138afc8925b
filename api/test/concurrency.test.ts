import { setImmediate, setTimeout } from 'node:timers/promises'
import { expect, inject, test } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import { freshDatabase } from './databases.ts'
import { zooPanel } from './panel.ts'
import { testWhere } from './where.ts'

const twenty = Array.from({ length: 20 }, (_, at) => at)

test('twenty writers at once all succeed, each seen by whoever reads after', async () => {
  const { administrator } = await zooPanel()
  const enclosure = await administrator.make('enclosure')

  const answers = await Promise.all(
    twenty.map((at) =>
      administrator.create('visit', { visitor: `Visita ${at}`, enclosure: enclosure.id, ticket: `T-${at}` }),
    ),
  )

  expect(answers.map(({ status }) => status)).toEqual(twenty.map(() => 201))
  expect(new Set(answers.map(({ body }) => body.id)).size).toBe(20)
  const { headers, body } = await administrator.list('visit', '_end=200')
  expect([headers.get('X-Total-Count'), body.length]).toEqual(['20', 20])
})

test('of twenty changes to one version exactly one is made', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit', { minutes: 600 })

  const answers = await Promise.all(twenty.map((at) => administrator.update('visit', visit, { minutes: at + 1 })))

  const [made, ...others] = answers.filter(({ status }) => status === 200)
  expect(others).toEqual([])
  expect(answers.filter(({ status }) => status === 412)).toHaveLength(19)
  expect((await administrator.read('visit', visit.id)).body).toMatchObject({ minutes: made?.body.minutes, version: 2 })
})

test('twenty changes that overwrite are made one after the other', async () => {
  const { administrator } = await zooPanel()
  const visit = await administrator.make('visit')

  const answers = await Promise.all(twenty.map((at) => administrator.update('visit', visit, { minutes: at + 1 }, '*')))

  expect(answers.map(({ body }) => body.version).toSorted((one, other) => one - other)).toEqual(
    twenty.map((at) => at + 2),
  )
})

test('of twenty records with the same unique value exactly one is made', async () => {
  const { administrator } = await zooPanel()
  const enclosure = await administrator.make('enclosure')

  const answers = await Promise.all(
    twenty.map(() => administrator.create('visit', { visitor: 'Ana', enclosure: enclosure.id, ticket: 'T-1' })),
  )

  expect(answers.map(({ status }) => status).toSorted()).toEqual([201, ...twenty.slice(1).map(() => 409)])
})

test('bulk actions on the same records in opposite orders do not wait for each other forever', async () => {
  const { administrator } = await zooPanel()
  const [here, there] = [await administrator.make('enclosure'), await administrator.make('enclosure')]
  const visits = []
  for (let at = 0; at < 6; at++) visits.push(await administrator.make('visit', { enclosure: here.id }))
  const records = visits.map(({ id, version }) => ({ id, version }))
  const input = { enclosure: there.id }

  const answers = await Promise.all(
    [records, records.toReversed(), records, records.toReversed()].map((some) =>
      administrator.bulk('visit', 'move', { records: some, input }),
    ),
  )

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 412, 412, 412])
})

test('a reader never sees half of a change', async () => {
  const { administrator } = await zooPanel()
  const [here, there] = [await administrator.make('enclosure'), await administrator.make('enclosure')]
  const records = []
  for (let at = 0; at < 5; at++) records.push(await administrator.make('visit', { enclosure: here.id }))
  let moving = true
  const seen = new Set<number>()
  const watch = async () => {
    while (moving) {
      seen.add((await administrator.ids('visit', `enclosure=${there.id}`)).length)
      // An answer from memory leaves the writer no turn.
      await setImmediate()
    }
  }
  const watching = watch()

  const { status } = await administrator.bulk('visit', 'move', {
    records: records.map(({ id, version }) => ({ id, version })),
    input: { enclosure: there.id },
  })
  moving = false
  await watching

  expect(status).toBe(200)
  expect([...seen].filter((count) => count !== 0 && count !== 5)).toEqual([])
})

testWhere(inject('engine') === 'postgres')('two transactions that wait for each other both come through', async () => {
  const { administrator, database } = await zooPanel()
  const [one, two] = [await administrator.make('enclosure'), await administrator.make('enclosure')]
  let arrived = 0
  const both = async () => {
    arrived += 1
    while (arrived < 2) await setTimeout(5)
  }
  const rename = (ids: number[]) =>
    database.write(async (scope) => {
      for (const id of ids) {
        await scope.run("UPDATE enclosures SET name = name || '!' WHERE id = $1", [id])
        await both()
      }
    })

  await Promise.all([rename([one.id, two.id]), rename([two.id, one.id])])

  const rows = await database.read<{ name: string }>('SELECT name FROM enclosures')
  expect(rows.filter(({ name }) => name.endsWith('!!'))).toHaveLength(2)
})

test('two processes write to one database without failing', async () => {
  const place = await freshDatabase({
    name: 'counters',
    async fill(url) {
      const database = await openDatabase(url)
      await database.sequelize.query('CREATE TABLE counters (id integer PRIMARY KEY, value integer NOT NULL)')
      await database.sequelize.query('INSERT INTO counters VALUES (1, 0)')
      await database.close()
    },
  })
  const processes = [await openDatabase(place.url), await openDatabase(place.url)]

  await Promise.all(
    processes.flatMap((database) =>
      twenty.map(() => database.write((scope) => scope.run('UPDATE counters SET value = value + 1'))),
    ),
  )

  expect(await processes[0]?.read('SELECT value FROM counters')).toEqual([{ value: 40 }])
  for (const database of processes) await database.close()
  await place.drop()
})
