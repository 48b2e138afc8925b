import { type RefObject, useEffect, useRef } from 'react'
import { focusedRow, focusRecord, moveFocus } from './rowFocus.ts'
import type { RowHandlers } from './rowHandlers.ts'
import type { RowModel } from './treeRows.ts'
import type { Selection, SelectOptions } from './useSelection.ts'
import { useShortcuts } from './useShortcuts.ts'

interface Keys {
  page: RefObject<HTMLElement | null>
  models: RowModel[]
  handlers: RowHandlers
  selection: Selection
  /** Absent where there is nothing to search in. */
  search?: () => void
  /** Absent where one may not create. */
  create?: () => void
  help: () => void
}

/** The keys of the list: single characters anywhere on it, arrows while the focus is in a row. */
export function useListKeys({ page, models, handlers, selection, search, create, help }: Keys): void {
  const focused = () => models.find(({ row }) => String(row.id) === focusedRow()?.dataset.id)
  const move = (step: number) => page.current && moveFocus(page.current, step)

  function select(options?: SelectOptions) {
    const row = focused()?.row
    if (row) handlers.onSelect?.(row, !selection.has(row.id), options)
  }

  useShortcuts({
    ...(search && { '/': search }),
    ...(create && { n: create }),
    ...(handlers.onSelect && { x: () => select() }),
    '?': help,
    j: () => move(1),
    k: () => move(-1),
    '.': () => focusedRow()?.querySelector<HTMLElement>('[data-menu]')?.click(),
  })

  const latest = useRef(pressed)
  useEffect(() => {
    latest.current = pressed
  })
  useEffect(() => {
    const list = page.current
    const press = (event: KeyboardEvent) => latest.current(event)
    list?.addEventListener('keydown', press)
    return () => list?.removeEventListener('keydown', press)
  }, [page])

  function pressed(event: KeyboardEvent): void {
    if (isForSpace(event) && handlers.onSelect && focused()) {
      event.preventDefault()
      select({ range: event.shiftKey })
      return
    }
    const model = event.ctrlKey || event.metaKey || event.altKey || event.shiftKey ? undefined : focused()
    if (!model || event.defaultPrevented) return
    const act = arrows(model)[event.key]
    if (!act) return
    event.preventDefault()
    act()
  }

  function arrows(model: RowModel): Record<string, (() => void) | undefined> {
    const rows = {
      ArrowDown: () => move(1),
      ArrowUp: () => move(-1),
      Home: () => move(-models.length),
      End: () => move(models.length),
    }
    const { branch, row } = model
    if (!branch) return rows
    const toggle = () => handlers.onToggle?.(row)
    return {
      ...rows,
      ArrowRight: branch.open ? () => move(1) : branch.open === false ? toggle : undefined,
      ArrowLeft: branch.open ? toggle : () => focusParent(model),
    }
  }

  function focusParent({ row, branch }: RowModel): void {
    const at = models.findIndex((model) => model.row.id === row.id)
    const above = models.slice(0, at).findLast((model) => (model.branch?.level ?? 1) < (branch?.level ?? 1))
    if (above && page.current) focusRecord(page.current, above.row.id)
  }
}

/** A space that the element with the focus does not take for itself, as boxes and buttons do. */
function isForSpace({ key, target, ctrlKey, metaKey, altKey, defaultPrevented }: KeyboardEvent): boolean {
  if (key !== ' ' || ctrlKey || metaKey || altKey || defaultPrevented) return false
  return target instanceof HTMLElement && !target.closest('button, input, select, textarea')
}
