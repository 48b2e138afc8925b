import { MenuOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef } from 'react'
import { Link } from 'react-router'
import { useWords } from '../providers/i18n.ts'
import { Mark } from './Mark.tsx'
import { MenuDrawer } from './MenuDrawer.tsx'
import styles from './TopBar.module.css'
import { UserMenu } from './UserMenu.tsx'

/** The head of a narrow screen: the menu opens from here as a drawer. It scrolls away with the page. */
export function TopBar() {
  const say = useWords()
  const drawer = useRef<HTMLDialogElement>(null)
  return (
    <header className={styles.bar}>
      <Button
        type="text"
        icon={<MenuOutlined />}
        aria-label={say('shell.menu.open')}
        aria-haspopup="dialog"
        onClick={() => drawer.current?.showModal()}
      />
      <Link to="/" className={styles.brand} aria-label="Ficha">
        <Mark />
        <span>Ficha</span>
      </Link>
      <UserMenu isCollapsed />
      <MenuDrawer ref={drawer} />
    </header>
  )
}
