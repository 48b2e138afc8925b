import type { ResourceMeta } from '@ficha/api/contract'
import { useInvalidate } from '@refinedev/core'
import { lazy, type RefObject, Suspense } from 'react'
import { useLanguage } from '../../providers/i18n.ts'
import type { Row } from '../page/row.ts'
import { titleOf } from '../page/title.ts'
import { RowMenu } from './RowMenu.tsx'
import { focusHeading, focusRecord } from './rowFocus.ts'
import type { RowDialogs } from './useRowDialogs.ts'
import type { Selection } from './useSelection.ts'

const ActionDialog = lazy(() => import('../ActionDialog.tsx').then((module) => ({ default: module.ActionDialog })))
const DeleteDialog = lazy(() => import('../page/DeleteDialog.tsx').then((module) => ({ default: module.DeleteDialog })))

interface ListDialogsProps {
  resource: ResourceMeta
  dialogs: RowDialogs
  rows: Row[]
  page: RefObject<HTMLElement | null>
  leave: (row: Row) => void
  selection: Selection
  /** The selected rows have been acted on. */
  onUnselected: () => void
}

/** Whatever stands over the list now; the dialogs are loaded when they are first needed. */
export function ListDialogs({ resource, dialogs, rows, page, leave, selection, onUnselected }: ListDialogsProps) {
  const invalidate = useInvalidate()
  const [language] = useLanguage()
  const { menu, deleting, acting, close } = dialogs
  const refresh = () => void invalidate({ resource: resource.name, invalidates: ['list', 'many', 'detail'] })
  const only = acting?.rows.length === 1 ? acting.rows[0] : undefined

  /** The row takes the focus with it when it goes: its neighbour gets it. */
  function focusNear(row: Row) {
    const at = rows.findIndex(({ id }) => id === row.id)
    const near = rows[at + 1] ?? rows[at - 1]
    requestAnimationFrame(() => {
      if (!page.current) return
      const found = near && focusRecord(page.current, near.id)
      if (!found) focusHeading(page.current)
    })
  }

  return (
    <>
      {menu && (
        <RowMenu
          resource={resource}
          {...menu}
          onOpen={leave}
          onAct={(action, row) => dialogs.act(action, [row], 'record')}
          onDelete={dialogs.remove}
          onClose={dialogs.closeMenu}
        />
      )}
      <Suspense>
        {deleting && (
          <DeleteDialog
            resource={resource}
            record={deleting}
            onClose={close}
            onDeleted={() => {
              close()
              selection.drop([deleting])
              focusNear(deleting)
            }}
          />
        )}
        {acting && (
          <ActionDialog
            resource={resource}
            action={acting.action}
            records={acting.rows.map(({ id, version }) => ({ id, version }))}
            title={only && titleOf(resource, only, language)}
            onClose={close}
            onStale={(now) => {
              selection.renew(now)
              refresh()
            }}
            onDone={() => {
              close()
              refresh()
              if (acting.on !== 'bulk') return
              selection.clear()
              onUnselected()
            }}
          />
        )}
      </Suspense>
    </>
  )
}
