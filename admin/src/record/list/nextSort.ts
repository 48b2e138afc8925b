import type { ListSort } from './listState.ts'

interface Click {
  /** The sort in force, the default included. */
  sort: ListSort[]
  field: string
  /** Keeps the other columns: a click with Shift. */
  add: boolean
}

/** The sort after a click on a header: ascending, descending, then no longer by it. */
export function nextSort({ sort, field, add }: Click): ListSort[] {
  const present = sort.find((one) => one.field === field)
  const order = present === undefined ? 'asc' : present.order === 'asc' ? 'desc' : undefined
  if (!add) return order ? [{ field, order }] : []
  if (!present) return [...sort, { field, order: 'asc' } as const].slice(-mostSorts)
  return sort.flatMap((one) => (one.field !== field ? [one] : order ? [{ field, order }] : []))
}

/** The API takes no more; the oldest gives way. */
const mostSorts = 5

/** Whether two sorts say the same. */
export function sameSort(one: ListSort[], other: ListSort[]): boolean {
  return (
    JSON.stringify(one.map(({ field, order }) => [field, order])) ===
    JSON.stringify(other.map(({ field, order }) => [field, order]))
  )
}
