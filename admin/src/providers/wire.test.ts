import type { CrudFilter } from '@refinedev/core'
import { stringify } from '@refinedev/simple-rest'
import { expect, test } from 'vitest'
import { wireFilters } from './wire.ts'

/** The query as simple-rest writes it. */
const written = (...filters: CrudFilter[]) =>
  stringify(Object.fromEntries(wireFilters(filters).map(({ field, value }) => [field, value])))

test.each<[string, CrudFilter, string]>([
  ['eq', { field: 'status', operator: 'eq', value: 'active' }, 'status=active'],
  ['eq of several', { field: 'status', operator: 'eq', value: ['active', 'blocked'] }, 'status=active&status=blocked'],
  ['ne', { field: 'status', operator: 'ne', value: 'active' }, 'status_ne=active'],
  ['lt', { field: 'age', operator: 'lt', value: 5 }, 'age_lt=5'],
  ['lte', { field: 'age', operator: 'lte', value: 5 }, 'age_lte=5'],
  ['gt', { field: 'age', operator: 'gt', value: 5 }, 'age_gt=5'],
  ['gte', { field: 'age', operator: 'gte', value: 0 }, 'age_gte=0'],
  ['contains', { field: 'name', operator: 'contains', value: 'jo' }, 'name_like=jo'],
  ['startswith', { field: 'name', operator: 'startswith', value: 'Jo' }, 'name_starts=Jo'],
  ['in', { field: 'id', operator: 'in', value: [1, 2] }, 'id_in=1&id_in=2'],
  ['in of nothing, which matches nothing', { field: 'id', operator: 'in', value: [] }, 'id_in='],
  ['nin', { field: 'id', operator: 'nin', value: [1, 2] }, 'id_nin=1&id_nin=2'],
  ['nin of nothing, which excludes nothing', { field: 'id', operator: 'nin', value: [] }, ''],
  ['between', { field: 'age', operator: 'between', value: [1, 9] }, 'age_between=1&age_between=9'],
  ['null', { field: 'email', operator: 'null', value: true }, 'email_null=true'],
  ['nnull', { field: 'email', operator: 'nnull', value: true }, 'email_null=false'],
  ['eq null', { field: 'email', operator: 'eq', value: null }, 'email_null=true'],
  ['ne null', { field: 'email', operator: 'ne', value: null }, 'email_null=false'],
  ['false', { field: 'active', operator: 'eq', value: false }, 'active=false'],
  [
    'a moment',
    { field: 'createdAt', operator: 'gte', value: new Date(0) },
    'createdAt_gte=1970-01-01T00%3A00%3A00.000Z',
  ],
  ['no value', { field: 'name', operator: 'contains', value: '' }, ''],
  [
    'and',
    {
      operator: 'and',
      value: [
        { field: 'a', operator: 'eq', value: 1 },
        { field: 'b', operator: 'gt', value: 2 },
      ],
    },
    'a=1&b_gt=2',
  ],
  ['a parameter as it stands on the wire', { field: 'brand_under', operator: 'eq', value: '3' }, 'brand_under=3'],
])('%s', (_, filter, query) => {
  expect(written(filter)).toBe(query)
})

test.each<[string, CrudFilter]>([
  ['endswith', { field: 'name', operator: 'endswith', value: 'a' }],
  ['ncontains', { field: 'name', operator: 'ncontains', value: 'a' }],
  ['containss', { field: 'name', operator: 'containss', value: 'a' }],
  ['eqs', { field: 'name', operator: 'eqs', value: 'a' }],
  ['or', { operator: 'or', value: [] }],
  ['between with one end', { field: 'age', operator: 'between', value: [1] }],
  ['eq of nothing', { field: 'age', operator: 'eq', value: [] }],
  ['an object', { field: 'age', operator: 'eq', value: { id: 1 } }],
])('what the wire cannot say is refused, never sent as something else: %s', (_, filter) => {
  expect(() => wireFilters([filter])).toThrow(expect.objectContaining({ statusCode: 400 }))
})

test('two conditions on one field both arrive', () => {
  expect(written({ field: 'age', operator: 'gte', value: 1 }, { field: 'age', operator: 'lt', value: 9 })).toBe(
    'age_gte=1&age_lt=9',
  )
})

test('a condition that would overwrite another is refused', () => {
  const filters: CrudFilter[] = [
    { field: 'customer', operator: 'eq', value: 1 },
    { field: 'customer', operator: 'eq', value: 2 },
  ]

  expect(() => wireFilters(filters)).toThrow(expect.objectContaining({ statusCode: 400 }))
})
