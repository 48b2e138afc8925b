import type { ExplainRequest, Explanation } from '@ficha/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useState } from 'react'
import { useAccess } from '../../providers/access.ts'
import { callApi } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import type { WhyProps } from '../../record/extensions.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { Failed } from '../../record/states/Failed.tsx'
import { RecordChoice } from '../RecordChoice.tsx'
import { seen } from '../seen.ts'
import { DeedForm } from './DeedForm.tsx'
import { ExplanationView } from './ExplanationView.tsx'
import { seesRights } from './seesRights.ts'

/** Why oneself, or somebody else, may or may not do something: the rule that decides, and who could change it. */
export function WhyDialog({ asked: first, onClose }: WhyProps) {
  useReturnFocus()
  const words = useWords()
  const { resources } = useMetadata()
  const [asked, setAsked] = useState(first)
  const [user, setUser] = useState<number | null>(null)
  const mayAsk = seesRights(useAccess())
  const resource = resources.find(({ name }) => name === asked.subject)
  const { data, error, refetch } = useExplanation({ ...asked, ...(user !== null && { user }) })
  const answer = seen({ data, error })
  return (
    <Modal
      open
      width={640}
      title={words(user === null ? 'permission.why' : 'permission.why.they')}
      onCancel={onClose}
      footer={null}
    >
      <DeedForm asked={asked} resource={resource} onChange={setAsked}>
        {mayAsk && (
          <RecordChoice
            label={words('permission.why.whose')}
            help={user === null ? words('permission.why.oneself') : undefined}
            resource="user"
            value={user}
            onChange={setUser}
          />
        )}
      </DeedForm>
      {answer ? (
        <ExplanationView explanation={answer} resource={resource} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      )}
    </Modal>
  )
}

function useExplanation(request: ExplainRequest) {
  return useQuery({
    queryKey: ['permissions', 'explain', request],
    queryFn: async ({ signal }) =>
      (await callApi<Explanation>('POST', '/permissions/explain', { body: request, signal })).body,
    staleTime: 0,
    gcTime: 0,
    retry: false,
  })
}
