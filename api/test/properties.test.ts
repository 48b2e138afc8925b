import fc from 'fast-check'
import { expect, test } from 'vitest'
import { joinParameter } from '../src/contract/operators.ts'
import { parseFilterValue } from '../src/define/filter-value.ts'
import { samples } from '../src/define/kinds/samples.ts'
import type { Client } from './client.ts'
import { matches } from './kinds/matches.ts'
import { zooPanel } from './panel.ts'
import { fill, refused } from './rows.ts'
import { plainKinds } from './zoo.ts'

type Row = Record<string, unknown> & { id: number }

/** Forty rows in which every kind has its good values, or none, in another order each. */
async function manyZoos() {
  const opened = await zooPanel()
  const enclosures: number[] = []
  for (const name of ['Um', 'Dois', 'Três'])
    enclosures.push((await opened.administrator.make('enclosure', { name, parent: enclosures[0] ?? null })).id)
  await fill(
    opened,
    'zoo',
    Array.from({ length: 40 }, (_, at) => ({
      name: `Zoo ${at % 7}`,
      enclosure: at % 4 === 0 ? null : enclosures[at % 3],
      ...Object.fromEntries(
        plainKinds.flatMap((kind, of) => {
          const { good } = samples[kind]
          const chosen = (at * (of + 3) + (at >> 2)) % (good.length + 1)
          return chosen === good.length ? [] : [[`${kind}Value`, good[chosen]?.[0]]]
        }),
      ),
    })),
  )
  const rows: Row[] = (await opened.administrator.list('zoo', '_end=200&_sort=id')).body
  expect(rows).toHaveLength(40)
  return { ...opened, rows }
}

/** A filter with its meaning in plain code. */
interface Filter {
  parameters: [string, string][]
  admits: (row: Row) => boolean
}

const sampled: Filter[] = plainKinds.flatMap((kind) => {
  const { field, filters } = samples[kind]
  const name = `${kind}Value`
  return filters.map(({ operator, value }): Filter => {
    const texts = [value].flat()
    const wanted = texts.map((text) => parseFilterValue(field, operator, text))
    return {
      parameters: texts.map((text) => [joinParameter(name, operator), text]),
      admits: (row) => matches(field, operator, { value: row[name], wanted }),
    }
  })
})

const identified: fc.Arbitrary<Filter> = fc
  .record({ operator: fc.constantFrom('gt', 'gte', 'lt', 'lte', 'ne', 'eq'), bound: fc.integer({ min: 1, max: 45 }) })
  .map(({ operator, bound }) => ({
    parameters: [[joinParameter('id', operator as 'eq'), String(bound)]], // one of the operators above
    admits: ({ id }) =>
      ({ gt: id > bound, gte: id >= bound, lt: id < bound, lte: id <= bound, ne: id !== bound, eq: id === bound })[
        operator
      ] ?? false,
  }))

/** Up to four filters, no two on the same parameter: that would be one filter with several values. */
const filters = fc.uniqueArray(fc.oneof(fc.constantFrom(...sampled), identified), {
  maxLength: 4,
  selector: ({ parameters }) => parameters[0]?.[0],
})

const sortable = [
  'name',
  'id',
  'createdAt',
  'enclosure',
  ...plainKinds.filter((kind) => samples[kind].field.sortable).map((kind) => `${kind}Value`),
]

const order = fc.uniqueArray(
  fc.record({ field: fc.constantFrom(...sortable), direction: fc.constantFrom('asc', 'desc') }),
  { minLength: 1, maxLength: 3, selector: ({ field }) => field },
)

const query = (asked: readonly Filter[]) =>
  new URLSearchParams(asked.flatMap(({ parameters }) => parameters)).toString()

