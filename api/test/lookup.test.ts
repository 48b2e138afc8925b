import { expect, test } from 'vitest'
import { panel, zooPanel } from './panel.ts'
import { fill } from './rows.ts'

async function tree() {
  const opened = await zooPanel()
  const { administrator } = opened
  const acme = await administrator.make('enclosure', { name: 'Acme' })
  const south = await administrator.make('enclosure', { name: 'Sul', parent: acme.id })
  const shut = await administrator.make('enclosure', { name: 'Fechado', parent: south.id, open: false })
  return { ...opened, acme, south, shut }
}

test('a picker gets ids and titles in the order of the list, and how many there are', async () => {
  const opened = await zooPanel()
  await fill(
    opened,
    'zoo',
    ['Égua', 'anta', 'Boto'].map((name) => ({ name })),
  )

  const { headers, body } = await opened.administrator.lookup('zoo', '_start=0&_end=2')

  expect(body).toEqual([
    { id: 2, title: 'anta' },
    { id: 3, title: 'Boto' },
  ])
  expect(headers.get('X-Total-Count')).toBe('3')
})

test('the records of a tree come with their way from the root', async () => {
  const { administrator, acme, south, shut } = await tree()
  expect((await administrator.lookup('enclosure')).body).toEqual([
    { id: acme.id, title: 'Acme', path: 'Acme' },
    { id: shut.id, title: 'Fechado', path: 'Acme › Sul › Fechado' },
    { id: south.id, title: 'Sul', path: 'Acme › Sul' },
  ])
})

test('a picker finds by name, by condition and by subtree, as a list does', async () => {
  const { administrator, south, shut } = await tree()
  const found = async (query: string) =>
    (await administrator.lookup('enclosure', query)).body.map(({ title }: { title: string }) => title)
  expect(await found('q=SUL')).toEqual(['Sul'])
  expect(await found('open=true')).toEqual(['Acme', 'Sul'])
  expect(await found(`id_under=${south.id}&open=true`)).toEqual(['Sul'])
  expect(await found(`ids=${shut.id}&open=true`)).toEqual([])
})

test('the titles of chosen records are asked for by their ids, up to two hundred', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  await fill(
    opened,
    'zoo',
    Array.from({ length: 60 }, (_, at) => ({ name: `Zoo ${at + 1}` })),
  )
  const titles = async (ids: string) =>
    (await administrator.lookup('zoo', `ids=${ids}`)).body.map(({ title }: { title: string }) => title)

  expect(await titles('3,1,999,1')).toEqual(['Zoo 1', 'Zoo 3'])
  expect(await titles(Array.from({ length: 60 }, (_, at) => at + 1).join())).toHaveLength(60)
  expect(await titles('')).toEqual([])
})

test('without a title a record is called by its number', async () => {
  const { administrator, database } = await zooPanel()
  const { id } = await administrator.make('zoo', { name: 'Zoo' })
  await database.write(async (scope) => {
    await scope.run("UPDATE zoos SET name = ''")
    scope.changed('zoos')
  })
  expect((await administrator.lookup('zoo')).body).toEqual([{ id, title: '' }])
})

const impossible = [
  'ids=1.0',
  'ids=1,',
  'ids=,',
  'ids=0',
  'ids=-1',
  'ids=2147483648',
  'ids=1;2',
  'ids=%201',
  '_fields=name',
  '_after=x',
  '_foo=1',
  '_end=500',
]

test.each(impossible)('what a picker cannot ask is refused: %s', async (query) => {
  const { administrator } = await zooPanel()
  expect(await administrator.lookup('zoo', query)).toMatchObject({ status: 400, body: { code: 'malformed' } })
})

test('more than two hundred ids are refused', async () => {
  const { administrator } = await zooPanel()
  const ids = Array.from({ length: 201 }, (_, at) => at + 1).join()
  expect((await administrator.lookup('zoo', `ids=${ids}`)).status).toBe(400)
})

test('a picker shows the title of a brand, and nothing else of it', async () => {
  const { administrator } = await panel()
  const { id } = await administrator.make('brand', { name: 'Acme', supportEmail: 'a@acme.com.br' })
  expect((await administrator.lookup('brand')).body).toEqual([{ id, title: 'Acme', path: 'Acme' }])
})
