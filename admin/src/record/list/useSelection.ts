import { maxPageSize } from '@ficha/api/contract'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type { Row } from '../page/row.ts'

/** The selected rows, and how to change them. */
export interface Selection {
  has: (id: number) => boolean
  rows: Row[]
  /** As many as an action takes: no more can be selected. */
  isFull: boolean
  /** How much of the rows shown is selected. */
  page: 'none' | 'some' | 'all'
  select: (row: Row, selected: boolean, options?: SelectOptions) => void
  selectPage: (selected: boolean) => void
  drop: (rows: readonly Row[]) => void
  /** A row is of another version now; where it is not selected, nothing happens. */
  renew: (row: Row) => void
  clear: () => void
}

export interface SelectOptions {
  /** With every row between it and the one before. */
  range?: boolean
}

type Chosen = ReadonlyMap<number, Row>

/** How many rows can be selected: the API takes no more at once. */
export const mostSelected = maxPageSize

/**
 * The rows chosen for an action on several. They stay chosen over pages, with the version they have now where they are shown,
 * and until `question`, which is what the list was asked for, is another one.
 */
export function useSelection(shown: readonly Row[], question: string): Selection {
  const [held, setHeld] = useState<{ question: string; chosen: Chosen }>({ question, chosen: none })
  const chosen = held.question === question ? held.chosen : none
  const latest = useRef(shown)
  const former = useRef<number>(undefined)
  useEffect(() => {
    latest.current = shown
  }, [shown])

  const change = useCallback(
    (to: (chosen: Chosen) => Chosen) =>
      setHeld((before) => ({ question, chosen: to(before.question === question ? before.chosen : none) })),
    [question],
  )
  const select = useCallback(
    (row: Row, selected: boolean, { range = false }: SelectOptions = {}) => {
      const rows = range ? between(latest.current, former.current, row) : [row]
      former.current = row.id
      change((before) => put(before, rows, selected))
    },
    [change],
  )
  const drop = useCallback((rows: readonly Row[]) => change((before) => put(before, rows, false)), [change])
  const renew = useCallback(
    (row: Row) => change((before) => (before.has(row.id) ? new Map(before).set(row.id, row) : before)),
    [change],
  )
  const clear = useCallback(() => change(() => none), [change])

  const rows = useMemo(() => {
    const fresh = new Map(shown.map((row) => [row.id, row]))
    return [...chosen.values()].map((row) => newer(row, fresh.get(row.id)))
  }, [chosen, shown])
  const isFull = chosen.size >= mostSelected
  const here = shown.filter(({ id }) => chosen.has(id)).length
  return {
    has: (id) => chosen.has(id),
    rows,
    isFull,
    page: here === 0 ? 'none' : here === shown.length ? 'all' : 'some',
    select,
    // Where no more can be added, what is left is to take them away.
    selectPage: (selected) => change((before) => put(before, shown, selected && !isFull)),
    drop,
    renew,
    clear,
  }
}

const none: Chosen = new Map()

/** The rows from the one selected before to this one, in the order they are shown, the former first. */
function between(shown: readonly Row[], former: number | undefined, row: Row): readonly Row[] {
  const [from, to] = [former, row.id].map((wanted) => shown.findIndex(({ id }) => id === wanted))
  if (from === undefined || to === undefined || from < 0 || to < 0) return [row]
  return from <= to ? shown.slice(from, to + 1) : shown.slice(to, from + 1).reverse()
}

function newer(row: Row, fresh: Row | undefined): Row {
  return fresh && fresh.version >= row.version ? fresh : row
}

function put(chosen: Chosen, rows: readonly Row[], selected: boolean): Chosen {
  const next = new Map(chosen)
  for (const row of rows) {
    if (!selected) next.delete(row.id)
    else if (next.size < mostSelected) next.set(row.id, row)
  }
  return next
}
