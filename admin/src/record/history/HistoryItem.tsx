import { DownOutlined } from '@ant-design/icons'
import type { HistoryEntry, ResourceMeta } from '@ficha/api/contract'
import { useId, useState } from 'react'
import { writeExactInstant, writeInstant } from '../../kinds/dates.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { countText } from '../list/totalText.ts'
import { ChangeLine, type Side } from './ChangeLine.tsx'
import styles from './History.module.css'
import { relativeTime } from './relativeTime.ts'

interface HistoryItemProps {
  resource: ResourceMeta
  entry: HistoryEntry
}

/** Of the birth and the end of a record there is one side to tell, and much of it: it stands folded. */
const oneSided: Readonly<Record<string, Side>> = { create: 'after', delete: 'before' }

/** One thing that happened to a record: what, through whom, when and why, and what became of its fields. */
export function HistoryItem({ resource, entry }: HistoryItemProps) {
  const words = useWords()
  const linesId = useId()
  const { action, label, cause, note, erased, changes } = entry
  const side = oneSided[action]
  const folds = side !== undefined && changes.length > 0
  const [open, setOpen] = useState(!folds)
  return (
    <li className={styles.entry} tabIndex={-1}>
      {folds ? (
        <button
          type="button"
          className={styles.fold}
          aria-expanded={open}
          aria-controls={linesId}
          onClick={() => setOpen(!open)}
        >
          <FoldedLabel label={label} count={changes.length} />
          <DownOutlined aria-hidden className={styles.caret} />
        </button>
      ) : (
        <p className={styles.what}>{label}</p>
      )}
      <By entry={entry} />
      {cause && <p className={styles.note}>{words('history.because', { cause })}</p>}
      {note && <p className={styles.note}>{words('history.note', { note })}</p>}
      {erased && <p className={styles.erased}>{words('history.erased')}</p>}
      {changes.length > 0 && (
        <dl id={linesId} className={styles.changes} hidden={!open}>
          {open && changes.map((change) => <ChangeLine key={change.field} {...{ resource, change, side }} />)}
        </dl>
      )}
    </li>
  )
}

function FoldedLabel({ label, count }: { label: string; count: number }) {
  const words = useWords()
  const [language] = useLanguage()
  if (count === 1) return words('history.folded.one', { label })
  return words('history.folded.many', { label, count: countText(count, language) })
}

/** Through whom and when: how long ago, and the day and the minute of it. */
function By({ entry: { by, at } }: { entry: HistoryEntry }) {
  const words = useWords()
  const [language] = useLanguage()
  return (
    <p className={styles.by}>
      {by ? words('history.by', { name: by.name ?? `#${by.id}` }) : words('history.bySystem')}
      {' · '}
      <time dateTime={at} title={writeExactInstant(at)}>
        {relativeTime(at, language)}, <span className={styles.exact}>{writeInstant(at)}</span>
      </time>
    </p>
  )
}
