import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { type Access, useAccess } from '../../providers/access.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { BulkAction } from './BulkAction.tsx'
import styles from './BulkBar.module.css'
import { countText } from './totalText.ts'
import { mostSelected, type Selection } from './useSelection.ts'

interface BulkBarProps {
  resource: ResourceMeta
  selection: Selection
  onAct: (action: ActionMeta) => void
  /** The bar goes, and the focus that was in it needs another place. */
  onGone: () => void
}

/** What may be done with the selected rows, all of them or none. */
export function BulkBar({ resource, selection, onAct, onGone }: BulkBarProps) {
  const words = useWords()
  const [language] = useLanguage()
  const access = useAccess()
  const { rows, isFull, drop, clear } = selection
  if (rows.length === 0) return null
  return (
    <section className={styles.bar} data-bulk aria-label={words('list.select.bar')}>
      <span className={styles.count} role="status">
        {rows.length === 1
          ? words('list.select.count.one')
          : words('list.select.count.many', { count: countText(rows.length, language) })}
        {isFull && ` · ${words('list.select.full', { most: countText(mostSelected, language) })}`}
      </span>
      {bulkActions(resource, access).map((action) => {
        const refused = rows.filter((row) => !access.can(action.name, resource.name, row))
        return (
          <BulkAction
            key={action.name}
            resource={resource}
            action={action}
            refused={refused}
            onAct={() => onAct(action)}
            onDrop={() => {
              drop(refused)
              if (refused.length === rows.length) onGone()
            }}
          />
        )
      })}
      <Button
        size="small"
        type="text"
        onClick={() => {
          clear()
          onGone()
        }}
      >
        {words('list.select.clear')}
      </Button>
    </section>
  )
}

/** The actions on several records that this person may run at all; none means that rows cannot be selected. */
export function bulkActions(resource: ResourceMeta, access: Access): ActionMeta[] {
  return resource.actions.filter(({ name, on }) => on.includes('bulk') && access.can(name, resource.name))
}
