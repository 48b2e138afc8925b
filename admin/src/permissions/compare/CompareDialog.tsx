import type { FieldMeta } from '@ficha/api/contract'
import { Modal } from 'antd'
import { useId } from 'react'
import { useNavigate } from 'react-router'
import { kinds } from '../../kinds/index.ts'
import { idOf } from '../../kinds/references.ts'
import { useWords } from '../../providers/i18n.ts'
import type { EntryDialogProps } from '../../record/extensions.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import styles from './Compare.module.css'

/** Chooses the group to compare this one with. */
export function CompareDialog({ resource, record, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const navigate = useNavigate()
  const id = useId()
  const { Input } = kinds.belongsTo
  const field: FieldMeta = {
    name: 'right',
    kind: 'belongsTo',
    label: words('permission.compare.with'),
    operators: [],
    format: { resource: resource.name, where: { audience: record?.audience === 'customers' ? 'customers' : 'staff' } },
  }

  function choose(chosen: unknown) {
    const right = idOf(chosen)
    if (right === null || !record) return
    onClose()
    navigate(`/${resource.path}/compare?left=${record.id}&right=${right}`)
  }

  return (
    <Modal open width={440} title={words('permission.compare.entry')} onCancel={onClose} footer={null}>
      <div className={styles.field}>
        <label htmlFor={id}>{field.label}</label>
        {Input && <Input id={id} field={field} value={null} onChange={choose} />}
      </div>
    </Modal>
  )
}
