import type { GroupTest, Rule } from '@ficha/api/contract'
import { useCreate } from '@refinedev/core'
import { Alert, Input, Modal } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { idOf } from '../../kinds/references.ts'
import type { ApiError } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import type { EntryDialogProps } from '../../record/extensions.ts'
import { isRow, type Row, type Values } from '../../record/page/row.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { rulesIn } from '../groupRules.ts'
import { Labelled } from '../Labelled.tsx'
import { TroubleAlert } from '../TroubleAlert.tsx'
import { useAttempt } from '../useAttempt.ts'

/** A new group with the rules and tests of this one, and no members. */
export function CopyDialog({ resource, record, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const notify = useNotify()
  const navigate = useNavigate()
  const [name, setName] = useState(() => words('permission.copy.name', { name: String(record?.name ?? '') }))
  const { attempt, isRunning, trouble } = useAttempt()
  const { mutateAsync } = useCreate<Row, ApiError, Values>({
    resource: resource.name,
    invalidates: ['list', 'many'],
    successNotification: false,
    errorNotification: false,
  })

  const copy = () =>
    attempt(async () => {
      if (!record) return
      const { data } = await mutateAsync({ values: { ...copyOf(record), name } })
      const isSeen = isRow(data)
      notify.success(words(isSeen ? 'permission.copy.done' : 'record.createdUnseen'))
      onClose()
      if (isSeen) navigate(`/${resource.path}/${data.id}`)
    })

  return (
    <Modal
      open
      width={440}
      title={words('permission.copy.title')}
      onCancel={onClose}
      onOk={() => void copy()}
      okText={words('permission.copy')}
      okButtonProps={{ disabled: name.trim() === '' }}
      cancelText={words('record.cancel')}
      confirmLoading={isRunning}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void copy()
        }}
      >
        <Labelled label={words('permission.copy.label')} help={words('permission.copy.help')}>
          {(control) => (
            <Input
              {...control}
              autoFocus
              autoComplete="off"
              maxLength={120}
              value={name}
              onChange={({ target }) => setName(target.value)}
            />
          )}
        </Labelled>
      </form>
      {record?.system === true && <Alert type="warning" showIcon message={words('permission.copy.system')} />}
      <TroubleAlert trouble={trouble} />
    </Modal>
  )
}

/** What goes into a copy: everything that a person writes, as new to the API. */
function copyOf(group: Row): Values {
  const { description, audience, brand, active, tests } = group
  const rules: readonly Rule[] = rulesIn(group) ?? []
  const tested: readonly GroupTest[] | null = Array.isArray(tests) ? tests : null
  return {
    ...(description ? { description } : {}),
    audience,
    ...(idOf(brand) === null ? {} : { brand: idOf(brand) }),
    active,
    rules: rules.map(({ id: _id, status: _status, ...rule }) => rule),
    ...(tested && { tests: tested }),
  }
}
