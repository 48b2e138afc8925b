import type { ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Button } from 'antd'
import { useWords } from '../../providers/i18n.ts'
import { BulkBar } from './BulkBar.tsx'
import styles from './ListPage.module.css'
import { Pager } from './Pager.tsx'
import { placeOf } from './pages.ts'
import type { ListControl } from './useListState.ts'
import type { Selection } from './useSelection.ts'
import type { Listed } from './useTree.ts'

interface ListFooterProps {
  resource: ResourceMeta
  list: ListControl
  listed: Listed
  selection: Selection
  onAct: (action: ActionMeta) => void
  /** Nothing is selected any more. */
  onUnselected: () => void
}

/** What may be done with the selected rows, and the pages; keeps its height while they are not known. */
export function ListFooter({ resource, list, listed, selection, onAct, onUnselected }: ListFooterProps) {
  const { total, nextCursor, rows, toggleAll } = listed
  const { state, change } = list
  const words = useWords()
  const hasPages = total && total.count > 0 && !toggleAll
  return (
    <footer className={styles.foot}>
      <BulkBar resource={resource} selection={selection} onAct={onAct} onGone={onUnselected} />
      {toggleAll && rows.length > 0 && (
        <span>
          <Button size="small" type="text" onClick={() => toggleAll(true)}>
            {words('list.tree.expandAll')}
          </Button>
          <Button size="small" type="text" onClick={() => toggleAll(false)}>
            {words('list.tree.collapseAll')}
          </Button>
        </span>
      )}
      {hasPages && (
        <Pager
          state={state}
          total={total}
          place={placeOf({ state, total, rows: rows.length, nextCursor })}
          onGo={(next) => change(next)}
        />
      )}
    </footer>
  )
}
