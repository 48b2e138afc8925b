import { expect, test } from 'vitest'
import type { Client, Made } from './client.ts'
import { zooPanel } from './panel.ts'
import { refused } from './rows.ts'

/** Enclosures each inside the one before. */
async function chain(client: Client, length: number) {
  const made: Made[] = []
  for (let level = 0; level < length; level++)
    made.push(await client.make('enclosure', { name: `Nível ${level + 1}`, parent: made.at(-1)?.id ?? null }))
  return made
}

async function pathsOf({ database }: Pick<Awaited<ReturnType<typeof zooPanel>>, 'database'>) {
  const rows = await database.read<{ id: number; path: string }>('SELECT id, path FROM enclosures ORDER BY id')
  return Object.fromEntries(rows.map(({ id, path }) => [id, path]))
}

test('a record knows its way from the root', async () => {
  const opened = await zooPanel()
  const [one, two, three] = await chain(opened.administrator, 3)
  expect(await pathsOf(opened)).toEqual({ [one?.id ?? 0]: '/1/', [two?.id ?? 0]: '/1/2/', [three?.id ?? 0]: '/1/2/3/' })
})

test('a record cannot stand below itself, however far', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const [top, middle, bottom] = await chain(administrator, 3)
  for (const parent of [top, middle, bottom]) {
    const answer = await refused(opened, () =>
      administrator.update('enclosure', { id: top?.id ?? 0, version: 1 }, { parent: parent?.id }),
    )
    expect(answer).toMatchObject({
      status: 422,
      body: { errors: { parent: ['Um registro não pode ficar abaixo de si mesmo.'] } },
    })
  }
})

test('a tree has at most five levels, for a new record and for a part that moves', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const deep = await chain(administrator, 5)
  const [pair] = await chain(administrator, 2)

  const answers = await refused(opened, async () => [
    await administrator.create('enclosure', { name: 'Nível 6', parent: deep[4]?.id }),
    await administrator.update('enclosure', { id: pair?.id ?? 0, version: 1 }, { parent: deep[3]?.id }),
  ])

  expect(answers.map(({ status, body }) => [status, body.errors])).toEqual(
    answers.map(() => [422, { parent: ['A árvore tem no máximo 5 níveis.'] }]),
  )
  expect(
    (await administrator.update('enclosure', { id: pair?.id ?? 0, version: 1 }, { parent: deep[2]?.id })).status,
  ).toBe(200)
})

test('what stands below moves along, down and up again', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const [top, middle] = await chain(administrator, 3)
  const other = await administrator.make('enclosure')
  const moving = { id: middle?.id ?? 0, version: 1 }

  await administrator.update('enclosure', moving, { parent: other.id })
  expect(await pathsOf(opened)).toEqual({ 1: '/1/', 2: '/4/2/', 3: '/4/2/3/', 4: '/4/' })
  await administrator.update('enclosure', moving, { parent: null }, '*')
  expect(await pathsOf(opened)).toEqual({ 1: '/1/', 2: '/2/', 3: '/2/3/', 4: '/4/' })
  await administrator.update('enclosure', moving, { parent: top?.id }, '*')
  expect(await pathsOf(opened)).toEqual({ 1: '/1/', 2: '/1/2/', 3: '/1/2/3/', 4: '/4/' })
})

test('numbers that begin alike are not taken for one another', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  for (let serial = 1; serial <= 12; serial++) await administrator.make('enclosure', { name: `R${serial}` })
  const below = await administrator.make('enclosure', { name: 'Abaixo', parent: 12 })

  await administrator.update('enclosure', { id: 1, version: 1 }, { parent: 2 })

  expect(await pathsOf(opened)).toMatchObject({ 1: '/2/1/', 12: '/12/', [below.id]: `/12/${below.id}/` })
  expect(await administrator.ids('enclosure', 'id_under=1')).toEqual([1])
})

test('two parts that each move below the other at the same time do not make a circle', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  // At the same time too, so that each of the moves finds a connection waiting.
  const [one, two] = await Promise.all([administrator.make('enclosure'), administrator.make('enclosure')])
  const below = (parent: Made) => administrator.make('enclosure', { parent: parent.id })
  const [belowOne, belowTwo] = await Promise.all([below(one), below(two)])

  const answers = await Promise.all([
    administrator.update('enclosure', one, { parent: belowTwo.id }),
    administrator.update('enclosure', two, { parent: belowOne.id }),
  ])

  expect(answers.map(({ status }) => status).toSorted()).toEqual([200, 422])
  const paths = Object.values(await pathsOf(opened))
  expect(paths.map((path) => path.length).toSorted()).toEqual([3, 5, 7, 9])
})

test('however many parts move at the same time, every way begins with the way of the record above', async () => {
  const opened = await zooPanel()
  const { administrator, database } = opened
  const roots = await Promise.all(Array.from({ length: 4 }, () => administrator.make('enclosure')))
  const below = await Promise.all(roots.map(({ id }) => administrator.make('enclosure', { parent: id })))
  const deep = await Promise.all(below.map(({ id }) => administrator.make('enclosure', { parent: id })))
  const all = [...roots, ...below, ...deep]

  const answers = await Promise.all(
    Array.from({ length: 24 }, (_, at) => {
      const [moved, parent] = [all[(at * 5) % 12], all[(at * 7 + 3) % 12]]
      return administrator.update('enclosure', moved ?? (all[0] as Made), { parent: parent?.id }, '*') // there are twelve
    }),
  )

  expect(answers.filter(({ status }) => ![200, 422].includes(status))).toEqual([])
  const rows = await database.read<{ id: number; parent_id: number | null; path: string }>(
    'SELECT id, parent_id, path FROM enclosures',
  )
  const paths = new Map(rows.map(({ id, path }) => [id, path]))
  const wrong = rows.filter(
    ({ id, parent_id, path }) => path !== `${parent_id === null ? '/' : paths.get(parent_id)}${id}/`,
  )
  expect(wrong).toEqual([])
})
