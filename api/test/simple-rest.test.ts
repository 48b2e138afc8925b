import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import simpleRest, { axiosInstance } from '@refinedev/simple-rest'
import { expect, onTestFinished, test } from 'vitest'
import { zooPanel } from './panel.ts'
import { fill } from './rows.ts'

type Filters = Parameters<ReturnType<typeof simpleRest>['getList']>[0]['filters']

/** The provider as it comes, over a real socket, with the cookie of an administrator. */
async function provider() {
  const opened = await zooPanel()
  const server = serve({ fetch: opened.app.fetch, port: 0, hostname: '127.0.0.1' })
  await new Promise((resolve) => server.once('listening', resolve))
  onTestFinished(() => new Promise<void>((resolve) => void server.close(() => resolve())))
  const { port } = server.address() as AddressInfo // a server on TCP has one
  const Cookie = await opened.cookieOf('administrator')
  const client = axiosInstance.create({ headers: { Cookie, 'Sec-Fetch-Site': 'same-origin' } })
  return { ...opened, rest: simpleRest(`http://127.0.0.1:${port}/api`, client) }
}

async function withVisits() {
  const opened = await provider()
  const [south, north] = [
    await opened.administrator.make('enclosure', { name: 'Sul' }),
    await opened.administrator.make('enclosure', { name: 'Norte' }),
  ]
  await fill(opened, 'visit', [
    { visitor: 'Ana', enclosure: south.id, minutes: 10 },
    { visitor: 'João', enclosure: south.id, minutes: 20 },
    { visitor: 'Caio', enclosure: north.id, minutes: 20 },
    { visitor: 'Duda', enclosure: north.id, minutes: 60 },
  ])
  const visitors = async (query: Omit<Parameters<typeof opened.rest.getList>[0], 'resource'>) => {
    const { data, total } = await opened.rest.getList({ resource: 'visits', ...query })
    return [data.map(({ visitor }) => visitor).join(' '), total]
  }
  return { ...opened, south, north, visitors }
}

test('lists a page, and knows how many there are', async () => {
  const { rest, visitors } = await withVisits()
  const { data, total } = await rest.getList({ resource: 'visits', pagination: { currentPage: 2, pageSize: 3 } })
  expect(total).toBe(4)
  expect(data).toMatchObject([{ visitor: 'João', minutes: 20, enclosure: { title: 'Sul' }, version: 1 }])
  expect(await visitors({ pagination: { mode: 'off' } })).toEqual(['Ana Caio Duda João', 4])
})

test('sorts by several fields', async () => {
  const { visitors } = await withVisits()
  const by = (field: string, order: 'asc' | 'desc') => ({ field, order })
  expect(await visitors({ sorters: [by('minutes', 'desc'), by('visitor', 'desc')] })).toEqual(['Duda João Caio Ana', 4])
  expect(await visitors({ sorters: [by('enclosure', 'asc'), by('minutes', 'desc')] })).toEqual([
    'Duda Caio João Ana',
    4,
  ])
})

const filters: [string, Filters, string][] = [
  ['eq', [{ field: 'minutes', operator: 'eq', value: 20 }], 'Caio João'],
  ['ne', [{ field: 'minutes', operator: 'ne', value: 20 }], 'Ana Duda'],
  ['gte', [{ field: 'minutes', operator: 'gte', value: 20 }], 'Caio Duda João'],
  ['lte', [{ field: 'minutes', operator: 'lte', value: 20 }], 'Ana Caio João'],
  [
    'gte and lte',
    [
      { field: 'minutes', operator: 'gte', value: 15 },
      { field: 'minutes', operator: 'lte', value: 30 },
    ],
    'Caio João',
  ],
  ['contains', [{ field: 'visitor', operator: 'contains', value: 'JOA' }], 'João'],
  ['in', [{ field: 'minutes', operator: 'in', value: [10, 60] }], 'Ana Duda'],
  ['q', [{ field: 'q', operator: 'eq', value: 'joao' }], 'João'],
  ['a computed value', [{ field: 'long', operator: 'eq', value: true }], 'Duda'],
]

test.each(filters)('filters by %s', async (_, asked, found) => {
  const { visitors } = await withVisits()
  expect(await visitors({ filters: asked })).toEqual([found, found.split(' ').length])
})

test('gets one, and many by their ids', async () => {
  const opened = await withVisits()
  const { rest } = opened
  await fill(
    opened,
    'enclosure',
    Array.from({ length: 60 }, (_, at) => ({ name: `R${at}` })),
  )
  const ids = Array.from({ length: 60 }, (_, at) => at + 1)

  expect((await rest.getOne({ resource: 'visits', id: 2 })).data).toMatchObject({ id: 2, visitor: 'João' })
  const many = await rest.getMany?.({ resource: 'enclosures', ids })
  expect(many?.data.map(({ id }) => Number(id)).toSorted((one, other) => one - other)).toEqual(ids)
})

test('creates', async () => {
  const { rest, south } = await withVisits()
  const { data } = await rest.create({ resource: 'visits', variables: { visitor: 'Eva', enclosure: south.id } })
  expect(data).toMatchObject({ visitor: 'Eva', minutes: 30, enclosure: { id: south.id, title: 'Sul' } })
})

test('is told what is wrong, and in words', async () => {
  const { rest } = await withVisits()
  await expect(rest.create({ resource: 'visits', variables: { visitor: 'E' } })).rejects.toMatchObject({
    response: {
      status: 422,
      data: {
        message: 'Alguns campos precisam de correção.',
        errors: { visitor: ['Use pelo menos 2 caracteres.'], enclosure: ['Preencha este campo.'] },
      },
    },
  })
  await expect(rest.getOne({ resource: 'visits', id: 999 })).rejects.toMatchObject({ response: { status: 404 } })
  await expect(
    rest.getList({ resource: 'visits', filters: [{ field: 'nothing', operator: 'eq', value: 1 }] }),
  ).rejects.toMatchObject({ response: { status: 403 } })
})

test('changes and deletes what it is given the version of', async () => {
  const { rest } = await withVisits()
  await expect(rest.update({ resource: 'visits', id: 1, variables: { minutes: 5 } })).rejects.toMatchObject({
    response: { status: 428 },
  })
  const { data } = await rest.update({
    resource: 'visits',
    id: 1,
    variables: { minutes: 5 },
    meta: { headers: { 'If-Match': '"1"' } },
  })
  expect(data).toMatchObject({ minutes: 5, version: 2 })
  await rest.deleteOne({ resource: 'visits', id: 1, meta: { headers: { 'If-Match': '"2"' } } })
  await expect(rest.getOne({ resource: 'visits', id: 1 })).rejects.toMatchObject({ response: { status: 404 } })
})
