import { type KeyboardEvent, type RefObject, useRef, useState } from 'react'

interface GridKeys {
  grid: RefObject<HTMLTableElement | null>
  /** Whether Tab leads to this cell: one of them, the one that had the focus last. */
  tabIndexOf: (cell: string) => 0 | -1
  onFocus: (cell: string) => void
  onKeyDown: (event: KeyboardEvent) => void
}

/**
 * The keys of a grid as the ARIA practices describe them: arrows go from cell to cell, Home and End to the ends of the row,
 * with Ctrl to the ends of the grid; Enter opens, since cells are buttons.
 * @param first the cell that Tab leads to before any had the focus
 */
export function useGridKeys(first: string | undefined, cells: ReadonlySet<string>): GridKeys {
  const grid = useRef<HTMLTableElement>(null)
  const [active, setActive] = useState<string>()
  const current = active !== undefined && cells.has(active) ? active : first

  function onKeyDown(event: KeyboardEvent) {
    const { target: cell } = event
    if (!(cell instanceof HTMLButtonElement)) return
    const rows = rowsOf(grid.current)
    const row = rows.findIndex((buttons) => buttons.includes(cell))
    const column = rows[row]?.indexOf(cell) ?? -1
    if (column < 0) return
    const target = step(rows, { row, column }, event)
    if (!target) return
    event.preventDefault()
    target.focus()
    target.scrollIntoView?.({ block: 'nearest', inline: 'nearest' })
  }

  return {
    grid,
    tabIndexOf: (cell) => (cell === current ? 0 : -1),
    onFocus: setActive,
    onKeyDown,
  }
}

type Buttons = readonly HTMLButtonElement[]

function rowsOf(grid: HTMLTableElement | null): Buttons[] {
  return [...(grid?.rows ?? [])]
    .map((row) => [...row.querySelectorAll<HTMLButtonElement>('button[data-cell]')])
    .filter((buttons) => buttons.length > 0)
}

interface Place {
  row: number
  column: number
}

function step(rows: readonly Buttons[], { row, column }: Place, event: KeyboardEvent): HTMLButtonElement | undefined {
  const withControl = event.ctrlKey || event.metaKey
  const here = rows[row] ?? []
  const inRow = (at: number) => {
    const buttons = rows[at]
    return buttons?.[Math.min(column, buttons.length - 1)]
  }
  switch (event.key) {
    case 'ArrowLeft':
      return here[column - 1]
    case 'ArrowRight':
      return here[column + 1]
    case 'ArrowUp':
      return inRow(row - 1)
    case 'ArrowDown':
      return inRow(row + 1)
    case 'Home':
      return withControl ? rows[0]?.[0] : here[0]
    case 'End':
      return withControl ? rows.at(-1)?.at(-1) : here.at(-1)
    default:
      return undefined
  }
}
