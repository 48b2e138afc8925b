import { expect, test } from 'vitest'
import { aRecord, customers } from '../../../test/customers.ts'
import { changeFilters, chipsOf } from './changeFilters.ts'
import { columnsOf, fieldsToAsk, moveColumn } from './columns.ts'
import { columnWidths } from './columnWidths.ts'
import { emptyState, type ListFilter, type ListSort } from './listState.ts'
import { newLabel } from './newLabel.ts'
import { nextSort } from './nextSort.ts'
import { pageNumbers, placeOf, type Total } from './pages.ts'
import { treeRows } from './treeRows.ts'

const status: ListFilter = { field: 'status', operator: 'in', value: ['active'] }
const from: ListFilter = { field: 'createdAt', operator: 'gte', value: '2026-01-01' }
const until: ListFilter = { field: 'createdAt', operator: 'lte', value: '2026-02-01' }

test('a condition changes in its place, and each parameter stands once', () => {
  const none: ListFilter = { field: 'status', operator: 'null', value: 'true' }
  expect(changeFilters([status, from], { field: 'status', from: status, to: none })).toEqual([none, from])
  expect(changeFilters([from, until], { field: 'createdAt', from, to: until })).toEqual([until])
  expect(changeFilters([from], { field: 'status', to: status })).toEqual([from, status])
})

test('a condition without a value goes away', () => {
  expect(changeFilters([status, from], { field: 'status', from: status })).toEqual([from])
  expect(changeFilters([status], { field: 'status', from: status, to: { operator: 'in', value: [] } })).toEqual([])
})

test('the configured filters have their chips, two conditions of one field have two, the rest follows', () => {
  const city: ListFilter = { field: 'city', operator: 'like', value: 'b' }
  expect(chipsOf(customers, [city, until, from], ['notes', 'rate'])).toEqual([
    { field: 'brand' },
    { field: 'status' },
    { field: 'createdAt', filter: until },
    { field: 'createdAt', filter: from },
    { field: 'city', filter: city },
    { field: 'rate' },
  ])
})

test('the title is the first column whatever was chosen, and fields that are gone are no columns', () => {
  const names = (chosen?: string[]) => columnsOf(customers, chosen).map(({ name }) => name)
  expect(names()).toEqual(['name', 'status', 'brand', 'fee', 'createdAt'])
  expect(names(['city', 'gone', 'name'])).toEqual(['name', 'city'])
})

test('the API is asked for the columns, and for the parent of a tree', () => {
  expect(fieldsToAsk({ ...customers, tree: 'brand' }, columnsOf(customers, ['city']))).toEqual([
    'name',
    'city',
    'brand',
  ])
})

