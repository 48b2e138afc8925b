import { MenuFoldOutlined, MenuUnfoldOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import { useWords } from '../providers/i18n.ts'
import { preference, usePreference } from '../providers/preference.ts'
import { Mark } from './Mark.tsx'
import { Menu } from './Menu.tsx'
import styles from './Sider.module.css'
import { UserMenu } from './UserMenu.tsx'

const siderChoice = preference('menu', ['wide', 'collapsed'], () => 'wide')

/** The menu beside the page, with the person at its foot; collapsed it keeps the icons. */
export function Sider() {
  const say = useWords()
  const [choice, setChoice] = usePreference(siderChoice)
  const isCollapsed = choice === 'collapsed'
  const toggle = say(isCollapsed ? 'shell.menu.expand' : 'shell.menu.collapse')
  return (
    <div className={isCollapsed ? `${styles.sider} ${styles.collapsed}` : styles.sider}>
      <header className={styles.head}>
        <Link to="/" className={styles.brand} aria-label="Ficha">
          <Mark />
          {!isCollapsed && <span>Ficha</span>}
        </Link>
        <Button
          type="text"
          icon={isCollapsed ? <MenuUnfoldOutlined /> : <MenuFoldOutlined />}
          aria-label={toggle}
          title={toggle}
          aria-expanded={!isCollapsed}
          onClick={() => setChoice(isCollapsed ? 'wide' : 'collapsed')}
        />
      </header>
      <Menu isCollapsed={isCollapsed} />
      <UserMenu isCollapsed={isCollapsed} />
    </div>
  )
}
