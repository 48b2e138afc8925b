import { MoreOutlined } from '@ant-design/icons'
import type { ResourceMeta } from '@ficha/api/contract'
import { Button, Dropdown } from 'antd'
import { createElement, Suspense, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import { iconNamed } from '../../providers/icons.ts'
import { type Entry, useEntries } from '../extensions.ts'

/** What other rooms offer beside a list; not there when they offer nothing. */
export function ListMenu({ resource }: { resource: ResourceMeta }) {
  const words = useWords()
  const entries = useEntries(resource)
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<Entry>()
  if (entries.length === 0) return null

  function choose(key: string) {
    // The menu goes; what opens next finds here where to give the focus back.
    button.current?.focus()
    setOpened(entries.find(({ name }) => name === key))
  }

  return (
    <>
      <Dropdown
        trigger={['click']}
        autoFocus
        menu={{
          items: entries.map(({ name, label, icon }) => ({
            key: name,
            label: words(label),
            icon: <span aria-hidden>{createElement(iconNamed(icon))}</span>,
          })),
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
