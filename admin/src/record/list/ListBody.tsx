import type { ResourceMeta } from '@ficha/api/contract'
import { Alert, Button } from 'antd'
import { Link } from 'react-router'
import { useWords } from '../../providers/i18n.ts'
import { narrow, useMedia } from '../../providers/useMedia.ts'
import { Empty } from '../states/Empty.tsx'
import { Failed } from '../states/Failed.tsx'
import { ColumnChooser } from './ColumnChooser.tsx'
import styles from './ListPage.module.css'
import { defaultSort, isNarrowed, type ListState } from './listState.ts'
import { newLabel } from './newLabel.ts'
import { nextSort, sameSort } from './nextSort.ts'
import { RecordCards } from './RecordCards.tsx'
import { RecordTable } from './RecordTable.tsx'
import type { RowHandlers } from './rowHandlers.ts'
import { SelectAll } from './SelectAll.tsx'
import { SortChooser } from './SortChooser.tsx'
import type { RowModel } from './treeRows.ts'
import type { Columns } from './useColumns.ts'
import type { ListControl } from './useListState.ts'
import type { Selection } from './useSelection.ts'
import type { Listed } from './useTree.ts'

interface ListBodyProps {
  resource: ResourceMeta
  list: ListControl
  columns: Columns
  listed: Listed
  models: RowModel[]
  handlers: RowHandlers
  selection: Selection
  canCreate: boolean
}

/** Rows held open while the first answer is under way; more would only be scrolled past. */
const mostExpected = 25

/** The rows, or what stands in their place. */
export function ListBody(props: ListBodyProps) {
  const { resource, list, columns, listed, models, handlers, selection, canCreate } = props
  const isNarrow = useMedia(narrow)
  const { state, change } = list
  if (listed.error) return <Failed error={listed.error} retry={listed.retry} />
  if (!listed.isLoading && models.length === 0) {
    return (
      <NoRows resource={resource} state={state} total={listed.total?.count} change={change} canCreate={canCreate} />
    )
  }

  const sort = state.sort.length > 0 ? state.sort : defaultSort(resource)
  const sortBy = (next: typeof sort) => change({ sort: sameSort(next, defaultSort(resource)) ? [] : next })
  const expected = listed.isLoading ? Math.min(state.pageSize, mostExpected) : 0
  const shown = { models, handlers, selection, expected, isFormer: listed.isFormer }
  const outdated = listed.isOutdated && <Outdated retry={listed.retry} />
  if (isNarrow) {
    return (
      <div>
        {outdated}
        <div className={styles.over}>
          {handlers.onSelect && (
            <span className={styles.all}>
              <SelectAll selection={selection} />
            </span>
          )}
          <SortChooser resource={resource} sort={sort} onSort={sortBy} />
        </div>
        <RecordCards {...shown} />
      </div>
    )
  }
  return (
    <>
      {outdated}
      <RecordTable
        {...shown}
        sizes={columns}
        sort={sort}
        onSort={(field, add) => sortBy(nextSort({ sort, field, add }))}
      >
        <ColumnChooser resource={resource} columns={columns} />
      </RecordTable>
    </>
  )
}

/** The rows are those of the last time: better than none, but not without saying so. */
function Outdated({ retry }: { retry: () => void }) {
  const words = useWords()
  const again = (
    <Button size="small" onClick={retry}>
      {words('shell.retry')}
    </Button>
  )
  return <Alert type="warning" showIcon role="alert" message={words('list.outdated')} action={again} />
}

interface NoRowsProps {
  resource: ResourceMeta
  state: ListState
  total?: number
  change: ListControl['change']
  canCreate: boolean
}

/** Nothing there yet, nothing that matches, or nothing so far back: each says what to do. */
function NoRows({ resource, state, total = 0, change, canCreate }: NoRowsProps) {
  const words = useWords()
  const { key, params } = newLabel(resource.label[0])
  if (total > 0) {
    return (
      <Empty title={words('list.pages.beyond')}>
        <Button onClick={() => change({})}>{words('list.pages.first')}</Button>
      </Empty>
    )
  }
  if (isNarrowed(state)) {
    return (
      <Empty title={words('list.none.title')} detail={words('list.none.text')}>
        <Button onClick={() => change({ q: '', filters: [] })}>{words('list.none.clear')}</Button>
      </Empty>
    )
  }
  return (
    <Empty title={words('list.empty.title')} detail={words(canCreate ? 'list.empty.create' : 'list.empty.wait')}>
      {canCreate && (
        <Link to={`/${resource.path}/new`} className={styles.new}>
          {words(key, params)}
        </Link>
      )}
    </Empty>
  )
}
