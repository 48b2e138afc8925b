import type { GroupDraft } from '@ficha/api/contract'
import { useQuery } from '@tanstack/react-query'
import { Modal, Skeleton } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { Failed } from '../../record/states/Failed.tsx'
import { seen } from '../seen.ts'
import { fetchImpact } from './fetchImpact.ts'
import { ImpactReport } from './ImpactReport.tsx'

interface ImpactDialogProps {
  draft: GroupDraft
  onClose: () => void
}

/** What a group as it stands in the form would change, before it is saved. */
export function ImpactDialog({ draft, onClose }: ImpactDialogProps) {
  useReturnFocus()
  const words = useWords()
  const { data, error, refetch } = useQuery({
    queryKey: ['permissions', 'impact', draft],
    queryFn: ({ signal }) => fetchImpact(draft, signal),
    staleTime: 0,
    gcTime: 0,
  })
  const answer = seen({ data, error })
  return (
    <Modal open width={640} title={words('permission.impact')} onCancel={onClose} footer={null}>
      {answer ? (
        <ImpactReport impact={answer} />
      ) : error ? (
        <Failed error={error} retry={() => void refetch()} />
      ) : (
        <Skeleton active title={false} paragraph={{ rows: 4 }} />
      )}
    </Modal>
  )
}
