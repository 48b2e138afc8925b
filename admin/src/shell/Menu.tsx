import type { ResourceMeta } from '@ficha/api/contract'
import { Tooltip } from 'antd'
import { createElement, useId } from 'react'
import { NavLink } from 'react-router'
import { useAccess } from '../providers/access.ts'
import { useWords } from '../providers/i18n.ts'
import { iconNamed } from '../providers/icons.ts'
import { useMetadata } from '../providers/metadata.tsx'
import styles from './Menu.module.css'

export interface MenuProps {
  /** Only the icons; the names are in tooltips and for screen readers. */
  isCollapsed?: boolean
  /** A page was chosen. */
  onChoose?: () => void
}

/** The resources this person may see, in their groups. */
export function Menu({ isCollapsed = false, onChoose }: MenuProps) {
  const say = useWords()
  const { can } = useAccess()
  const resources = useMetadata().resources.filter(({ name }) => can('read', name))
  return (
    <nav aria-label={say('shell.menu')} className={isCollapsed ? `${styles.menu} ${styles.collapsed}` : styles.menu}>
      {groupsOf(resources).map((group) => (
        <Group key={group.name} {...group} isCollapsed={isCollapsed} onChoose={onChoose} />
      ))}
    </nav>
  )
}

interface MenuGroup {
  name: string
  label: string
  resources: ResourceMeta[]
}

function Group({ label, resources, isCollapsed, onChoose }: MenuGroup & MenuProps) {
  const id = useId()
  return (
    <div className={styles.group}>
      <p id={id} className={styles.label}>
        {label}
      </p>
      <ul aria-labelledby={id} className={styles.list}>
        {resources.map(({ name, path, icon, label: [, plural] }) => (
          <li key={name}>
            <Tooltip title={isCollapsed ? plural : undefined} placement="right">
              <NavLink to={`/${path}`} className={styles.link} onClick={onChoose}>
                <span className={styles.icon} aria-hidden>
                  {createElement(iconNamed(icon))}
                </span>
                <span className={styles.text}>{plural}</span>
              </NavLink>
            </Tooltip>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** In the order of the metadata; a group stands where its first resource does. */
function groupsOf(resources: readonly ResourceMeta[]): MenuGroup[] {
  const groups = new Map<string, MenuGroup>()
  for (const resource of resources) {
    if (!resource.menu) continue
    const { name, label } = resource.menu
    const group = groups.get(name) ?? { name, label, resources: [] }
    group.resources.push(resource)
    groups.set(name, group)
  }
  return [...groups.values()]
}
