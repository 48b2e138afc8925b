import { type FieldMeta, maxPageSize, type ResourceMeta } from '@ficha/api/contract'
import { useDataProvider, useKeys } from '@refinedev/core'
import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useCallback } from 'react'
import type { Row } from '../page/row.ts'
import { fieldsToAsk } from './columns.ts'
import { defaultSort, type ListState } from './listState.ts'
import type { Below } from './treeRows.ts'

interface Question {
  resource: ResourceMeta
  columns: FieldMeta[]
  state: ListState
  parent: string | undefined
  /** Ids of the rows whose children are wanted; the same array while they are the same. */
  opened: readonly number[]
}

/** What was loaded of a large tree below its roots. */
export interface Branches {
  rows: Row[]
  /** What is known of what is below a row. */
  below: (id: number) => Below
  retry: (id: number) => void
}

/** The children of the opened rows of a tree too large to come whole. */
export function useBranches({ resource, columns, state, parent = '', opened }: Question): Branches {
  const { getList } = useDataProvider()()
  const { keys } = useKeys()
  const fields = fieldsToAsk(resource, columns)
  const sorters = state.sort.length > 0 ? state.sort : defaultSort(resource)

  async function childrenOf(id: number): Promise<Row[]> {
    const rows: Row[] = []
    for (let currentPage = 1; ; currentPage++) {
      const { data } = await getList<Row>({
        resource: resource.name,
        pagination: { currentPage, pageSize: maxPageSize, mode: 'server' },
        filters: [{ field: parent, operator: 'eq', value: id }],
        sorters,
        meta: { fields },
      })
      rows.push(...data)
      if (data.length < maxPageSize) return rows
    }
  }

  const combine = useCallback(
    (answers: UseQueryResult<Row[]>[]): Branches => {
      const byId = new Map(opened.map((id, at) => [id, answers[at]]))
      return {
        rows: answers.flatMap(({ data }) => data ?? []),
        below: (id) => belowOf(byId.get(id)),
        retry: (id) => void byId.get(id)?.refetch(),
      }
    },
    [opened],
  )
  return useQueries({
    queries: opened.map((id) => ({
      queryKey: keys()
        .data()
        .resource(resource.name)
        .action('list')
        .params({ below: id, parent, sorters, fields })
        .get(),
      queryFn: () => childrenOf(id),
    })),
    combine,
  })
}

function belowOf(answer: UseQueryResult<Row[]> | undefined): Below {
  if (!answer) return 'unknown'
  if (answer.data) return answer.data.length > 0 ? 'some' : 'none'
  return answer.isError ? 'failed' : 'loading'
}
