import type { Member } from '@ficha/api/contract'
import { Modal } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import { useReturnFocus } from '../../record/page/useReturnFocus.ts'
import { TroubleAlert } from '../TroubleAlert.tsx'
import { useAttempt } from '../useAttempt.ts'
import type { useMembers } from './useMembers.ts'

interface RemoveDialogProps extends Pick<ReturnType<typeof useMembers>, 'remove'> {
  member: Member
  /** The name of the group. */
  group: string
  onClose: () => void
}

/** Asks before somebody is taken out of the group. */
export function RemoveDialog({ member: { user }, group, remove, onClose }: RemoveDialogProps) {
  useReturnFocus()
  const words = useWords()
  const notify = useNotify()
  const { attempt, isRunning, trouble } = useAttempt()

  async function go() {
    const done = await attempt(() => remove(user.id))
    if (!done) return
    notify.success(words('permission.member.removed', { name: user.name }))
    onClose()
  }

  return (
    <Modal
      open
      width={440}
      title={words('permission.member.remove.title', { name: user.name, group })}
      onCancel={onClose}
      onOk={() => void go()}
      okText={words('permission.member.remove.ok')}
      okButtonProps={{ danger: true }}
      cancelText={words('record.cancel')}
      cancelButtonProps={{ autoFocus: true }}
      confirmLoading={isRunning}
    >
      <p>{words('permission.member.remove.text')}</p>
      <TroubleAlert trouble={trouble} />
    </Modal>
  )
}
