import type { GroupDraft, GroupTest, Impact, Review } from '@ficha/api/contract'
import { messageOf } from '../../providers/api.ts'
import { currentLanguage } from '../../providers/i18n.ts'
import { queryClient } from '../../providers/queries.ts'
import { reviewQuery } from '../review/useReview.ts'
import { fetchImpact } from './fetchImpact.ts'

/** Why a save is not sent without a word. */
export interface Concern {
  /** Somebody would be able to do more. */
  impact?: Impact
  /** Tests that would fail, and why. */
  failing: readonly { test: GroupTest; text: string }[]
  /** What the impact is could not be found out. */
  failure?: string
}

/** What is to be asked before a group is saved; nothing where the API refuses it anyway, in its own words. */
export async function concernOf(draft: GroupDraft): Promise<Concern | undefined> {
  const [review, impact] = await Promise.all([settled(fetchReview(draft)), settled(fetchImpact(draft))])
  if (review.value && review.value.errors.length + review.value.missing.length > 0) return undefined
  const failing = (review.value?.tests ?? []).flatMap(({ index, passed, text }) => {
    const test = draft.tests?.[index]
    return passed || !test ? [] : [{ test, text }]
  })
  const isWider = impact.value?.widening === true
  if (!isWider && failing.length === 0 && !impact.failure) return undefined
  return { impact: isWider ? impact.value : undefined, failing, failure: impact.failure }
}

/** Mostly what the page was told already while the draft was edited. */
async function fetchReview(draft: GroupDraft): Promise<Review> {
  const { review } = await queryClient.fetchQuery(reviewQuery(JSON.stringify(draft), currentLanguage()))
  return review
}

async function settled<T>(promise: Promise<T>): Promise<{ value?: T; failure?: string }> {
  try {
    return { value: await promise }
  } catch (error) {
    return { failure: messageOf(error) }
  }
}
