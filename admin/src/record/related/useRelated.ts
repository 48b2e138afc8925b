import type { FieldMeta, RelatedMeta, ResourceMeta } from '@ficha/api/contract'
import { type CrudSort, useTable } from '@refinedev/core'
import type { ApiError } from '../../providers/api.ts'
import { fieldsOf } from '../page/fields.ts'
import type { Row } from '../page/row.ts'

/** Rows of a related list on one page. */
export const relatedPageSize = 10

/** The records of another resource that point to this one, a page at a time. */
export function useRelated(resource: ResourceMeta, { via }: RelatedMeta, parentId: number) {
  return useTable<Row, ApiError>({
    resource: resource.name,
    syncWithLocation: false,
    liveMode: 'off',
    errorNotification: false,
    pagination: { pageSize: relatedPageSize },
    sorters: { initial: initialSort(resource) },
    filters: { permanent: [{ field: via, operator: 'eq', value: parentId }] },
    // The page that is there stays until the next one has come; another parent is another list, by its key.
    queryOptions: { placeholderData: (former) => former },
  })
}

/** The columns of a related list: the title first, since it names the row. */
export function relatedColumns(resource: ResourceMeta, { columns, via }: RelatedMeta): FieldMeta[] {
  const names = [...new Set([resource.title, ...columns])]
  return fieldsOf(names, resource.fields).filter(({ name }) => name !== via)
}

function initialSort({ list: { sort } }: ResourceMeta): CrudSort[] {
  return [{ field: sort.replace(/^-/, ''), order: sort.startsWith('-') ? 'desc' : 'asc' }]
}
