import type { HistoryEntry, ResourceMeta } from '@ficha/api/contract'
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'
import { ApiError, callApi } from '../../providers/api.ts'
import { useLanguage } from '../../providers/i18n.ts'
import type { Row } from '../page/row.ts'

/** What happened to a record, as far as it has been fetched. */
export interface History {
  /** The latest first; absent before the first answer. */
  entries?: HistoryEntry[]
  total: number
  /** There are no entries because of it. */
  error: Error | null
  /** The entries are there, but could not be fetched anew. */
  isOutdated: boolean
  retry: () => void
  /** Fetches older ones; absent where there are none. */
  more?: () => void
  isLoadingMore: boolean
  moreFailed: boolean
}

const entriesAtOnce = 20

/** The history of a record, fetched anew for every version of it. */
export function useHistory({ path }: ResourceMeta, { id, version }: Row): History {
  const [language] = useLanguage()
  const query = useInfiniteQuery({
    queryKey: ['history', path, id, version, language],
    queryFn: ({ pageParam, signal }) => fetchPage(`/${path}/${id}/history`, pageParam, signal),
    initialPageParam: 0,
    getNextPageParam: ({ entries, total }, pages) => {
      const next = pages.reduce((sum, page) => sum + page.entries.length, 0)
      return entries.length > 0 && next < total ? next : undefined
    },
    placeholderData: keepPreviousData,
    refetchOnMount: 'always',
  })
  const { data, error, isFetchNextPageError } = query
  return {
    entries: data && once(data.pages.flatMap(({ entries }) => entries)),
    total: data?.pages.at(-1)?.total ?? 0,
    // What may not be read any more does not stay for being better than nothing.
    error: data && !isForbidden(error) ? null : error,
    isOutdated: query.isError && !isFetchNextPageError,
    retry: () => void query.refetch(),
    more: query.hasNextPage ? () => void query.fetchNextPage() : undefined,
    isLoadingMore: query.isFetchingNextPage,
    moreFailed: isFetchNextPageError,
  }
}

interface Page {
  entries: HistoryEntry[]
  total: number
}

async function fetchPage(path: string, start: number, signal: AbortSignal): Promise<Page> {
  const address = `${path}?_start=${start}&_end=${start + entriesAtOnce}`
  const { body, headers } = await callApi<HistoryEntry[]>('GET', address, { signal })
  return { entries: body, total: Number(headers.get('X-Total-Count') ?? start + body.length) }
}

/** Each entry once: what happened while a page was on its way moves the others on. */
function once(entries: HistoryEntry[]): HistoryEntry[] {
  return [...new Map(entries.map((entry) => [entry.id, entry])).values()]
}

function isForbidden(error: unknown): boolean {
  return error instanceof ApiError && (error.statusCode === 403 || error.statusCode === 404)
}
