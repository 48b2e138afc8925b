import type { Audience, GroupTest, Rule, Vocabulary } from '@ficha/api/contract'
import { useQueries, useQuery } from '@tanstack/react-query'
import { useMemo } from 'react'
import { nameOf, titleQuery } from '../kinds/lookup.ts'
import { callApi } from '../providers/api.ts'
import { useLanguage } from '../providers/i18n.ts'
import { useMetadata } from '../providers/metadata.tsx'
import { type NamedRecord, recordsNamedBy } from './model/references.ts'
import { type Speech, titleKey } from './model/speech.ts'

interface Speaking {
  audience: Audience
  rules: readonly Rule[]
  tests?: readonly GroupTest[]
}

interface SpeechQuery {
  /** Absent while it is on its way. */
  speech?: Speech
  error: Error | null
  retry: () => void
}

/** What rules of an audience are said with, and the names of the records that these rules speak of. */
export function useSpeech({ audience, rules, tests }: Speaking): SpeechQuery {
  const [language] = useLanguage()
  const { data: vocabulary, error, refetch } = useVocabulary(audience)
  const titles = useRecordTitles(vocabulary ? recordsNamedBy({ rules, tests, vocabulary }) : [])
  const speech = useMemo(() => vocabulary && { vocabulary, language, titles }, [vocabulary, language, titles])
  return { speech, error, retry: () => void refetch() }
}

/** What rules of an audience can speak of, in the language of the screen. */
export function useVocabulary(audience: Audience) {
  const [language] = useLanguage()
  return useQuery({
    queryKey: ['permissions', 'vocabulary', audience, language],
    queryFn: async ({ signal }) =>
      (await callApi<Vocabulary>('GET', `/permissions/vocabulary?audience=${audience}`, { signal })).body,
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** Names of records of several resources; those that may not be read have none. The same map until one of them changes. */
function useRecordTitles(records: readonly NamedRecord[]): Map<string, string> {
  const { resources } = useMetadata()
  const asked = records.flatMap(({ resource, id }) => {
    const path = resources.find(({ name }) => name === resource)?.path
    return path ? [{ resource, id, path: `/${path}/lookup` }] : []
  })
  // What `combine` answers is the same list while nothing in it changes.
  const named = useQueries({
    queries: asked.map(({ resource, id, path }) => titleQuery({ resource, id, path })),
    combine: (answers) =>
      asked.map(({ resource, id }, at): [string, string] => [
        titleKey(resource, id),
        nameOf(answers[at]?.data ?? { id }),
      ]),
  })
  return useMemo(() => new Map(named), [named])
}
