import { UserAddOutlined } from '@ant-design/icons'
import type { Member } from '@ficha/api/contract'
import { Button } from 'antd'
import { type FormEvent, useState } from 'react'
import { kinds } from '../../kinds/index.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import { Labelled } from '../Labelled.tsx'
import { RecordChoice } from '../RecordChoice.tsx'
import { TroubleAlert } from '../TroubleAlert.tsx'
import { useAttempt } from '../useAttempt.ts'
import { endField, endOf } from './days.ts'
import styles from './Members.module.css'
import type { useMembers } from './useMembers.ts'

interface AddMemberProps extends Pick<ReturnType<typeof useMembers>, 'put'> {
  members: readonly Member[]
}

/** Puts somebody into the group, with an end or without one. */
export function AddMember({ members, put }: AddMemberProps) {
  const words = useWords()
  const [language] = useLanguage()
  const notify = useNotify()
  const [user, setUser] = useState<number | null>(null)
  const [day, setDay] = useState<unknown>(null)
  const { attempt, isRunning, trouble } = useAttempt()
  const dayField = endField(words('permission.member.end'))
  const isMember = members.some((member) => member.user.id === user)
  const isWrong = kinds.date.problem?.(day, { field: dayField, language }) !== undefined
  const { Input: DayInput } = kinds.date

  async function add(event: FormEvent) {
    event.preventDefault()
    if (user === null || isWrong) return
    const done = await attempt(() => put({ user, expiresAt: endOf(day) }))
    if (!done) return
    notify.success(words('permission.member.added'))
    setUser(null)
    setDay(null)
  }

  return (
    <form className={styles.add} onSubmit={(event) => void add(event)}>
      <RecordChoice label={words('permission.member.user')} resource="user" value={user} onChange={setUser} />
      <Labelled label={dayField.label}>
        {(control) => DayInput && <DayInput {...control} field={dayField} value={day} onChange={setDay} />}
      </Labelled>
      <Button htmlType="submit" icon={<UserAddOutlined aria-hidden />} loading={isRunning} disabled={user === null}>
        {words(isMember ? 'permission.member.move' : 'permission.member.add')}
      </Button>
      {trouble && (
        <div className={styles.trouble}>
          <TroubleAlert trouble={trouble} />
        </div>
      )}
    </form>
  )
}
