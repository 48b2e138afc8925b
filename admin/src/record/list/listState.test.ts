import { expect, test } from 'vitest'
import { customers } from '../../../test/customers.ts'
import { emptyState, type ListFilter, type ListState, pageSizes } from './listState.ts'
import { readListState } from './readListState.ts'
import { writeListState } from './writeListState.ts'

const read = (search: string, hidden?: unknown) => readListState({ resource: customers, search, hidden })

/** Every condition that the address of this resource can say. */
const conditions: ListFilter[] = [
  { field: 'status', operator: 'eq', value: 'active' },
  { field: 'status', operator: 'ne', value: 'active' },
  { field: 'status', operator: 'in', value: ['active', 'blocked'] },
  { field: 'status', operator: 'nin', value: ['cancelled'] },
  { field: 'brand', operator: 'under', value: '3' },
  { field: 'brand', operator: 'in', value: ['3', '4'] },
  { field: 'brand', operator: 'null', value: 'true' },
  { field: 'fee', operator: 'between', value: ['-100', '2500'] },
  { field: 'rate', operator: 'gte', value: '1.5' },
  { field: 'createdAt', operator: 'between', value: ['2026-01-01T03:00:00.000Z', '2026-02-01T02:59:59.999Z'] },
  { field: 'active', operator: 'eq', value: 'false' },
  { field: 'city', operator: 'like', value: 'São & Paulo = 100%?' },
  { field: 'city', operator: 'in', value: ['Rio, o Grande', 'Belém'] },
  { field: 'name', operator: 'like', value: 'joão' },
  { field: 'cpf', operator: 'starts', value: '111' },
]

const states: ListState[] = [
  emptyState,
  ...conditions.map((filter) => ({ ...emptyState, filters: [filter] })),
  ...conditions.flatMap((one, at) => conditions.slice(at + 1).map((other) => both(one, other))),
  ...pageSizes.map((pageSize) => ({ ...emptyState, page: 3, pageSize })),
  {
    ...emptyState,
    sort: [
      { field: 'name', order: 'desc' },
      { field: 'createdAt', order: 'asc' },
    ],
  },
  { ...emptyState, q: 'joão', trail: ['one', 'two'] },
]

/** Open conditions come before personal ones, which are read from another place. */
function both(one: ListFilter, other: ListFilter): ListState {
  const isPersonal = ({ field }: ListFilter) => field === 'name' || field === 'cpf'
  const filters = [one, other].sort((a, b) => Number(isPersonal(a)) - Number(isPersonal(b)))
  return { ...emptyState, filters }
}

test('a state that goes into the address and its history entry comes out of them the same', () => {
  for (const state of states) {
    const { search, hidden } = writeListState(customers, state)
    expect(read(search, hidden)).toEqual({ state, unknown: [] })
  }
})

test('the address holds neither the search nor a condition on personal data', () => {
  for (const state of states) {
    const { search } = writeListState(customers, { ...state, q: 'segredo' })
    expect(search).not.toMatch(/segredo|jo%C3%A3o|name_like|cpf|[?&]q=/)
  }
})

test('what is as it is from the start leaves no trace in the address', () => {
  expect(writeListState(customers, emptyState).search).toBe('')
})

test.each([
  ['?q=joão', { q: 'joão' }],
  ['?name_like=jo', { filters: [{ field: 'name', operator: 'like', value: 'jo' }] }],
  ['?status=active&status=blocked', { filters: [{ field: 'status', operator: 'in', value: ['active', 'blocked'] }] }],
  ['?status_in=active,blocked', { filters: [{ field: 'status', operator: 'in', value: ['active', 'blocked'] }] }],
  ['?_start=50&_end=75', { page: 3 }],
  ['?_start=100&_end=200', { page: 2, pageSize: 100 }],
  ['?_start=0&_end=7', { pageSize: 25 }],
  ['?_start=30', { page: 2 }],
  ['?_start=-25&_end=0', { page: 1 }],
  ['?_start=many&_end=NaN', { page: 1, pageSize: 25 }],
  [
    '?_sort=status,createdAt&_order=desc',
    {
      sort: [
        { field: 'status', order: 'desc' },
        { field: 'createdAt', order: 'asc' },
      ],
    },
  ],
])('%s is understood', (search, expected) => {
  expect(read(search)).toEqual({ state: { ...emptyState, ...expected }, unknown: [] })
})

test.each([
  ['?nmae_like=jo', 'nmae_like'],
  ['?status_near=active', 'status_near'],
  ['?status=asleep', 'status'],
  ['?status_in=active&status_in=asleep', 'status_in'],
  ['?status_like=act', 'status_like'],
  ['?brand=acme', 'brand'],
  ['?fee_between=1', 'fee_between'],
  ['?fee=1.5', 'fee'],
  ['?active=perhaps', 'active'],
  ['?createdAt_gte=yesterday', 'createdAt_gte'],
  ['?brand_null=maybe', 'brand_null'],
  ['?city_like=', 'city_like'],
  ['?city_like=a&city_like=b', 'city_like'],
  ['?_sort=secret', '_sort'],
  ['?_after=abc', '_after'],
  ['?__proto__=1', '__proto__'],
])('%s is set aside, shown and not asked', (search, parameter) => {
  const { state, unknown } = read(search)

  expect(unknown.map((one) => one.parameter)).toEqual([parameter])
  expect(state).toEqual(emptyState)
  expect(
    readListState({ resource: customers, search: writeListState(customers, state, unknown).search, hidden: null })
      .unknown,
  ).toEqual(unknown)
})

test.each([
  null,
  'list',
  { list: 7 },
  { list: { q: 7, filters: 'all', trail: {} } },
  {
    list: {
      filters: [
        null,
        { field: 'name' },
        { field: 'gone', operator: 'eq', value: 'x' },
        { field: 'name', operator: 'like', value: [] },
      ],
    },
  },
])('a history entry of another shape counts for nothing: %j', (hidden) => {
  expect(read('', hidden).state).toEqual(emptyState)
})
