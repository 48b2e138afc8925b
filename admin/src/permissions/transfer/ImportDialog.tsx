import { UploadOutlined } from '@ant-design/icons'
import type { GroupImport } from '@ficha/api/contract'
import { useInvalidate } from '@refinedev/core'
import { Button, Modal } from 'antd'
import { type ChangeEvent, useRef, useState } from 'react'
import { unseen } from '../../kinds/Blank.tsx'
import { callApi } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import type { EntryDialogProps } from '../../record/extensions.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { TroubleAlert } from '../TroubleAlert.tsx'
import { useAttempt } from '../useAttempt.ts'
import { ImportDiff } from './ImportDiff.tsx'
import styles from './Transfer.module.css'

interface Checked {
  name: string
  file: unknown
  diff: GroupImport
}

/** Takes groups in from a file: first it shows what would change, then, when that is wanted, changes it. */
export function ImportDialog({ resource, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const notify = useNotify()
  const invalidate = useInvalidate()
  const picker = useRef<HTMLInputElement>(null)
  const [checked, setChecked] = useState<Checked>()
  const { attempt, isRunning, trouble } = useAttempt()
  const groups = checked?.diff.groups ?? []
  const isRefused = groups.some(({ errors }) => errors.length > 0)
  const changes = groups.filter(({ state }) => state !== 'same').length

  const send = async (mode: 'check' | 'apply', file: unknown) =>
    (await callApi<GroupImport>('POST', `/${resource.path}/import?mode=${mode}`, { body: file })).body

  async function choose({ target }: ChangeEvent<HTMLInputElement>) {
    const [chosen] = target.files ?? []
    if (!chosen) return
    setChecked(undefined)
    await attempt(async () => {
      const file = readJson(await chosen.text())
      if (file === undefined) throw new Error(words('permission.json.syntax'))
      setChecked({ name: chosen.name, file, diff: await send('check', file) })
    })
    // The same file, mended, can be chosen again.
    target.value = ''
  }

  async function apply() {
    if (!checked) return
    const done = await attempt(async () => {
      await send('apply', checked.file)
    })
    if (!done) return
    notify.success(words('permission.import.done'))
    void invalidate({ resource: resource.name, invalidates: ['resourceAll'] })
    onClose()
  }

  return (
    <Modal
      open
      width={720}
      title={words('permission.import.title')}
      onCancel={onClose}
      maskClosable={!checked}
      onOk={() => void apply()}
      okText={words('permission.import.ok')}
      okButtonProps={{ disabled: !checked || isRefused || changes === 0 }}
      cancelText={words('record.cancel')}
      confirmLoading={isRunning && checked !== undefined}
    >
      <p>{words('permission.import.text')}</p>
      <div className={styles.choose}>
        <input
          ref={picker}
          type="file"
          accept="application/json,.json"
          style={unseen}
          tabIndex={-1}
          aria-label={words('permission.import.choose')}
          onChange={(event) => void choose(event)}
        />
        <Button
          icon={<UploadOutlined aria-hidden />}
          loading={isRunning && !checked}
          onClick={() => picker.current?.click()}
        >
          {words('permission.import.choose')}
        </Button>
        {checked && <span className={styles.hint}>{checked.name}</span>}
      </div>
      {checked && <ImportDiff diff={checked.diff} />}
      <TroubleAlert trouble={trouble} />
    </Modal>
  )
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
