import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { Row } from '../page/row.ts'
import { titleOf } from '../page/title.ts'
import styles from './BulkBar.module.css'
import { Panel } from './Panel.tsx'
import { countText } from './totalText.ts'

interface BulkActionProps {
  resource: ResourceMeta
  action: ActionMeta
  /** Those of the selected rows that do not allow it. */
  refused: readonly Row[]
  onAct: () => void
  /** Takes the refused rows out of the selection. */
  onDrop: () => void
}

/** More names than this say no more. */
const mostNamed = 5

/** An action on the selected rows; where some of them do not allow it, it says which, and offers to leave them out. */
export function BulkAction({ resource, action, refused, onAct, onDrop }: BulkActionProps) {
  const words = useWords()
  const [language] = useLanguage()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => setOpen(false), [])
  const count = countText(refused.length, language)
  const isRefused = refused.length > 0
  const label = isRefused ? words('list.select.refused', { label: action.label, count }) : action.label
  const dialog = isRefused ? { 'aria-haspopup': 'dialog' as const, 'aria-expanded': open } : {}

  function drop() {
    close()
    button.current?.focus()
    onDrop()
  }

  return (
    <span className={styles.action}>
      <Button
        ref={button}
        size="small"
        danger={action.danger && !isRefused}
        {...dialog}
        onClick={isRefused ? () => setOpen(!open) : onAct}
      >
        {label}
      </Button>
      {open && isRefused && (
        <Panel label={label} opener={button} onClose={close} side="above">
          <p>{words('list.select.refused.text')}</p>
          <Names resource={resource} rows={refused} />
          <Button block onClick={drop}>
            {refused.length === 1 ? words('list.select.drop.one') : words('list.select.drop.many', { count })}
          </Button>
        </Panel>
      )}
    </span>
  )
}

function Names({ resource, rows }: { resource: ResourceMeta; rows: readonly Row[] }) {
  const words = useWords()
  const [language] = useLanguage()
  const named = rows.slice(0, mostNamed)
  const others = rows.length - named.length
  return (
    <ul className={styles.names}>
      {named.map((row) => (
        <li key={row.id}>{titleOf(resource, row, language)}</li>
      ))}
      {others > 0 && <li>{words('list.select.refused.others', { count: countText(others, language) })}</li>}
    </ul>
  )
}
