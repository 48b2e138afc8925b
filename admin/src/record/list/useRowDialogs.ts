import type { ActionMeta, ActionTarget } from '@ficha/api/contract'
import { useCallback, useMemo, useState } from 'react'
import type { Row } from '../page/row.ts'
import type { OpenMenu } from './RowMenu.tsx'

/** What stands over the list: the menu of a row, the question before deleting, an action under way. */
export interface RowDialogs {
  menu?: OpenMenu
  deleting?: Row
  acting?: { action: ActionMeta; rows: Row[]; on: ActionTarget }
  openMenu: (menu: OpenMenu) => void
  remove: (row: Row) => void
  act: (action: ActionMeta, rows: Row[], on: ActionTarget) => void
  /** Closes the menu, and nothing that was opened from it. */
  closeMenu: () => void
  close: () => void
}

type Open = Pick<RowDialogs, 'menu' | 'deleting' | 'acting'>

/** At most one thing stands over the list. */
export function useRowDialogs(): RowDialogs {
  const [open, setOpen] = useState<Open>({})
  const openMenu = useCallback((menu: OpenMenu) => setOpen({ menu }), [])
  const remove = useCallback((deleting: Row) => setOpen({ deleting }), [])
  const act = useCallback(
    (action: ActionMeta, rows: Row[], on: ActionTarget) => setOpen({ acting: { action, rows, on } }),
    [],
  )
  const closeMenu = useCallback(() => setOpen((before) => (before.menu ? {} : before)), [])
  const close = useCallback(() => setOpen({}), [])
  return useMemo(
    () => ({ ...open, openMenu, remove, act, closeMenu, close }),
    [open, openMenu, remove, act, closeMenu, close],
  )
}
