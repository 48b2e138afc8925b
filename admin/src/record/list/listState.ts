import { defaultPageSize, type FieldMeta, type ResourceMeta } from '@ficha/api/contract'
import type { FilterValue } from '../../kinds/view.ts'

/** One condition of the list, on a field of the resource. */
export interface ListFilter extends FilterValue {
  field: string
}

/** One column the list is sorted by. */
export interface ListSort {
  field: string
  order: 'asc' | 'desc'
}

/** Everything that decides which rows the list shows, in the order it shows them. */
export interface ListState {
  filters: ListFilter[]
  /** Empty: the order the resource asks for. */
  sort: ListSort[]
  /** Counted from 1. */
  page: number
  pageSize: number
  /** The text of the search box. */
  q: string
  /** Cursors walked past the deepest page, the present one last. Empty: the page counts. */
  trail: string[]
}

/** A parameter of the address that says nothing to this resource: a misspelt field, a value that cannot be. */
export interface UnknownParameter {
  parameter: string
  values: string[]
}

/** What of the list stays out of the address: it names people. Kept in the history entry, so that Back brings it again. */
export interface HiddenState {
  q: string
  filters: ListFilter[]
  trail: string[]
}

/** The choices of rows a page. */
export const pageSizes = [25, 50, 100, 200]

/** A list nobody has changed anything about. */
export const emptyState: ListState = { filters: [], sort: [], page: 1, pageSize: defaultPageSize, q: '', trail: [] }

/** Whether anything narrows the list. */
export function isNarrowed(state: ListState): boolean {
  return state.q !== '' || state.filters.length > 0
}

/** The sort of a resource as its definition writes it: `name`, or `-createdAt` to descend. */
export function defaultSort(resource: ResourceMeta): ListSort[] {
  const { sort } = resource.list
  if (sort === '') return []
  return [sort.startsWith('-') ? { field: sort.slice(1), order: 'desc' } : { field: sort, order: 'asc' }]
}

/** The field of that name, when this person may read it. */
export function fieldOf(resource: ResourceMeta, name: string): FieldMeta | undefined {
  return resource.fields.find((field) => field.name === name)
}
