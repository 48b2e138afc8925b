import type { ResourceMeta } from '@ficha/api/contract'
import { Alert, Button } from 'antd'
import { type RefObject, useEffect, useRef } from 'react'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { countText } from '../list/totalText.ts'
import type { Row } from '../page/row.ts'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import styles from './History.module.css'
import { HistoryItem } from './HistoryItem.tsx'
import { type History, useHistory } from './useHistory.ts'

interface TimelineProps {
  resource: ResourceMeta
  record: Row
}

/** The entries of a history, or what stands in their place. */
export function Timeline({ resource, record }: TimelineProps) {
  const words = useWords()
  const past = useHistory(resource, record)
  const { entries, error, isOutdated, retry } = past
  const list = useRef<HTMLOListElement>(null)
  const showMore = useFocusOnFirstNew(list, entries?.length ?? 0)

  if (error) return <Failed error={error} retry={retry} page={false} />
  if (!entries) return <Bones />
  if (entries.length === 0) return <Empty title={words('history.empty')} />
  const again = (
    <Button size="small" onClick={retry}>
      {words('shell.retry')}
    </Button>
  )
  return (
    <>
      {isOutdated && <Alert type="warning" showIcon role="alert" message={words('history.outdated')} action={again} />}
      <ol ref={list} className={styles.entries} aria-label={words('history.entries')}>
        {entries.map((entry) => (
          <HistoryItem key={entry.id} resource={resource} entry={entry} />
        ))}
      </ol>
      <More past={past} shown={entries.length} onMore={showMore} />
    </>
  )
}

interface MoreProps {
  past: History
  shown: number
  onMore: () => void
}

/** How far back one sees, and the button for what was before. */
function More({ past, shown, onMore }: MoreProps) {
  const words = useWords()
  const [language] = useLanguage()
  const { total, more, isLoadingMore, moreFailed } = past
  const count = (of: number) => countText(of, language)
  return (
    <div className={styles.more}>
      {moreFailed && <Alert type="error" showIcon role="alert" message={words('history.more.failed')} />}
      {more && (
        <Button
          block
          loading={isLoadingMore}
          onClick={() => {
            onMore()
            more()
          }}
        >
          {words('history.more', { left: count(total - shown) })}
        </Button>
      )}
      <span role="status" className={styles.shown}>
        {words('history.shown', { shown: count(shown), total: count(total) })}
      </span>
    </div>
  )
}

/** Call it before more entries are fetched: the first of them gets the focus, since the button may go. */
function useFocusOnFirstNew(list: RefObject<HTMLOListElement | null>, shown: number): () => void {
  const from = useRef<number>(undefined)
  useEffect(() => {
    if (from.current === undefined || shown <= from.current) return
    const first = list.current?.children[from.current]
    if (first instanceof HTMLElement) first.focus()
    from.current = undefined
  }, [list, shown])
  return () => {
    from.current = shown
  }
}

function Bones() {
  return ['first', 'second', 'third', 'fourth'].map((bone) => <div key={bone} className={styles.bone} aria-hidden />)
}
