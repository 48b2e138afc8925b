import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'
import { type CrudFilter, type HttpError, useList } from '@refinedev/core'
import { keepPreviousData } from '@tanstack/react-query'
import { useMemo } from 'react'
import type { Row } from '../page/row.ts'
import { parameterOf } from './changeFilters.ts'
import { fieldsToAsk } from './columns.ts'
import { defaultSort, type ListFilter, type ListState } from './listState.ts'
import type { Total } from './pages.ts'

/** The rows of one question, in whatever state their loading is. */
export interface Rows {
  rows: Row[]
  /** Absent before the first answer. */
  total?: Total
  nextCursor?: string
  /** Nothing to show yet. */
  isLoading: boolean
  /** The rows are those of the question before, while the answer to the present one is under way. */
  isFormer: boolean
  isFetching: boolean
  /** There are no rows because of it. */
  error: HttpError | null
  /** The rows are there, but could not be fetched anew. */
  isOutdated: boolean
  retry: () => void
}

interface Question {
  resource: ResourceMeta
  columns: FieldMeta[]
  state: ListState
  /** Left out: asked. */
  enabled?: boolean
}

/** The rows of the list. Refine's `useTable` keeps a copy of filters, sort and page that Back does not reach; here the address holds them. */
export function useRows({ resource, columns, state, enabled = true }: Question): Rows {
  const { filters, sort, page, pageSize, q, trail } = state
  const asked = useMemo(() => crudFilters(filters, trail.at(-1)), [filters, trail])
  const fields = useMemo(() => fieldsToAsk(resource, columns), [resource, columns])
  const { query } = useList<Row, HttpError>({
    resource: resource.name,
    pagination: { currentPage: trail.length > 0 ? 1 : page, pageSize },
    filters: asked,
    sorters: sort.length > 0 ? sort : defaultSort(resource),
    meta: { q: q || undefined, fields, ifMatch: undefined },
    queryOptions: { enabled, placeholderData: keepPreviousData, staleTime: 0 },
    successNotification: false,
    errorNotification: false,
  })
  return {
    rows: query.data?.data ?? none,
    total: query.data && totalOf(query.data),
    nextCursor: query.data?.nextCursor,
    isLoading: query.isPending,
    isFormer: query.isPlaceholderData,
    isFetching: query.isFetching,
    // Rows that may not be read any more do not stay for being better than none.
    error: query.data && query.error?.statusCode !== 403 ? null : query.error,
    isOutdated: query.isError && query.data !== undefined,
    retry: () => void query.refetch(),
  }
}

const none: Row[] = []

/** Every condition is handed on as the parameter it is on the wire: Refine has no word for some of them. */
function crudFilters(filters: ListFilter[], after?: string): CrudFilter[] {
  const asked: CrudFilter[] = filters.map((filter) => ({
    field: parameterOf(filter),
    operator: 'eq',
    value: filter.value,
  }))
  return after ? [...asked, { field: '_after', operator: 'eq', value: after }] : asked
}

/** How many rows match, and how exactly that is known, from the answer to a list. */
export function totalOf({ total, totalCapped, totalEstimated }: { total: number; [fact: string]: unknown }): Total {
  if (totalCapped) return { count: total, precision: 'capped' }
  return { count: total, precision: totalEstimated ? 'estimated' : 'exact' }
}
