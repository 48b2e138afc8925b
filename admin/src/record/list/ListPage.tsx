import type { ResourceMeta } from '@ficha/api/contract'
import type { InputRef } from 'antd'
import { useCallback, useMemo, useRef, useState } from 'react'
import { useNavigate } from 'react-router'
import { useAccess } from '../../providers/access.ts'
import { usePreference } from '../../providers/preference.ts'
import { densityChoice } from '../../providers/theme.ts'
import type { Row } from '../page/row.ts'
import { useReadable } from '../readable.ts'
import { bulkActions } from './BulkBar.tsx'
import { FilterBar } from './FilterBar.tsx'
import { ListBody } from './ListBody.tsx'
import { ListDialogs } from './ListDialogs.tsx'
import { ListFooter } from './ListFooter.tsx'
import { ListHeader } from './ListHeader.tsx'
import styles from './ListPage.module.css'
import { focusHeading } from './rowFocus.ts'
import type { RowHandlers } from './rowHandlers.ts'
import { SearchBox } from './SearchBox.tsx'
import { ShortcutHelp } from './ShortcutHelp.tsx'
import { useColumns } from './useColumns.ts'
import { useListKeys } from './useListKeys.ts'
import { useListState } from './useListState.ts'
import { usePaths } from './usePaths.ts'
import { useResultsAnnounced } from './useResultsAnnounced.ts'
import { useReturn } from './useReturn.ts'
import { useRowDialogs } from './useRowDialogs.ts'
import { useSelection } from './useSelection.ts'
import { useTree } from './useTree.ts'

/** The list of a resource: what it is, what narrows it, its rows, and where one is among them. */
export function ListPage({ resource: known }: { resource: ResourceMeta }) {
  const resource = useReadable(known)
  const page = useRef<HTMLDivElement>(null)
  const search = useRef<InputRef>(null)
  const [helping, setHelping] = useState(false)
  const [density] = usePreference(densityChoice)
  const navigate = useNavigate()
  const access = useAccess()
  const canCreate = access.can('create', resource.name)
  const selectable = bulkActions(resource, access).length > 0

  const list = useListState(resource)
  const columns = useColumns(resource)
  const listed = useTree({ resource, columns: columns.columns, state: list.state })
  const models = usePaths(resource, listed.models)
  const rows = useMemo(() => models.map(({ row }) => row), [models])
  const selection = useSelection(rows, JSON.stringify([list.state.filters, list.state.q]))
  const dialogs = useRowDialogs()
  const leave = useReturn(page, models.length > 0)
  useResultsAnnounced(list.state, listed)

  const { select } = selection
  const { toggle } = listed
  const { openMenu } = dialogs
  const handlers = useMemo<RowHandlers>(
    () => ({
      resource,
      columns: columns.columns,
      onOpen: leave,
      onMenu: (row: Row, button: HTMLElement) => openMenu({ row, button }),
      onSelect: selectable ? select : undefined,
      onToggle: toggle,
    }),
    [resource, columns.columns, leave, openMenu, selectable, select, toggle],
  )
  useListKeys({
    page,
    models,
    handlers,
    selection,
    search: resource.list.search ? () => search.current?.focus({ cursor: 'all' }) : undefined,
    create: canCreate ? () => navigate(`/${resource.path}/new`) : undefined,
    help: () => setHelping(true),
  })
  // What had the focus has gone with the selection.
  const onUnselected = useCallback(() => {
    requestAnimationFrame(() => page.current && focusHeading(page.current))
  }, [])
  const onSearch = useCallback((q: string) => list.change({ q }, { replace: true }), [list.change])

  return (
    <div ref={page} className={styles.page} data-density={density}>
      <ListHeader
        resource={resource}
        total={listed.all}
        canCreate={canCreate}
        actions={resource.actions.filter(({ name, on }) => on.includes('resource') && access.can(name, resource.name))}
        onAct={(action) => dialogs.act(action, [], 'resource')}
        onHelp={() => setHelping(true)}
      >
        {resource.list.search && (
          <SearchBox ref={search} label={resource.label[1]} q={list.state.q} onSearch={onSearch} />
        )}
      </ListHeader>
      <FilterBar resource={resource} list={list} />
      <ListBody {...{ resource, list, columns, listed, models, handlers, selection, canCreate }} />
      <ListFooter
        {...{ resource, list, listed, selection }}
        onAct={(action) => dialogs.act(action, selection.rows, 'bulk')}
        onUnselected={onUnselected}
      />
      <ListDialogs
        resource={resource}
        dialogs={dialogs}
        rows={rows}
        page={page}
        leave={leave}
        selection={selection}
        onUnselected={onUnselected}
      />
      {helping && (
        <ShortcutHelp
          canCreate={canCreate}
          canSearch={resource.list.search}
          selectable={selectable}
          isTree={toggle !== undefined}
          onClose={() => setHelping(false)}
        />
      )}
    </div>
  )
}
