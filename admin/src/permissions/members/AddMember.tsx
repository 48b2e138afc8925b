import { UserAddOutlined } from '@ant-design/icons'
import type { FieldMeta, Member } from '@ficha/api/contract'
import { Button } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { kinds } from '../../kinds/index.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
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
  const id = useId()
  const [user, setUser] = useState<number | null>(null)
  const [day, setDay] = useState<unknown>(null)
  const { attempt, isRunning, trouble } = useAttempt()
  const userField: FieldMeta = {
    name: 'user',
    kind: 'belongsTo',
    label: words('permission.member.user'),
    operators: [],
    format: { resource: 'user' },
  }
  const dayField = endField(words('permission.member.end'))
  const isMember = members.some((member) => member.user.id === user)
  const isWrong = kinds.date.problem?.(day, { field: dayField, language }) !== undefined
  const { Input: UserInput } = kinds.belongsTo
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
      <div className={styles.field}>
        <label htmlFor={`${id}-user`}>{userField.label}</label>
        {UserInput && (
          <UserInput
            id={`${id}-user`}
            field={userField}
            value={user}
            onChange={(next) => setUser(next as number | null)}
          />
        )}
      </div>
      <div className={styles.field}>
        <label htmlFor={`${id}-day`}>{dayField.label}</label>
        {DayInput && <DayInput id={`${id}-day`} field={dayField} value={day} onChange={setDay} />}
      </div>
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
