import { useInfiniteQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { fetchLookup, type LookupRow, parametersOf } from './fetchLookup.ts'
import { lookupKey, useLookupPath } from './lookup.ts'
import type { PickerProps } from './picker.ts'

/** A record of a tree as antd's tree select draws it. */
export interface Branch {
  value: number
  title: string
  /** `Acme › Sul`, what the search looks into and what a chosen record is called. */
  path: string
  children?: Branch[]
}

const rowsAtOnce = 200
/** Larger trees are searched on the server. */
export const wholeTree = 1000

interface Wanted extends Pick<PickerProps, 'resource' | 'where' | 'reaching'> {
  /** Nothing is asked before somebody looks. */
  enabled: boolean
}

/** Every record of a tree that may be chosen, as far as `wholeTree` goes. */
export function useTree({ resource, where, reaching, enabled }: Wanted) {
  const path = useLookupPath(resource)
  const query = useInfiniteQuery({
    queryKey: [...lookupKey(resource), 'tree', where, reaching],
    queryFn: ({ pageParam, signal }) =>
      fetchLookup(
        `${path}?${parametersOf({ where, reaching, start: pageParam, end: pageParam + rowsAtOnce })}`,
        signal,
      ),
    initialPageParam: 0,
    getNextPageParam: ({ total }, _, start) => {
      const next = start + rowsAtOnce
      return next < Math.min(total, wholeTree) ? next : undefined
    },
    enabled: enabled && path !== undefined,
    staleTime: 60_000,
  })
  const { hasNextPage, isFetching, isError, fetchNextPage } = query
  useEffect(() => {
    if (hasNextPage && !isFetching && !isError) void fetchNextPage()
  }, [hasNextPage, isFetching, isError, fetchNextPage])
  const pages = query.data?.pages ?? []
  return {
    ...query,
    rows: pages.flatMap(({ rows }) => rows),
    total: pages[0]?.total ?? 0,
    isSearching: isFetching || hasNextPage,
  }
}

/** Rows as branches. A row whose parent is not among them, because it may not be seen or chosen, stands at the top under its whole path. */
export function branchesOf(rows: readonly LookupRow[]): Branch[] {
  const branches = rows.map((row): Branch => {
    const title = row.title || `#${row.id}`
    return { value: row.id, title, path: row.path || title }
  })
  const byPath = new Map(branches.map((branch) => [branch.path, branch]))
  const roots: Branch[] = []
  for (const branch of branches) {
    const parent = byPath.get(parentPath(branch))
    if (parent && parent !== branch) parent.children = [...(parent.children ?? []), branch]
    else roots.push(Object.assign(branch, { title: branch.path }))
  }
  return roots
}

/** Ids of everything above these records, so that they are in sight when the tree opens. */
export function ancestorsOf(rows: readonly LookupRow[], ids: readonly number[]): number[] {
  const paths = rows.filter(({ id }) => ids.includes(id)).map(({ path = '' }) => path)
  return rows.filter((row) => paths.some((path) => path.startsWith(`${row.path} › `))).map(({ id }) => id)
}

function parentPath({ path, title }: Branch): string {
  const end = ` › ${title}`
  return path.endsWith(end) ? path.slice(0, -end.length) : ''
}
