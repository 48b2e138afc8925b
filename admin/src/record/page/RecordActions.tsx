import { DeleteOutlined, MoreOutlined } from '@ant-design/icons'
import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button, Dropdown } from 'antd'
import { Suspense, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { iconNamed } from '../../providers/icons.ts'
import { narrow, useMedia } from '../../providers/useMedia.ts'
import { type Entry, useEntries } from '../extensions.ts'
import { historyEntry } from '../history/entry.ts'
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
  const more = useRef<HTMLButtonElement>(null)
  const { actions: allowed, delete: deletable } = record._access
  const actions = resource.actions.filter(({ name, on }) => on.includes('record') && allowed.includes(name))
  const shown = actions.slice(0, isNarrow ? 1 : 2)
  const hidden = actions.slice(shown.length)
  const others = useEntries(resource, record)
  const entries = isNarrow ? [historyEntry, ...others] : others
  const [opened, setOpened] = useState<Entry>()
  const hasMenu = hidden.length + entries.length > 0
  const deletesFromMenu = deletable && isNarrow && hasMenu

  function choose(key: string) {
    // The menu goes; what opens next finds here where to give the focus back.
    more.current?.focus()
    const action = hidden.find(({ name }) => `act ${name}` === key)
    const entry = entries.find(({ name }) => `open ${name}` === key)
    if (action) onAct(action)
    else if (entry) setOpened(entry)
    else onDelete()
  }

  const acts = hidden.map(({ name, label, icon, danger }) => ({
    key: `act ${name}`,
    label,
    danger,
    icon: iconOf({ icon }),
  }))
  const opens = entries.map(({ name, label, icon }) => ({
    key: `open ${name}`,
    label: words(label),
    icon: iconOf({ icon }),
  }))
  const items = [...acts, ...(acts.length > 0 && opens.length > 0 ? [{ type: 'divider' as const }] : []), ...opens]
  const last = { key: 'delete', label: words('record.delete'), danger: true, icon: <DeleteOutlined aria-hidden /> }
  return (
    <div className={styles.actions}>
      {shown.map((action) => (
        <Button key={action.name} icon={iconOf(action)} danger={action.danger} onClick={() => onAct(action)}>
          {action.label}
        </Button>
      ))}
      {hasMenu && (
        <Dropdown
          trigger={['click']}
          autoFocus
          menu={{ items: deletesFromMenu ? [...items, last] : items, onClick: ({ key }) => choose(key) }}
        >
          <Button ref={more} icon={<MoreOutlined aria-hidden />} aria-haspopup="menu">
            {words('record.actions')}
          </Button>
        </Dropdown>
      )}
      {!isNarrow && (
        <Button type="text" icon={iconOf(historyEntry)} onClick={() => setOpened(historyEntry)}>
          {words(historyEntry.label)}
        </Button>
      )}
      {deletable && !deletesFromMenu && (
        <Button danger type={isNarrow ? 'default' : 'text'} icon={<DeleteOutlined aria-hidden />} onClick={onDelete}>
          {words('record.delete')}
        </Button>
      )}
      {opened && (
        <Suspense fallback={null}>
          <opened.Dialog resource={resource} record={record} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </div>
  )
}

function iconOf({ icon }: Pick<ActionMeta, 'icon'>) {
  if (!icon) return undefined
  const Named = iconNamed(icon)
  return (
    <span aria-hidden>
      <Named />
    </span>
  )
}
