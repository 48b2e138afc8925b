import type { ViewRequest } from '@ficha/api/contract'
import { Modal } from 'antd'
import { useState } from 'react'
import { callApi } from '../../providers/api.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { EntryDialogProps } from '../../record/extensions.ts'
import { titleOf } from '../../record/page/title.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import styles from '../explain/Explain.module.css'
import { RecordChoice } from '../RecordChoice.tsx'
import { TroubleAlert } from '../TroubleAlert.tsx'
import { useAttempt } from '../useAttempt.ts'

/** Shows the panel as a user sees it, or as whoever is in a group and of a brand; read only, and recorded. */
export function ViewAsDialog({ resource, record, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [language] = useLanguage()
  const [brand, setBrand] = useState<number | null>(null)
  const { attempt, isRunning, trouble } = useAttempt()
  if (!record) return null
  const isGroup = resource.name === 'permissionGroup'
  const title = titleOf(resource, record, language)
  const begin = (request: ViewRequest) =>
    attempt(async () => {
      await callApi('POST', '/permissions/view-as', { body: request })
      // Nothing that was read with other eyes may stay.
      location.assign('/')
    })

  return (
    <Modal
      open
      width={480}
      title={words('permission.viewAs.title', { name: title })}
      onCancel={onClose}
      onOk={() => void begin(isGroup ? { group: record.id, brand } : { user: record.id })}
      okText={words('permission.viewAs.begin')}
      cancelText={words('record.cancel')}
      confirmLoading={isRunning}
    >
      <p>{words(isGroup ? 'permission.viewAs.group' : 'permission.viewAs.user')}</p>
      {isGroup && (
        <div className={styles.deed}>
          <RecordChoice
            label={words('permission.test.brand')}
            help={words('permission.viewAs.brand.help')}
            resource="brand"
            tree
            value={brand}
            onChange={setBrand}
          />
        </div>
      )}
      <TroubleAlert trouble={trouble} />
    </Modal>
  )
}
