import { Drawer } from 'antd'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import type { EntryDialogProps } from '../extensions.ts'
import { titleOf } from '../page/title.ts'
import { useReturnFocus } from '../page/useReturnFocus.ts'
import styles from './History.module.css'
import { Timeline } from './Timeline.tsx'

/** What happened to a record, beside its page. */
export function HistoryDrawer({ resource, record, onClose }: EntryDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [language] = useLanguage()
  if (!record) return null
  return (
    <Drawer
      open
      title={words('history.title', { title: titleOf(resource, record, language) })}
      width="min(560px, 100vw)"
      onClose={onClose}
      rootClassName={styles.drawer}
    >
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached by the keyboard (WCAG 2.1.1) */}
      <section className={styles.inside} tabIndex={0} aria-label={words('history.open')}>
        <Timeline resource={resource} record={record} />
      </section>
    </Drawer>
  )
}
