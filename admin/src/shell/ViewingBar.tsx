import { EyeOutlined } from '@ant-design/icons'
import type { Viewing } from '@ficha/api/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { callApi, messageOf } from '../providers/api.ts'
import { useWords } from '../providers/i18n.ts'
import { FormTrouble } from './FormTrouble.tsx'
import styles from './ViewingBar.module.css'

/** Says over every page that it is shown as somebody else sees it, and leads back to oneself. */
export function ViewingBar({ viewing: { user, group, noBrand } }: { viewing: Viewing }) {
  const say = useWords()
  const [isLeaving, setIsLeaving] = useState(false)
  const [trouble, setTrouble] = useState<string>()

  const whose = user
    ? say('shell.viewing.user', { name: user.name })
    : say('shell.viewing.group', { name: group?.name ?? '' })

  async function leave() {
    setIsLeaving(true)
    setTrouble(undefined)
    try {
      await callApi('DELETE', '/permissions/view-as')
      // Nothing that was read with other eyes may stay.
      location.assign('/')
    } catch (error) {
      setTrouble(messageOf(error))
      setIsLeaving(false)
    }
  }

  return (
    <>
      <div className={styles.bar}>
        <EyeOutlined aria-hidden className={styles.icon} />
        <p role="status" className={styles.text}>
          <span className={styles.name} title={whose}>
            {whose}
          </span>
          {noBrand && <span className={styles.detail}>{` · ${say('shell.viewing.noBrand')}`}</span>}
          <span className={styles.detail}>{` · ${say('shell.viewing.readOnly')}`}</span>
        </p>
        <Button size="small" loading={isLeaving} onClick={() => void leave()}>
          {say('shell.viewing.leave')}
        </Button>
      </div>
      <div className={styles.trouble}>
        <FormTrouble text={trouble} />
      </div>
      <div aria-hidden className={styles.frame} />
    </>
  )
}
