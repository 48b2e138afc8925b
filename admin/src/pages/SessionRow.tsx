import { LaptopOutlined, MobileOutlined } from '@ant-design/icons'
import type { SessionEntry } from '@ficha/api/contract'
import { Button } from 'antd'
import { useLanguage, useWords } from '../providers/i18n.ts'
import { deviceOf } from './device.ts'
import styles from './SessionsPage.module.css'

export interface SessionRowProps {
  session: SessionEntry
  disabled: boolean
  onEnd: () => void
}

/** One place where the account is open. The person's own session is named, and ended by signing out. */
export function SessionRow({
  session: { current, agent, address, createdAt, lastSeenAt },
  disabled,
  onEnd,
}: SessionRowProps) {
  const say = useWords()
  const [language] = useLanguage()
  const known = deviceOf(agent)
  const device = known
    ? say('session.deviceOn', { browser: known.browser, system: known.system })
    : say('session.unknownDevice')
  const moment = new Intl.DateTimeFormat(language, { dateStyle: 'short', timeStyle: 'short' })
  return (
    <li className={styles.row}>
      <span className={styles.icon} aria-hidden>
        {known?.isMobile ? <MobileOutlined /> : <LaptopOutlined />}
      </span>
      <div className={styles.what}>
        <span className={styles.device}>{device}</span>
        <span className={styles.facts}>
          <span>{`${say('session.lastSeen')}: ${moment.format(new Date(lastSeenAt))}`}</span>
          <span>{`${say('session.began')}: ${moment.format(new Date(createdAt))}`}</span>
          {address && <span>{`${say('session.address')}: ${address}`}</span>}
        </span>
      </div>
      {current ? (
        <span className={styles.this}>{say('session.this')}</span>
      ) : (
        <Button disabled={disabled} aria-label={say('session.endNamed', { device })} onClick={onEnd}>
          {say('session.end')}
        </Button>
      )}
    </li>
  )
}
