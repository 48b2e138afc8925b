import type { GroupDraft, Impact } from '@ficha/api/contract'
import { callApi } from '../../providers/api.ts'

/** What a draft of a group would change. @throws ApiError */
export async function fetchImpact(draft: GroupDraft, signal?: AbortSignal): Promise<Impact> {
  const { tests: _tests, ...asked } = draft
  return (await callApi<Impact>('POST', '/permissions/impact', { body: asked, signal })).body
}
