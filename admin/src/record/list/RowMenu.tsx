import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Dropdown, type MenuProps } from 'antd'
import { useEffect, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAccess } from '../../providers/access.ts'
import { useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import type { Row } from '../page/row.ts'

/** The row whose menu is open, and its button. */
export interface OpenMenu {
  row: Row
  button: HTMLElement
}

interface RowMenuProps extends OpenMenu {
  resource: ResourceMeta
  onOpen: (row: Row) => void
  onAct: (action: ActionMeta, row: Row) => void
  onDelete: (row: Row) => void
  onClose: () => void
}

/** What may be done with one row; one menu for the whole list, since one a row would cost more than the rows. */
export function RowMenu({ resource, row, button, onOpen, onAct, onDelete, onClose }: RowMenuProps) {
  const words = useWords()
  const notify = useNotify()
  const navigate = useNavigate()
  const access = useAccess()
  const address = `/${resource.path}/${row.id}`
  const actions = resource.actions.filter(
    ({ name, on }) => on.includes('record') && access.can(name, resource.name, row),
  )
  const { right, bottom } = button.getBoundingClientRect()
  const [shown, setShown] = useState(false)
  // Not before the click that asked for it is over: the menu would take it for a click beside itself.
  useEffect(() => {
    const frame = requestAnimationFrame(() => setShown(true))
    return () => cancelAnimationFrame(frame)
  }, [])

  async function copy() {
    try {
      await navigator.clipboard.writeText(new URL(address, location.origin).href)
      notify.success(words('list.row.copied'))
    } catch {
      notify.error(words('list.row.copyFailed'))
    }
  }

  const does: Record<string, () => void> = {
    open() {
      onOpen(row)
      navigate(address)
    },
    openTab: () => void window.open(address, '_blank', 'noopener'),
    copy: () => void copy(),
    delete: () => onDelete(row),
    ...Object.fromEntries(actions.map((action) => [`act ${action.name}`, () => onAct(action, row)])),
  }
  const items: MenuProps['items'] = [
    { key: 'open', label: words('list.row.open') },
    { key: 'openTab', label: words('list.row.openTab') },
    { key: 'copy', label: words('list.row.copy') },
    ...actions.map(({ name, label, danger }) => ({ key: `act ${name}`, label, danger })),
  ]
  if (access.can('delete', resource.name, row)) {
    items.push({ type: 'divider' }, { key: 'delete', label: words('record.delete'), danger: true })
  }

  function close() {
    onClose()
    button.focus()
  }

  return (
    <Dropdown
      open={shown}
      autoFocus
      trigger={['click']}
      placement="bottomRight"
      menu={{
        items,
        onClick: ({ key }) => {
          close()
          does[key]?.()
        },
      }}
      onOpenChange={(open) => {
        if (!open) close()
      }}
    >
      {/* A place without a size would count as one that cannot be seen. */}
      <span style={{ position: 'fixed', left: right - 1, top: bottom - 1, width: 1, height: 1 }} />
    </Dropdown>
  )
}
