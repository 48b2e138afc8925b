import { CalendarOutlined, UserDeleteOutlined } from '@ant-design/icons'
import type { Member } from '@ficha/api/contract'
import { Button } from 'antd'
import { RecordLink } from '../../kinds/BelongsTo.tsx'
import { StatusTag } from '../../kinds/StatusTag.tsx'
import { useWords } from '../../providers/i18n.ts'
import { shownDay } from './days.ts'
import styles from './Members.module.css'

interface MemberRowProps {
  member: Member
  /** Left out where this person may not change it. */
  onEnd?: () => void
  onRemove?: () => void
}

/** A membership: who, since when and by whom, until when. */
export function MemberRow({ member: { user, grantedBy, grantedAt, expiresAt }, onEnd, onRemove }: MemberRowProps) {
  const words = useWords()
  const isOver = expiresAt !== null && new Date(expiresAt).getTime() <= Date.now()
  const since = shownDay(grantedAt)
  return (
    <li className={styles.row}>
      <div className={styles.who}>
        <span className={styles.name}>
          <RecordLink resource="user" id={user.id} title={user.name} />
          {user.active === false && <StatusTag option={{ value: '', label: words('permission.member.inactive') }} />}
        </span>
        {user.email && <span className={styles.fact}>{user.email}</span>}
      </div>
      <span className={styles.fact}>
        {grantedBy
          ? words('permission.member.sinceBy', { since, name: grantedBy })
          : words('permission.member.since', { since })}
      </span>
      <span className={expiresAt ? styles.end : styles.fact}>
        {isOver ? (
          <StatusTag
            option={{
              value: '',
              label: words('permission.member.over', { day: shownDay(expiresAt) }),
              tone: 'warning',
            }}
          />
        ) : expiresAt ? (
          words('permission.member.until', { day: shownDay(expiresAt) })
        ) : (
          words('permission.member.endless')
        )}
      </span>
      <span className={styles.buttons}>
        {onEnd && (
          <Button
            type="text"
            icon={<CalendarOutlined aria-hidden />}
            aria-label={words('permission.member.changeEnd', { name: user.name })}
            title={words('permission.member.changeEnd', { name: user.name })}
            onClick={onEnd}
          />
        )}
        {onRemove && (
          <Button
            type="text"
            icon={<UserDeleteOutlined aria-hidden />}
            aria-label={words('permission.member.remove', { name: user.name })}
            title={words('permission.member.remove', { name: user.name })}
            onClick={onRemove}
          />
        )}
      </span>
    </li>
  )
}