test('a list holds the rows that its filters mean, counted, and each of them can be read', async () => {
  const { administrator, rows } = await manyZoos()
  await fc.assert(
    fc.asyncProperty(filters, async (asked) => {
      const { status, headers, body } = await administrator.list('zoo', `_end=200&_sort=id&${query(asked)}`)
      const expected = rows.filter((row) => asked.every(({ admits }) => admits(row)))
      expect([status, body]).toEqual([200, expected])
      expect(headers.get('X-Total-Count')).toBe(String(expected.length))
    }),
    { numRuns: 150 },
  )
})

test('a list holds the ids that can be read, and no other', async () => {
  const { administrator, rows } = await manyZoos()
  const ids = Array.from({ length: 45 }, (_, at) => at + 1)
  const statuses = await Promise.all(ids.map(async (id) => [id, (await administrator.read('zoo', id)).status]))
  expect(statuses.flatMap(([id, status]) => (status === 200 ? id : []))).toEqual(rows.map(({ id }) => id))
})

test('a walk by cursor is the walk by number, whatever is asked', async () => {
  const { administrator } = await manyZoos()
  await fc.assert(
    fc.asyncProperty(filters, order, fc.integer({ min: 3, max: 17 }), async (asked, sorts, size) => {
      const sort = `_sort=${sorts.map(({ field }) => field)}&_order=${sorts.map(({ direction }) => direction)}`
      const list = `${sort}&${query(asked)}`
      expect(await walk(administrator, { list, size })).toEqual(await administrator.ids('zoo', `_end=200&${list}`))
    }),
    { numRuns: 60 },
  )
})

async function walk(client: Client, { list, size }: { list: string; size: number }): Promise<number[]> {
  const seen: number[] = []
  for (let after: string | null = ''; after !== null; ) {
    const { headers, body } = await client.list('zoo', `_end=${size}&${list}${after && `&_after=${after}`}`)
    seen.push(...body.map(({ id }: Row) => id))
    after = headers.get('X-Next-Cursor')
  }
  return seen
}

const parameter = fc.oneof(
  fc.constantFrom(
    '_start',
    '_end',
    '_sort',
    '_order',
    '_fields',
    '_after',
    'q',
    'id',
    'name_like',
    'enclosure_under',
    'multiSelectValue_in',
    'dateTimeValue_between',
    'decimalValue',
  ),
  fc.string({ maxLength: 20 }),
)

test('no address is a fault of the server', async () => {
  const { administrator } = await zooPanel()
  await administrator.make('zoo')
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.tuple(
          parameter,
          fc.oneof(
            fc.string({ unit: 'binary', maxLength: 30 }),
            fc.integer().map(String),
            fc.constantFrom(...sortable),
          ),
        ),
      ),
      async (asked) => {
        const { status } = await administrator.list('zoo', new URLSearchParams(asked).toString())
        expect(status).toBeLessThan(500)
      },
    ),
    { numRuns: 200 },
  )
})

const names = ['name', 'enclosure', 'enclosures', 'id', 'version', ...plainKinds.map((kind) => `${kind}Value`)]
const values = fc.oneof(
  fc.jsonValue({ maxDepth: 3 }),
  fc.constantFrom(...plainKinds.flatMap((kind) => [...samples[kind].good.map(([sent]) => sent), ...samples[kind].bad])),
)

test('no body is a fault of the server, and what is refused changes nothing', async () => {
  const opened = await zooPanel()
  const { administrator } = opened
  const { id } = await administrator.make('zoo')
  await fc.assert(
    fc.asyncProperty(
      fc.dictionary(fc.constantFrom(...names), values, { maxKeys: 4 }),
      fc.boolean(),
      async (body, isNew) => {
        const send = () =>
          isNew
            ? administrator.create('zoo', { name: 'Zoo', ...body })
            : administrator.update('zoo', { id, version: 1 }, body, '*')
        const { status } = await send()
        expect(status).toBeLessThan(500)
        if (status >= 400) await refused(opened, send)
      },
    ),
    { numRuns: 150 },
  )
})
