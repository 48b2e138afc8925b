import { expect, inject, test } from 'vitest'
import { panel, zooPanel } from './panel.ts'
import { fill } from './rows.ts'
import { testWhere } from './where.ts'

/** Enclosures with the numbers 1 to `count` in their names, by one statement. */
const manyEnclosures = (count: number) => `
  WITH RECURSIVE serial(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM serial WHERE i < ${count})
  INSERT INTO enclosures (name, name_search, path, created_at, updated_at)
  SELECT 'Recinto ' || i, 'recinto ' || i, '/' || i || '/', '2026-01-31 12:00:00.000 +00:00', '2026-01-31 12:00:00.000 +00:00' FROM serial`

async function withEnclosures(count: number) {
  const opened = await zooPanel()
  await opened.database.write(async (scope) => {
    await scope.run(manyEnclosures(count))
    scope.changed('enclosures')
  })
  return opened
}

test('a list begins with its first 25 rows in the order of the definition, and says how many there are', async () => {
  const opened = await zooPanel()
  const names = Array.from({ length: 30 }, (_, at) => `Ala ${String.fromCharCode(97 + ((at * 7) % 30))}`)
  await fill(
    opened,
    'zoo',
    names.map((name) => ({ name })),
  )

  const { status, headers, body } = await opened.administrator.list('zoo')

  expect(status).toBe(200)
  expect(headers.get('X-Total-Count')).toBe('30')
  expect(headers.get('X-Total-Capped')).toBe(null)
  expect(body.map(({ name }: { name: string }) => name)).toEqual(names.toSorted().slice(0, 25))
})

test('pages lie one after the other, and past the last there is an empty one', async () => {
  const { administrator } = await withEnclosures(23)
  const pages = []
  for (const start of [0, 10, 20, 30])
    pages.push(await administrator.list('enclosure', `_start=${start}&_end=${start + 10}&_sort=id`))

  expect(pages.map(({ body }) => body.length)).toEqual([10, 10, 3, 0])
  expect(pages.flatMap(({ body }) => body.map(({ id }: { id: number }) => id))).toEqual(
    Array.from({ length: 23 }, (_, at) => at + 1),
  )
  expect(pages.map(({ headers }) => headers.get('X-Total-Count'))).toEqual(['23', '23', '23', '23'])
})

test('records named by their ids are all given, as many as a page holds', async () => {
  const { administrator } = await withEnclosures(201)
  const named = (ids: number[]) => ids.map((id) => `id=${id}`).join('&')

  expect((await administrator.ids('enclosure', named([7, 3, 3, 999]))).toSorted()).toEqual([3, 7])
  expect(await administrator.ids('enclosure', named(Array.from({ length: 200 }, (_, at) => at + 1)))).toHaveLength(200)
  expect((await administrator.list('enclosure', named(Array.from({ length: 201 }, (_, at) => at + 1)))).status).toBe(
    400,
  )
})

test('several fields sort one after the other, each in its own direction', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const [south, north] = [
    await administrator.make('enclosure', { name: 'Sul' }),
    await administrator.make('enclosure', { name: 'Norte' }),
  ]
  await fill(opened, 'visit', [
    { visitor: 'Bia', enclosure: south.id, minutes: 10 },
    { visitor: 'Ana', enclosure: south.id, minutes: 20 },
    { visitor: 'Ivo', enclosure: north.id, minutes: 20 },
    { visitor: 'Eva', enclosure: north.id, minutes: 10 },
  ])
  const visitors = async (query: string) =>
    (await administrator.list('visit', query)).body.map(({ visitor }: { visitor: string }) => visitor)

  expect(await visitors('_sort=minutes,visitor')).toEqual(['Bia', 'Eva', 'Ana', 'Ivo'])
  expect(await visitors('_sort=minutes,visitor&_order=desc,asc')).toEqual(['Ana', 'Ivo', 'Bia', 'Eva'])
  expect(await visitors('_sort=enclosure,minutes&_order=asc,desc')).toEqual(['Ivo', 'Eva', 'Ana', 'Bia'])
  expect(await visitors('_sort=id,visitor&_order=desc')).toEqual(['Eva', 'Ivo', 'Ana', 'Bia'])
})

