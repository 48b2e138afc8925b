import { EyeOutlined } from '@ant-design/icons'
import type { Viewing } from '@ficha/api/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { callApi } from '../providers/api.ts'
import { useWords } from '../providers/i18n.ts'
import styles from './ViewingBar.module.css'

/** Says over every page that it is shown as somebody else sees it, and leads back to oneself. */
export function ViewingBar({ viewing: { user, group } }: { viewing: Viewing }) {
  const say = useWords()
  const [isLeaving, setIsLeaving] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  async function leave() {
    setIsLeaving(true)
    setTrouble(undefined)
    try {
      await callApi('DELETE', '/permissions/view-as')
      // Nothing that was read with other eyes may stay.
      location.assign('/')
    } catch (error) {
      setTrouble(error instanceof Error ? error.message : String(error))
      setIsLeaving(false)
    }
  }

  return (
    <>
      <div className={styles.bar}>
        <EyeOutlined aria-hidden className={styles.icon} />
        <p role="status" className={styles.text}>
          {user
            ? say('shell.viewing.user', { name: user.name })
            : say('shell.viewing.group', { name: group?.name ?? '' })}
          <span className={styles.detail}> · {say('shell.viewing.readOnly')}</span>
          {trouble && <span className={styles.detail}> · {trouble}</span>}
        </p>
        <Button size="small" loading={isLeaving} onClick={() => void leave()}>
          {say('shell.viewing.leave')}
        </Button>
      </div>
      <div aria-hidden className={styles.frame} />
    </>
  )
}
