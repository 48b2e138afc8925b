import { CaretUpOutlined, KeyOutlined, LaptopOutlined, LogoutOutlined } from '@ant-design/icons'
import { useId, useRef } from 'react'
import { Link } from 'react-router'
import hidden from '../providers/hidden.module.css'
import { useWords } from '../providers/i18n.ts'
import { useSession } from '../providers/session.ts'
import { FormTrouble } from './FormTrouble.tsx'
import { Preferences } from './Preferences.tsx'
import styles from './UserMenu.module.css'
import { useDisclosure } from './useDisclosure.ts'
import { useSignOut } from './useSignOut.ts'

/** The signed-in person: how their screen looks, their password and sessions, and the way out. */
export function UserMenu({ isCollapsed = false }: { isCollapsed?: boolean }) {
  const say = useWords()
  const { me } = useSession()
  const id = useId()
  const place = useRef<HTMLDivElement>(null)
  const { isOpen, toggle, close } = useDisclosure(place)
  const { leave, trouble } = useSignOut()
  if (!me) return null
  const { name, email } = me.user
  return (
    <div ref={place} className={isCollapsed ? `${styles.place} ${styles.collapsed}` : styles.place}>
      <button
        type="button"
        className={styles.button}
        aria-expanded={isOpen}
        aria-controls={id}
        title={isCollapsed ? name : undefined}
        onClick={toggle}
      >
        <span className={styles.initials} data-initials={initialsOf(name)} aria-hidden />
        <span className={hidden.hidden}>{`${say('shell.person')} `}</span>
        <span className={isCollapsed ? hidden.hidden : styles.name}>{name}</span>
        {!isCollapsed && <CaretUpOutlined aria-hidden className={styles.caret} />}
      </button>
      <div id={id} hidden={!isOpen} className={styles.panel}>
        {isOpen && (
          <>
            <div className={styles.person}>
              <strong>{name}</strong>
              <span>{email}</span>
            </div>
            <Preferences />
            <ul className={styles.links}>
              {!me.viewing && (
                <>
                  <li>
                    <Link to="/account/password" className={styles.link} onClick={close}>
                      <KeyOutlined aria-hidden /> {say('password.title')}
                    </Link>
                  </li>
                  <li>
                    <Link to="/account/sessions" className={styles.link} onClick={close}>
                      <LaptopOutlined aria-hidden /> {say('session.title')}
                    </Link>
                  </li>
                </>
              )}
              <li>
                <button type="button" className={styles.link} onClick={leave}>
                  <LogoutOutlined aria-hidden /> {say('shell.signOut')}
                </button>
              </li>
            </ul>
            <FormTrouble text={trouble} />
          </>
        )}
      </div>
    </div>
  )
}

/** First and last: "Ana Maria Souza" -> "AS". */
function initialsOf(name: string): string {
  const words = name.trim().split(/\s+/)
  const last = words.length > 1 ? words.at(-1) : ''
  return [words[0], last]
    .map((word) => [...(word ?? '')][0] ?? '')
    .join('')
    .toUpperCase()
}
