import type { GroupDraft, Language, Review, RuleRemark } from '@ficha/api/contract'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { useRested } from '../../kinds/useRested.ts'
import { callApi } from '../../providers/api.ts'
import { useLanguage } from '../../providers/i18n.ts'
import type { Group } from '../useGroup.ts'

/** Long enough to type on, short enough not to wait for. */
const restMs = 400

export interface Reviewed {
  /** What is said of the group as it stands; absent before the first answer. */
  review?: Review
  /** An answer is on its way. */
  isPending: boolean
  /** Why there is none. */
  failure?: string
}

/** Has a group reviewed while it is edited, once the typing rests; a question that is overtaken is given up. Parts of one page share the answer. */
export function useReview(group: Group): Reviewed {
  const [language] = useLanguage()
  const { draft, rules, seesRules, canChangeRules, canChangeTests } = group
  const text = JSON.stringify(draft)
  const settled = useRested(text, restMs)
  // What cannot be sent is told where it stands.
  const isWhole = rules.every((rule) => rule.unreadable === undefined && rule.fields?.length !== 0)
  const { data, error, isFetching } = useQuery({
    ...reviewQuery(settled, language),
    enabled: isWhole && seesRules && (canChangeRules || canChangeTests),
    placeholderData: keepPreviousData,
  })
  // A remark names its rule by its place, which is another one when rules come and go.
  const fits = data?.of.rules.length === draft.rules.length && data.of.tests?.length === draft.tests?.length
  return {
    review: fits && !error ? data?.review : undefined,
    isPending: isFetching || settled !== text,
    failure: error?.message,
  }
}

/** Asks what is to be said of a draft, as JSON; what was said of the same one a moment ago still holds. */
export function reviewQuery(text: string, language: Language) {
  return queryOptions({
    queryKey: ['permissions', 'review', language, text],
    queryFn: async ({ signal }) => {
      const draft: GroupDraft = JSON.parse(text)
      return { review: (await callApi<Review>('POST', '/permissions/review', { body: draft, signal })).body, of: draft }
    },
    staleTime: 60_000,
    gcTime: 60_000,
    retry: false,
  })
}

/** What is said of one rule. */
export function remarksOn(review: Review | undefined, at: number): { errors: RuleRemark[]; warnings: RuleRemark[] } {
  const about = (remarks: readonly RuleRemark[] = []) => remarks.filter(({ index }) => index === at)
  return { errors: about(review?.errors), warnings: about(review?.warnings) }
}
