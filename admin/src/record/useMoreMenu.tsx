import type { ActionMeta } from '@ficha/api/contract'
import type { MenuProps } from 'antd'
import { createElement, type ReactNode, type RefObject, Suspense, useRef, useState } from 'react'
import { useWords } from '../providers/i18n.ts'
import { iconNamed } from '../providers/icons.ts'
import type { Entry, EntryDialogProps } from './extensions.ts'

interface MoreMenuOptions extends Pick<EntryDialogProps, 'resource' | 'record'> {
  /** Those that have no button of their own. */
  actions: readonly ActionMeta[]
  onAct: (action: ActionMeta) => void
  entries: readonly Entry[]
}

interface MoreMenu {
  /** Opens the menu. */
  button: RefObject<HTMLButtonElement | null>
  /** The actions, then the entries. */
  items: NonNullable<MenuProps['items']>
  /** Does what stands behind an item; false for an item that is not of these. */
  choose: (key: string) => boolean
  open: (entry: Entry) => void
  /** The dialog of the entry that was chosen. */
  dialog: ReactNode
}

/** What else may be done with a list or a record: actions, and what other rooms offer. */
export function useMoreMenu({ resource, record, actions, onAct, entries }: MoreMenuOptions): MoreMenu {
  const words = useWords()
  const button = useRef<HTMLButtonElement>(null)
  const [opened, setOpened] = useState<Entry>()

  const acts = actions.map(({ name, label, icon, danger }) => ({
    key: `act ${name}`,
    label,
    danger,
    icon: menuIcon(icon),
  }))
  const opens = entries.map(({ name, label, icon }) => ({
    key: `open ${name}`,
    label: words(label),
    icon: menuIcon(icon),
  }))
  const isBoth = acts.length > 0 && opens.length > 0

  function choose(key: string): boolean {
    // The menu goes; what opens next finds here where to give the focus back.
    button.current?.focus()
    const action = actions.find(({ name }) => `act ${name}` === key)
    const entry = entries.find(({ name }) => `open ${name}` === key)
    if (action) onAct(action)
    if (entry) setOpened(entry)
    return action !== undefined || entry !== undefined
  }

  return {
    button,
    items: [...acts, ...(isBoth ? [{ type: 'divider' as const }] : []), ...opens],
    choose,
    open: setOpened,
    dialog: opened && (
      <Suspense fallback={null}>
        <opened.Dialog resource={resource} record={record} onClose={() => setOpened(undefined)} />
      </Suspense>
    ),
  }
}

/** The icon of a name; none where none was given. */
export function menuIcon(name: string | undefined): ReactNode {
  return name === undefined ? undefined : <span aria-hidden>{createElement(iconNamed(name))}</span>
}
