import { beforeEach, expect, test } from 'vitest'
import { aMetadata, fakeApi, json, problem } from '../../test/fakeApi.ts'
import { dataProvider } from './data.ts'
import { rememberPaths } from './paths.ts'

beforeEach(() => rememberPaths(aMetadata.resources))

test('a list asks for its page, order, filters and search, and knows its total', async () => {
  const calls = fakeApi(() => json([{ id: 1 }], { 'X-Total-Count': '137', 'X-Total-Capped': 'true' }))

  const list = await dataProvider.getList({
    resource: 'customer',
    pagination: { currentPage: 3, pageSize: 20, mode: 'server' },
    sorters: [
      { field: 'name', order: 'asc' },
      { field: 'id', order: 'desc' },
    ],
    filters: [{ field: 'status', operator: 'in', value: ['active', 'blocked'] }],
    meta: { q: ' joão ', fields: ['name', 'email'] },
  })

  expect(calls).toMatchObject([{ method: 'GET', body: undefined }])
  expect(new URLSearchParams(calls[0]?.url.split('?')[1]).toString().split('&').sort()).toEqual([
    '_end=60',
    '_fields=name%2Cemail',
    '_order=asc%2Cdesc',
    '_sort=name%2Cid',
    '_start=40',
    'q=jo%C3%A3o',
    'status_in=active',
    'status_in=blocked',
  ])
  expect(list).toEqual({
    data: [{ id: 1 }],
    total: 137,
    totalCapped: true,
    totalEstimated: false,
    nextCursor: undefined,
  })
})

test('many records are read by their ids, and none without asking', async () => {
  const calls = fakeApi(() => json([{ id: 1 }, { id: 2 }]))

  await dataProvider.getMany?.({ resource: 'customer', ids: [1, 2, 2] })
  const none = await dataProvider.getMany?.({ resource: 'customer', ids: [] })

  expect(calls.map(({ url }) => url)).toEqual(['/api/customers?id=1&id=2'])
  expect(none).toEqual({ data: [] })
})

test('a change carries the version it was made on', async () => {
  const calls = fakeApi(() => json({ id: 3, version: 8 }))

  await dataProvider.update({ resource: 'customer', id: 3, variables: { name: 'Ana' }, meta: { ifMatch: 7 } })
  await dataProvider.deleteOne({ resource: 'customer', id: 3, meta: { ifMatch: '*' } })

  expect(calls.map(({ method, url, headers, body }) => [method, url, headers.get('If-Match'), body])).toEqual([
    ['PATCH', '/api/customers/3', '"7"', { name: 'Ana' }],
    ['DELETE', '/api/customers/3', '*', undefined],
  ])
})

test('what is wrong with a field comes back under its name', async () => {
  fakeApi(() => problem(422, 'invalid', { errors: { name: ['Preencha este campo.'] } }))

  const refusal = dataProvider.create({ resource: 'customer', variables: { name: '' } })

  await expect(refusal).rejects.toMatchObject({
    statusCode: 422,
    errors: { name: ['Preencha este campo.'] },
    message: 'invalid, in words',
  })
})

test('an id cannot leave its resource', async () => {
  const calls = fakeApi(() => json({}))

  await dataProvider.getOne({ resource: 'customer', id: '../users/3' })
  await dataProvider.getOne({ resource: 'customer', id: '..%2Fusers%2F3' })
  await dataProvider.getOne({ resource: 'customer', id: '3?x=1#y' })

  expect(calls.map(({ url }) => url)).toEqual([
    '/api/customers/..%2Fusers%2F3',
    '/api/customers/..%252Fusers%252F3',
    '/api/customers/3%3Fx%3D1%23y',
  ])
})

test.each(['..', '.'])('an id that the browser would resolve is not sent: %s', async (id) => {
  const calls = fakeApi(() => json({}))

  await expect(dataProvider.deleteOne({ resource: 'customer', id, meta: { ifMatch: '*' } })).rejects.toMatchObject({
    statusCode: 404,
  })
  expect(calls).toEqual([])
})

test('a resource the person may not see asks nothing of the API', async () => {
  const calls = fakeApi(() => json([]))

  await expect(dataProvider.getList({ resource: 'secret' })).rejects.toMatchObject({ statusCode: 404 })
  expect(calls).toEqual([])
})

test('only known keys of meta reach the wire', async () => {
  const calls = fakeApi(() => json({ id: 3 }))
  const meta = { method: 'delete', headers: { 'If-Match': '*', 'X-Evil': '1' }, query: { a: 1 } }

  await dataProvider.getOne({ resource: 'customer', id: 3, meta })
  await dataProvider.update({ resource: 'customer', id: 3, variables: {}, meta })

  expect(calls.map(({ method }) => method)).toEqual(['GET', 'PATCH'])
  expect(calls.flatMap(({ headers }) => [headers.get('If-Match'), headers.get('X-Evil')])).toEqual([
    null,
    null,
    null,
    null,
  ])
})
