import type { RecordCondition } from '@ficha/api/contract'
import { keys } from '@refinedev/core'
import { keepPreviousData, queryOptions, useQueries, useQuery, useQueryClient } from '@tanstack/react-query'
import { useMetadata } from '../providers/metadata.tsx'
import { fetchLookup, type LookupRow, parametersOf } from './fetchLookup.ts'
import type { Reaching } from './picker.ts'
import { titleLoader } from './titleLoader.ts'
import { useRested } from './useRested.ts'

/** Enough to choose from without scrolling for long; who wants another one types. */
const shownRows = 50
const freshMs = 60_000
const typingMs = 250

interface Sought {
  resource: string
  /** What was typed so far. */
  q: string
  /** Only records that fulfil this. */
  where?: RecordCondition
  reaching?: Reaching
  /** Nothing is asked before somebody looks. */
  enabled: boolean
}

/** The records that can be chosen for what was typed. A change of any record of the resource makes the answer stale. */
export function useLookup({ resource, q, where, reaching, enabled }: Sought) {
  const path = useLookupPath(resource)
  const settled = useRested(q.trim(), q.trim() === '' ? 0 : typingMs)
  const query = useQuery({
    queryKey: [...lookupKey(resource), settled, where, reaching],
    queryFn: ({ signal }) =>
      fetchLookup(`${path}?${parametersOf({ q: settled, where, reaching, end: shownRows })}`, signal),
    enabled: enabled && path !== undefined,
    staleTime: freshMs,
    placeholderData: keepPreviousData,
  })
  return { ...query, isSearching: query.isFetching || settled !== q.trim() }
}

/** What to call the records with these ids: a title, for trees the path, `#id` for one whose title may not be read. Asked for together, once. */
export function useTitles(
  resource: string,
  ids: readonly number[],
  known?: ReadonlyMap<number, string>,
): Map<number, string> {
  const path = useLookupPath(resource)
  const answers = useQueries({
    queries: ids.map((id) => ({
      ...titleQuery({ resource, id, path: path ?? '' }),
      enabled: path !== undefined && !known?.has(id),
    })),
  })
  return new Map(
    ids.map((id, at) => {
      const { data, isPending, isFetching } = answers[at] ?? {}
      return [id, known?.get(id) ?? (isPending && isFetching ? '…' : nameOf(data ?? { id }))]
    }),
  )
}

interface TitleAsked {
  resource: string
  id: number
  /** Of the look-up. */
  path: string
}

/** Asks for the record to name an id; several at once go out as one request. */
export function titleQuery({ resource, id, path }: TitleAsked) {
  return queryOptions({
    queryKey: titleKey(resource, id),
    queryFn: () => titleLoader(path, id),
    staleTime: freshMs,
  })
}

/** Keeps the title of a record that was just chosen, so that nobody has to ask for it. */
export function useRememberTitle(resource: string): (row: LookupRow) => void {
  const client = useQueryClient()
  return (row) => client.setQueryData(titleKey(resource, row.id), row)
}

/** What a record is called in a list of choices. */
export function nameOf({ id, title, path }: LookupRow): string {
  return path || title || `#${id}`
}

/** Where the look-up of a resource lives; `undefined` when this person's metadata does not have the resource. */
export function useLookupPath(resource: string): string | undefined {
  const path = useMetadata().resources.find(({ name }) => name === resource)?.path
  return path && `/${path}/lookup`
}

/** Under Refine's key for lists of the resource, which it invalidates after every change. */
export function lookupKey(resource: string) {
  return keys().data('default').resource(resource).action('list').params('lookup').get()
}

function titleKey(resource: string, id: number) {
  return [...lookupKey(resource), 'title', id]
}