test('a column moves a step, never before the title or past the end', () => {
  expect(moveColumn(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moveColumn(['a', 'b', 'c'], 'b', -1)).toEqual(['a', 'b', 'c'])
  expect(moveColumn(['a', 'b', 'c'], 'c', 1)).toEqual(['a', 'b', 'c'])
  expect(moveColumn(['a', 'b', 'c'], 'a', 1)).toEqual(['a', 'b', 'c'])
})

test('columns share the room that is left, and keep what they need when there is none', () => {
  const wishes = [
    { least: 200, grow: 3 },
    { least: 100, grow: 1 },
    { least: 100, grow: 0 },
  ]
  expect(columnWidths(wishes, 800)).toEqual([500, 200, 100])
  expect(columnWidths(wishes, 300)).toEqual([200, 100, 100])
  for (let room = 400; room < 700; room++) {
    expect(columnWidths(wishes, room).reduce((sum, width) => sum + width, 0)).toBe(room)
  }
})

const byName: ListSort[] = [{ field: 'name', order: 'asc' }]
const byTwo: ListSort[] = [
  { field: 'name', order: 'desc' },
  { field: 'status', order: 'asc' },
]

test.each<[ListSort[], string, boolean, ListSort[]]>([
  [[], 'name', false, [{ field: 'name', order: 'asc' }]],
  [byName, 'name', false, [{ field: 'name', order: 'desc' }]],
  [[{ field: 'name', order: 'desc' }], 'name', false, []],
  [byTwo, 'status', false, [{ field: 'status', order: 'desc' }]],
  [byName, 'status', true, [...byName, { field: 'status', order: 'asc' }]],
  [
    byTwo,
    'status',
    true,
    [
      { field: 'name', order: 'desc' },
      { field: 'status', order: 'desc' },
    ],
  ],
  [byTwo, 'name', true, [{ field: 'status', order: 'asc' }]],
])('%j, a click on %s (with Shift: %s) sorts by %j', (sort, field, add, expected) => {
  expect(nextSort({ sort, field, add })).toEqual(expected)
})

const exact = (count: number): Total => ({ count, precision: 'exact' })

test('the last page has its last row and no next', () => {
  const place = placeOf({ state: { ...emptyState, page: 5 }, total: exact(110), rows: 10, nextCursor: 'x' })
  expect(place).toMatchObject({ from: 101, to: 110, pageCount: 5, previous: { page: 4 }, next: undefined })
})

test('past the last page with a number the list goes on by cursor, and back again', () => {
  const capped: Total = { count: 10_000, precision: 'capped' }
  const last = placeOf({ state: { ...emptyState, page: 400 }, total: capped, rows: 25, nextCursor: 'one' })
  expect(last).toMatchObject({ pageCount: 400, deep: false, next: { page: 400, trail: ['one'] } })

  const deep = placeOf({
    state: { ...emptyState, page: 400, trail: ['one'] },
    total: capped,
    rows: 25,
    nextCursor: 'two',
  })
  expect(deep).toMatchObject({
    from: 10_001,
    to: 10_025,
    deep: true,
    next: { trail: ['one', 'two'] },
    previous: { page: 400, trail: [] },
  })

  const end = placeOf({
    state: { ...emptyState, page: 400, trail: ['one', 'two'] },
    total: capped,
    rows: 3,
    nextCursor: 'three',
  })
  expect(end).toMatchObject({ from: 10_026, to: 10_028, next: undefined, previous: { trail: ['one'] } })
})

test.each([
  [1, 1, [1]],
  [1, 3, [1, 2, 3]],
  [1, 49, [1, 2, -2, 49]],
  [4, 49, [1, 2, 3, 4, 5, -5, 49]],
  [25, 49, [1, -1, 24, 25, 26, -26, 49]],
  [49, 49, [1, -1, 48, 49]],
])('on page %i of %i the buttons are %j', (page, pageCount, expected) => {
  expect(pageNumbers(page, pageCount)).toEqual(expected)
})

const leaf = (id: number, parent?: number) =>
  aRecord(id, { parent: parent === undefined ? null : { id: parent, title: '' } })
const drawn = (rows: ReturnType<typeof leaf>[], isOpen: (id: number) => boolean = () => true) =>
  treeRows({ rows, parent: 'parent', isOpen }).map(({ row, branch }) => [row.id, branch?.level, branch?.open])

test('rows stand below the one they belong to, in the order they came', () => {
  expect(drawn([leaf(1), leaf(2, 1), leaf(3), leaf(4, 2), leaf(5, 1)])).toEqual([
    [1, 1, true],
    [2, 2, true],
    [4, 3, undefined],
    [5, 2, undefined],
    [3, 1, undefined],
  ])
})

test('what is below a closed row is not drawn', () => {
  expect(drawn([leaf(1), leaf(2, 1), leaf(4, 2)], (id) => id !== 1)).toEqual([[1, 1, false]])
})

test('a row whose parent may not be seen is a root, and a circle loses nothing', () => {
  expect(drawn([leaf(7, 99)])).toEqual([[7, 1, undefined]])
  expect(
    drawn([leaf(1, 2), leaf(2, 1), leaf(3, 3)])
      .map(([id]) => id)
      .sort(),
  ).toEqual([1, 2, 3])
})

test('of a large tree a row that was never opened may have something below it', () => {
  const [model] = treeRows({ rows: [leaf(1)], parent: 'parent', isOpen: () => false, below: () => 'unknown' })
  expect(model?.branch).toMatchObject({ open: false, below: 'unknown' })
})

test.each([
  ['Cliente', 'list.new.masculine', 'cliente'],
  ['Marca', 'list.new.feminine', 'marca'],
  ['Forma de pagamento', 'list.new.feminine', 'forma de pagamento'],
  ['Grupo de permissões', 'list.new.masculine', 'grupo de permissões'],
  ['Permissão', 'list.new.feminine', 'permissão'],
  ['Cidade', 'list.new.feminine', 'cidade'],
  ['Veículo', 'list.new.masculine', 'veículo'],
  ['Sistema', 'list.new.masculine', 'sistema'],
  ['Mensagem', 'list.new.feminine', 'mensagem'],
  ['CNH', 'list.new.masculine', 'CNH'],
])('a new %s', (label, key, inside) => {
  expect(newLabel(label)).toEqual({ key, params: { label: inside } })
})
