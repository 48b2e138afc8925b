import { useCallback, useMemo, useState } from 'react'
import type { Row } from '../page/row.ts'

/** The selected rows, and how to change them. */
export interface Selection {
  has: (id: number) => boolean
  rows: Row[]
  /** How much of the rows shown is selected. */
  page: 'none' | 'some' | 'all'
  select: (row: Row, selected: boolean) => void
  selectPage: (selected: boolean) => void
  clear: () => void
}

/** The rows chosen for an action on several. They stay chosen over pages, with the version they have now where they are shown. */
export function useSelection(shown: readonly Row[]): Selection {
  const [chosen, setChosen] = useState<ReadonlyMap<number, Row>>(new Map())
  const select = useCallback((row: Row, selected: boolean) => setChosen((before) => put(before, [row], selected)), [])
  const selectPage = (selected: boolean) => setChosen((before) => put(before, shown, selected))
  const clear = useCallback(() => setChosen(new Map()), [])
  const rows = useMemo(() => {
    const fresh = new Map(shown.map((row) => [row.id, row]))
    return [...chosen.values()].map((row) => fresh.get(row.id) ?? row)
  }, [chosen, shown])
  const here = shown.filter(({ id }) => chosen.has(id)).length
  const page = here === 0 ? 'none' : here === shown.length ? 'all' : 'some'
  return { has: (id) => chosen.has(id), rows, page, select, selectPage, clear }
}

function put(chosen: ReadonlyMap<number, Row>, rows: readonly Row[], selected: boolean): ReadonlyMap<number, Row> {
  const next = new Map(chosen)
  for (const row of rows) {
    if (selected) next.set(row.id, row)
    else next.delete(row.id)
  }
  return next
}