test('names are sorted without regard to case and accents', async () => {
  const opened = await zooPanel()
  await fill(
    opened,
    'enclosure',
    ['Élcio', 'ação', 'Zoe', 'abel', 'Ágata', 'eduardo', 'Beto'].map((name) => ({ name })),
  )

  const { body } = await opened.administrator.list('enclosure')

  expect(body.map(({ name }: { name: string }) => name)).toEqual([
    'abel',
    'ação',
    'Ágata',
    'Beto',
    'eduardo',
    'Élcio',
    'Zoe',
  ])
})

test('what is shown only sometimes is empty sometimes, and then stands last', async () => {
  const { administrator } = await panel()
  const brand = await administrator.make('brand')
  for (const values of [{ cpf: '111.444.777-35' }, { personType: 'company' }, { cpf: '529.982.247-25' }]) {
    await administrator.make('customer', { brand: brand.id, ...values })
  }
  const cpfs = async (order: string) =>
    (await administrator.list('customer', `_sort=cpf&_order=${order}`)).body.map(({ cpf }: { cpf: string }) => cpf)

  expect(await cpfs('asc')).toEqual(['11144477735', '52998224725', null])
  expect(await cpfs('desc')).toEqual(['52998224725', '11144477735', null])
})

const impossible = [
  '_end=0',
  '_start=5&_end=5',
  '_start=9&_end=3',
  '_end=201',
  '_start=100&_end=301',
  '_start=-1',
  '_start=1.5',
  '_start=one',
  '_start=01',
  '_start=1e1',
  '_start=+1',
  '_start=%201',
  '_start=',
  '_end=99999999999',
  '_start=1000001&_end=1000002',
  '_start=1&_start=2',
  '_sort=name&_sort=id',
  '_order=asc',
  '_sort=name&_order=up',
  '_sort=name&_order=asc,desc',
  '_sort=name,name',
  '_sort=jsonValue',
  '_sort=enclosures',
]

test.each(impossible)('a page or an order that cannot be is refused: %s', async (query) => {
  const { administrator } = await zooPanel()
  const { status, body } = await administrator.list('zoo', query)
  expect({ status, code: body.code }).toEqual({ status: 400, code: 'malformed' })
})

test('only the fields asked for are read, with id, version and what may be done', async () => {
  const { administrator } = await zooPanel()
  await administrator.make('visit', { visitor: 'Ana', minutes: 60 })
  const keys = async (fields: string) => Object.keys((await administrator.list('visit', `_fields=${fields}`)).body[0])

  expect(await keys('minutes')).toEqual(['id', 'version', 'minutes', '_access'])
  expect(await keys('createdAt,visitor,id,version')).toEqual(['id', 'version', 'visitor', 'createdAt', '_access'])
  expect((await administrator.list('visit', '_fields=greeting,long')).body[0]).toEqual({
    id: expect.any(Number),
    version: 1,
    greeting: 'Ana: 60 min',
    long: true,
    _access: expect.anything(),
  })
})

test('past ten thousand the total is capped, and says so', async () => {
  const { administrator } = await withEnclosures(10_001)
  const total = async (query: string) => {
    const { headers } = await administrator.list('enclosure', `_end=1&${query}`)
    return [headers.get('X-Total-Count'), headers.get('X-Total-Capped')]
  }

  expect(await total('open=true')).toEqual(['10000', 'true'])
  expect(await total('open=true&id_lte=10000')).toEqual(['10000', null])
  expect(await total('q=recinto')).toEqual(['10000', 'true'])
  expect(await total('id_gt=9990')).toEqual(['11', null])
})

testWhere(inject('engine') === 'sqlite')('SQLite knows the size of a whole table', async () => {
  const { administrator } = await withEnclosures(10_001)
  const { headers } = await administrator.list('enclosure')
  expect([headers.get('X-Total-Count'), headers.get('X-Total-Capped')]).toEqual(['10001', null])
})

testWhere(inject('engine') === 'postgres')(
  'PostgreSQL estimates the size of a whole table once it has statistics',
  async () => {
    const { administrator, database } = await withEnclosures(10_001)
    const facts = async () => {
      const { headers } = await administrator.list('enclosure')
      return ['X-Total-Count', 'X-Total-Capped', 'X-Total-Estimated'].map((name) => headers.get(name))
    }
    expect(await facts()).toEqual(['10000', 'true', null])

    await database.write(async (scope) => {
      await scope.run('ANALYZE enclosures')
      scope.changed('enclosures')
    })

    expect(await facts()).toEqual(['10001', null, 'true'])
  },
)
