import { DownloadOutlined } from '@ant-design/icons'
import type { GroupFile } from '@ficha/api/contract'
import { Modal } from 'antd'
import { useState } from 'react'
import { callApi } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import type { EntryDialogProps } from '../../record/extensions.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { RecordsChoice } from '../RecordChoice.tsx'
import { TroubleAlert } from '../TroubleAlert.tsx'
import { useAttempt } from '../useAttempt.ts'

/** Groups as a file, to take them to another panel: this one, or those that are chosen, or all. */
export function ExportDialog({ resource, record, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [chosen, setChosen] = useState<number[]>(record ? [record.id] : [])
  const { attempt, isRunning, trouble } = useAttempt()

  const download = () =>
    attempt(async () => {
      const query = new URLSearchParams(chosen.map((group) => ['id', String(group)]))
      const { body, headers } = await callApi<GroupFile>('GET', `/${resource.path}/export?${query}`)
      keep(body, nameIn(headers))
      onClose()
    })

  return (
    <Modal
      open
      width={480}
      title={words('permission.export.title')}
      onCancel={onClose}
      onOk={() => void download()}
      okText={words('permission.export.ok')}
      okButtonProps={{ icon: <DownloadOutlined aria-hidden /> }}
      cancelText={words('record.cancel')}
      confirmLoading={isRunning}
    >
      <p>
        {words('permission.export.text')} {!record && words('permission.export.system')}
      </p>
      {!record && (
        <RecordsChoice
          label={words('permission.export.groups')}
          help={words('permission.export.all')}
          resource={resource.name}
          value={chosen}
          onChange={setChosen}
        />
      )}
      <TroubleAlert trouble={trouble} />
    </Modal>
  )
}

/** The name that the API gave the file. */
function nameIn(headers: Headers): string {
  return /filename="([^"]+)"/.exec(headers.get('Content-Disposition') ?? '')?.[1] ?? 'permission-groups.json'
}

function keep(file: GroupFile, name: string): void {
  const address = URL.createObjectURL(new Blob([JSON.stringify(file, null, 2)], { type: 'application/json' }))
  const link = document.createElement('a')
  link.href = address
  link.download = name
  link.click()
  URL.revokeObjectURL(address)
}
