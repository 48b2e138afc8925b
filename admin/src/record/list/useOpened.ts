import { useCallback, useEffect, useMemo, useState } from 'react'
import { onFarewell } from '../../providers/session.ts'

/** Which rows of a tree are open. */
export interface Opened {
  isOpen: (id: number) => boolean
  /** Rows that were opened or closed by hand. */
  touched: readonly number[]
  toggle: (id: number) => void
  /** Opens or closes all of these. */
  setAll: (ids: number[], open: boolean) => void
}

/** What was opened and closed stays so until the page is loaded anew. */
const remembered = new Map<string, ReadonlySet<number>>()

onFarewell(() => remembered.clear())

/** Rows are open from the start or not, and the other way round once touched. */
export function useOpened(resource: string, openFirst: boolean): Opened {
  const [touched, setTouched] = useState<ReadonlySet<number>>(() => remembered.get(resource) ?? new Set())
  useEffect(() => {
    remembered.set(resource, touched)
  }, [resource, touched])

  const isOpen = useCallback((id: number) => touched.has(id) !== openFirst, [touched, openFirst])
  const toggle = useCallback(
    (id: number) =>
      setTouched((before) => {
        const next = new Set(before)
        if (!next.delete(id)) next.add(id)
        return next
      }),
    [],
  )
  const setAll = useCallback(
    (ids: number[], open: boolean) => setTouched(new Set(open === openFirst ? [] : ids)),
    [openFirst],
  )
  return useMemo(() => ({ isOpen, touched: [...touched], toggle, setAll }), [isOpen, touched, toggle, setAll])
}
