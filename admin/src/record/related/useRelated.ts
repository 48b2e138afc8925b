import type { FieldMeta, RelatedMeta, ResourceMeta } from '@ficha/api/contract'
import { type CrudSort, useTable } from '@refinedev/core'
import { useEffect } from 'react'
import type { ApiError } from '../../providers/api.ts'
import { totalOf } from '../list/useRows.ts'
import { fieldsOf } from '../page/fields.ts'
import type { Row } from '../page/row.ts'

/** Rows of a related list on one page. */
export const relatedPageSize = 10

/** The records of another resource that point to this one, a page at a time. */
export function useRelated(resource: ResourceMeta, related: RelatedMeta, parentId: number) {
  const { tableQuery, sorters, setSorters, currentPage, setCurrentPage } = useTable<Row, ApiError>({
    resource: resource.name,
    syncWithLocation: false,
    liveMode: 'off',
    errorNotification: false,
    pagination: { pageSize: relatedPageSize },
    sorters: { initial: initialSort(resource) },
    filters: { permanent: [{ field: related.via, operator: 'eq', value: parentId }] },
    // Rows that are edited in place need all their fields.
    meta: related.inline ? {} : { fields: relatedColumns(resource, related).map(({ name }) => name) },
    // The page that is there stays until the next one has come; another parent is another list, by its key.
    queryOptions: { placeholderData: (former) => former },
  })
  const { data: answer, isPending, error, refetch } = tableQuery
  const rows = answer?.data ?? []
  const isBeyond = answer !== undefined && rows.length === 0 && currentPage > 1
  const last = Math.max(1, Math.ceil((answer?.total ?? 0) / relatedPageSize))

  const initial = initialSort(resource)
  const isLost = sorters.some(({ field }) => !resource.fields.some(({ name }) => name === field))
  const canFall = isLost && sorters[0]?.field !== initial[0]?.field
  // biome-ignore lint/correctness/useExhaustiveDependencies: the order of a resource is another array in every drawing
  useEffect(() => {
    // What the list was sorted by may not be read any more.
    if (canFall) setSorters(initial)
  }, [canFall])

  useEffect(() => {
    // The last row of the last page was deleted.
    if (isBeyond) setCurrentPage(Math.min(last, currentPage - 1))
  }, [isBeyond, last, currentPage, setCurrentPage])

  return {
    rows,
    total: answer && totalOf(answer),
    isPending: isPending || isBeyond,
    error: rows.length > 0 && error?.statusCode !== 403 ? null : error,
    retry: () => void refetch(),
    sorters,
    sort: setSorters,
    page: currentPage,
    last,
    go: setCurrentPage,
  }
}

/** The columns of a related list: the title first, since it names the row. */
export function relatedColumns(resource: ResourceMeta, { columns, via }: RelatedMeta): FieldMeta[] {
  const names = [...new Set([resource.title, ...columns])]
  return fieldsOf(names, resource.fields).filter(({ name }) => name !== via)
}

function initialSort({ list: { sort } }: ResourceMeta): CrudSort[] {
  return [{ field: sort.replace(/^-/, ''), order: sort.startsWith('-') ? 'desc' : 'asc' }]
}
