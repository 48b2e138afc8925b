import type { Language, Metadata } from '@ficha/api/contract'
import { keepPreviousData, type Query, queryOptions } from '@tanstack/react-query'
import { callApi } from './api.ts'
import { loadMe } from './auth.ts'
import { queryClient } from './queries.ts'
import { currentSession, subscribeSession } from './session.ts'

/** Who is signed in; asked once, afterwards the session knows. */
export const meQuery = queryOptions({ queryKey: ['me'], queryFn: loadMe, staleTime: Number.POSITIVE_INFINITY })

/** What this person may see, in the words of a language. The former words stay until the new ones are there. */
export const metaQuery = (language: Language) =>
  queryOptions({
    queryKey: ['meta', language],
    queryFn: async ({ signal }) => (await callApi<Metadata>('GET', '/meta', { signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
    placeholderData: keepPreviousData,
  })

let version = currentSession().me?.version

subscribeSession(() => {
  const next = currentSession().me?.version
  const changed = version !== undefined && next !== undefined && next !== version
  version = next
  if (changed) void readAnew()
})

/** With other rules every answer may be another one: what is not on the screen goes, the rest is asked again, the metadata first. */
async function readAnew(): Promise<void> {
  // What is being asked may be answered by the former rules yet.
  await queryClient.cancelQueries({ predicate: isNotMe })
  queryClient.removeQueries({ type: 'inactive', predicate: isNotMe })
  await queryClient.invalidateQueries({ queryKey: ['meta'] })
  await queryClient.invalidateQueries({ predicate: (query) => isNotMe(query) && query.queryKey[0] !== 'meta' })
}

const isNotMe = ({ queryKey }: Pick<Query, 'queryKey'>): boolean => queryKey[0] !== 'me'
