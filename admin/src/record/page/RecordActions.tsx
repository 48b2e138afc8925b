import { DeleteOutlined, MoreOutlined } from '@ant-design/icons'
import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button, Dropdown } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { narrow, useMedia } from '../../providers/useMedia.ts'
import { useEntries } from '../extensions.ts'
import { historyEntry } from '../history/entry.ts'
import { menuIcon, useMoreMenu } from '../useMoreMenu.tsx'
import styles from './Page.module.css'
import type { Row } from './row.ts'

interface RecordActionsProps {
  resource: ResourceMeta
  record: Row
  onAct: (action: ActionMeta) => void
  onDelete: () => void
}

/** What this person may do to the record: the first actions as buttons, the others behind a menu, and what happened to it. */
export function RecordActions({ resource, record, onAct, onDelete }: RecordActionsProps) {
  const words = useWords()
  const isNarrow = useMedia(narrow)
  const { actions: allowed, delete: deletable } = record._access
  const actions = resource.actions.filter(({ name, on }) => on.includes('record') && allowed.includes(name))
  const shown = actions.slice(0, isNarrow ? 1 : 2)
  const hidden = actions.slice(shown.length)
  const others = useEntries(resource, record)
  const entries = isNarrow ? [historyEntry, ...others] : others
  const menu = useMoreMenu({ resource, record, actions: hidden, onAct, entries })
  const hasMenu = menu.items.length > 0
  const deletesFromMenu = deletable && isNarrow && hasMenu
  const last = { key: 'delete', label: words('record.delete'), danger: true, icon: <DeleteOutlined aria-hidden /> }
  return (
    <div className={styles.actions}>
      {shown.map((action) => (
        <Button key={action.name} icon={menuIcon(action.icon)} danger={action.danger} onClick={() => onAct(action)}>
          {action.label}
        </Button>
      ))}
      {hasMenu && (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{
            items: deletesFromMenu ? [...menu.items, last] : menu.items,
            onClick: ({ key }) => menu.choose(key) || onDelete(),
          }}
        >
          <Button ref={menu.button} icon={<MoreOutlined aria-hidden />} aria-haspopup="menu">
            {words('record.actions')}
          </Button>
        </Dropdown>
      )}
      {!isNarrow && (
        <Button type="text" icon={menuIcon(historyEntry.icon)} onClick={() => menu.open(historyEntry)}>
          {words(historyEntry.label)}
        </Button>
      )}
      {deletable && !deletesFromMenu && (
        <Button danger type={isNarrow ? 'default' : 'text'} icon={<DeleteOutlined aria-hidden />} onClick={onDelete}>
          {words('record.delete')}
        </Button>
      )}
      {menu.dialog}
    </div>
  )
}
