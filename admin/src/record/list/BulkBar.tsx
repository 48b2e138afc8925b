import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button, Tooltip } from 'antd'
import { useAccess } from '../../providers/access.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import styles from './BulkBar.module.css'
import { countText } from './totalText.ts'
import type { Selection } from './useSelection.ts'

interface BulkBarProps {
  resource: ResourceMeta
  selection: Selection
  onAct: (action: ActionMeta) => void
}

/** What may be done with the selected rows, all of them or none. */
export function BulkBar({ resource, selection, onAct }: BulkBarProps) {
  const words = useWords()
  const [language] = useLanguage()
  const access = useAccess()
  const count = selection.rows.length
  if (count === 0) return null
  return (
    <section className={styles.bar} data-bulk aria-label={words('list.select.bar')}>
      <span className={styles.count} role="status">
        {count === 1
          ? words('list.select.count.one')
          : words('list.select.count.many', { count: countText(count, language) })}
      </span>
      {bulkActions(resource, access).map((action) => {
        const refused = selection.rows.filter((row) => !access.can(action.name, resource.name, row)).length
        const why = refused > 0 ? words('list.select.refused', { label: action.label, count: refused }) : undefined
        return (
          <Tooltip key={action.name} title={why}>
            <Button
              size="small"
              danger={action.danger}
              aria-disabled={refused > 0}
              aria-label={why}
              onClick={() => refused === 0 && onAct(action)}
            >
              {action.label}
            </Button>
          </Tooltip>
        )
      })}
      <Button size="small" type="text" onClick={selection.clear}>
        {words('list.select.clear')}
      </Button>
    </section>
  )
}

/** The actions on several records that this person may run at all; none means that rows cannot be selected. */
export function bulkActions(resource: ResourceMeta, access: ReturnType<typeof useAccess>): ActionMeta[] {
  return resource.actions.filter(({ name, on }) => on.includes('bulk') && access.can(name, resource.name))
}
