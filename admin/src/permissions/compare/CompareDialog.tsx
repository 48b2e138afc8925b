import { Modal } from 'antd'
import { useNavigate } from 'react-router'
import { useWords } from '../../providers/i18n.ts'
import type { EntryDialogProps } from '../../record/extensions.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { RecordChoice } from '../RecordChoice.tsx'

/** Chooses the group to compare this one with. */
export function CompareDialog({ resource, record, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const navigate = useNavigate()
  const audience = record?.audience === 'customers' ? 'customers' : 'staff'

  function choose(right: number | null) {
    if (right === null || !record) return
    onClose()
    navigate(`/${resource.path}/compare?left=${record.id}&right=${right}`)
  }

  return (
    <Modal open width={440} title={words('permission.compare.entry')} onCancel={onClose} footer={null}>
      <RecordChoice
        label={words('permission.compare.with')}
        resource={resource.name}
        where={{ audience }}
        value={null}
        onChange={choose}
      />
    </Modal>
  )
}
