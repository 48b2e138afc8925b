import { MoreOutlined } from '@ant-design/icons'
import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button, Dropdown } from 'antd'
import { createElement, Suspense, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { iconNamed } from '../../providers/icons.ts'
import { type Entry, useEntries } from '../extensions.ts'

interface ListMenuProps {
  resource: ResourceMeta
  /** Those on the resource itself that have no button. */
  actions: readonly ActionMeta[]
  onAct: (action: ActionMeta) => void
}

/** What else may be done with a list: actions, and what other rooms offer; not there when there is nothing. */
export function ListMenu({ resource, actions, onAct }: ListMenuProps) {
  const words = useWords()
  const entries = useEntries(resource)
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<Entry>()
  if (actions.length + entries.length === 0) return null

  function choose(key: string) {
    // The menu goes; what opens next finds here where to give the focus back.
    button.current?.focus()
    const action = actions.find(({ name }) => `act ${name}` === key)
    if (action) onAct(action)
    else setOpened(entries.find(({ name }) => `open ${name}` === key))
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: [
            ...actions.map(({ name, label, icon, danger }) => ({
              key: `act ${name}`,
              label,
              danger,
              icon: icon && iconOf(icon),
            })),
            ...entries.map(({ name, label, icon }) => ({
              key: `open ${name}`,
              label: words(label),
              icon: iconOf(icon),
            })),
          ],
          onClick: ({ key }) => choose(key),
        }}
      >
        <Button
          ref={button}
          type="text"
          icon={<MoreOutlined aria-hidden />}
          aria-label={words('record.actions')}
          title={words('record.actions')}
          aria-haspopup="menu"
        />
      </Dropdown>
      {opened && (
        <Suspense fallback={null}>
          <opened.Dialog resource={resource} onClose={() => setOpened(undefined)} />
        </Suspense>
      )}
    </>
  )
}

const iconOf = (name: string) => <span aria-hidden>{createElement(iconNamed(name))}</span>
