import type { Member } from '@ficha/api/contract'
import { Modal } from 'antd'
import { useState } from 'react'
import { dayOf } from '../../kinds/dates.ts'
import { kinds } from '../../kinds/index.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { Labelled } from '../Labelled.tsx'
import { TroubleAlert } from '../TroubleAlert.tsx'
import { useAttempt } from '../useAttempt.ts'
import { endField, endOf } from './days.ts'
import type { useMembers } from './useMembers.ts'

interface EndDialogProps extends Pick<ReturnType<typeof useMembers>, 'put'> {
  member: Member
  onClose: () => void
}

/** Sets or moves the last day of a membership; emptied, it is without end. */
export function EndDialog({ member: { user, expiresAt }, put, onClose }: EndDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [language] = useLanguage()
  const notify = useNotify()
  const [day, setDay] = useState<unknown>(expiresAt ? dayOf(expiresAt) : null)
  const { attempt, isRunning, trouble } = useAttempt()
  const field = endField(words('permission.member.end'))
  const { Input, problem } = kinds.date

  async function save() {
    if (problem?.(day, { field, language })) return
    const done = await attempt(() => put({ user: user.id, expiresAt: endOf(day) }))
    if (!done) return
    notify.success(words('permission.member.moved'))
    onClose()
  }

  return (
    <Modal
      open
      width={440}
      title={words('permission.member.changeEnd', { name: user.name })}
      onCancel={onClose}
      onOk={() => void save()}
      okText={words('screen.save')}
      cancelText={words('record.cancel')}
      confirmLoading={isRunning}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void save()
        }}
      >
        <Labelled label={field.label} help={words('permission.member.end.help')}>
          {(control) => Input && <Input {...control} field={field} value={day} onChange={setDay} autoFocus />}
        </Labelled>
      </form>
      <TroubleAlert trouble={trouble} />
    </Modal>
  )
}
