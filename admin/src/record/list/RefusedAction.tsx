import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { useCallback, useRef, useState } from 'react'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { Row } from '../page/row.ts'
import { titleOf } from '../page/title.ts'
import styles from './BulkBar.module.css'
import { Panel } from './Panel.tsx'
import { countText } from './totalText.ts'

interface RefusedActionProps {
  resource: ResourceMeta
  action: ActionMeta
  /** Those of the selected rows that do not allow it. */
  refused: readonly Row[]
  onDrop: () => void
}

/** More names than this say no more. */
const mostNamed = 5

/** An action that not all of the selected rows allow: says which, and offers to leave them out. */
export function RefusedAction({ resource, action, refused, onDrop }: RefusedActionProps) {
  const words = useWords()
  const [language] = useLanguage()
  const [open, setOpen] = useState(false)
  const button = useRef<HTMLButtonElement>(null)
  const close = useCallback(() => setOpen(false), [])
  const count = countText(refused.length, language)
  const named = refused.slice(0, mostNamed)
  const others = refused.length - named.length
  const label = words('list.select.refused', { label: action.label, count })
  return (
    <span className={styles.refused}>
      <Button ref={button} size="small" aria-haspopup="dialog" aria-expanded={open} onClick={() => setOpen(!open)}>
        {label}
      </Button>
      {open && (
        <Panel label={label} opener={button} onClose={close} side="above">
          <p>{words('list.select.refused.text')}</p>
          <ul className={styles.names}>
            {named.map((row) => (
              <li key={row.id}>{titleOf(resource, row, language)}</li>
            ))}
            {others > 0 && <li>{words('list.select.refused.others', { count: countText(others, language) })}</li>}
          </ul>
          <Button block onClick={onDrop}>
            {refused.length === 1 ? words('list.select.drop.one') : words('list.select.drop.many', { count })}
          </Button>
        </Panel>
      )}
    </span>
  )
}
