import type { ResourceMeta } from '@ficha/api/contract'
import { useDelete } from '@refinedev/core'
import { Alert, Modal } from 'antd'
import { useState } from 'react'
import { type ApiError, messageOf } from '../../providers/api.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import type { Asked } from '../extensions.ts'
import { askedOf, WhyLink } from '../Why.tsx'
import type { Row } from './row.ts'
import { titleOf } from './title.ts'
import { currentOf } from './trouble.ts'
import { useReturnFocus } from './useReturnFocus.ts'

interface DeleteDialogProps {
  resource: ResourceMeta
  record: Row
  onDeleted: () => void
  onClose: () => void
}

/** Asks before a record is deleted, by its name, and deletes the version that was read. */
export function DeleteDialog({ resource, record, onDeleted, onClose }: DeleteDialogProps) {
  useReturnFocus()
  const words = useWords()
  const notify = useNotify()
  const [language] = useLanguage()
  const [version, setVersion] = useState(record.version)
  const [trouble, setTrouble] = useState<string>()
  const [refused, setRefused] = useState<Asked>()
  const { mutateAsync, mutation } = useDelete<Row, ApiError>()
  const title = titleOf(resource, record, language)

  async function remove() {
    setTrouble(undefined)
    setRefused(undefined)
    try {
      await mutateAsync({
        resource: resource.name,
        id: record.id,
        meta: { ifMatch: version },
        mutationMode: 'pessimistic',
        invalidates: ['list', 'many'],
        successNotification: false,
        errorNotification: false,
      })
    } catch (error) {
      const now = currentOf(error)
      setRefused(askedOf(error, record.id))
      if (now) setVersion(now.version)
      return setTrouble(now ? words('record.delete.stale') : messageOf(error))
    }
    notify.success(words('record.deleted', { title }))
    onDeleted()
  }

  return (
    <Modal
      open
      width={440}
      title={words('record.delete.title', { title })}
      onCancel={onClose}
      onOk={() => void remove()}
      okText={words('record.delete')}
      okButtonProps={{ danger: true }}
      cancelText={words('record.cancel')}
      cancelButtonProps={{ autoFocus: true }}
      confirmLoading={mutation.isPending}
    >
      <p>{words('record.delete.text')}</p>
      {trouble && (
        <Alert
          type="error"
          showIcon
          role="alert"
          message={
            <>
              {trouble} <WhyLink asked={refused} />
            </>
          }
        />
      )}
    </Modal>
  )
}
