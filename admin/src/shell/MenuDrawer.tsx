import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { RefObject } from 'react'
import { useWords } from '../providers/i18n.ts'
import { Mark } from './Mark.tsx'
import { Menu } from './Menu.tsx'
import styles from './MenuDrawer.module.css'

/** The menu over a narrow page: the browser's own dialog, which keeps the focus inside and closes on Escape. */
export function MenuDrawer({ ref }: { ref: RefObject<HTMLDialogElement | null> }) {
  const say = useWords()
  const close = () => ref.current?.close()
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the menu closes it; on the keyboard Escape does
    <dialog
      ref={ref}
      className={styles.drawer}
      aria-label={say('shell.menu')}
      onClick={(event) => event.target === event.currentTarget && close()}
    >
      <div className={styles.inside}>
        <div className={styles.head}>
          <span className={styles.brand}>
            <Mark />
            Ficha
          </span>
          <Button type="text" icon={<CloseOutlined />} aria-label={say('shell.menu.close')} onClick={close} />
        </div>
        <Menu onChoose={close} />
      </div>
    </dialog>
  )
}
