import { totalCap } from '@ficha/api/contract'
import type { ListState } from './listState.ts'

/** How many rows match; past the cap the API may only say "at least" or "about". */
export interface Total {
  count: number
  precision: 'exact' | 'capped' | 'estimated'
}

/** Where the list stands and where one can go from here. */
export interface Place {
  /** First and last row shown, counted from 1; both 0 when there is none. */
  from: number
  to: number
  /** Pages that can be reached by number. */
  pageCount: number
  previous?: Partial<ListState>
  next?: Partial<ListState>
  /** Walking by cursor: only the next and the previous page, no numbers. */
  deep: boolean
}

interface Seen {
  state: ListState
  total: Total
  /** Rows on this page. */
  rows: number
  /** `X-Next-Cursor` of this page. */
  nextCursor?: string
}

/** Pages by number as deep as the total is known, then by cursor, which costs the same at any depth. */
export function placeOf({ state, total, rows, nextCursor }: Seen): Place {
  const { page, pageSize, trail } = state
  const reach = total.precision === 'exact' ? total.count : Math.min(total.count, totalCap)
  const pageCount = Math.max(1, Math.ceil(reach / pageSize))
  const before = (page - 1 + trail.length) * pageSize
  const deep = trail.length > 0
  const span = rows > 0 ? { from: before + 1, to: before + rows } : { from: 0, to: 0 }
  return { ...span, pageCount, deep, previous: previous(), next: next() }

  function previous(): Partial<ListState> | undefined {
    if (deep) return { page, trail: trail.slice(0, -1) }
    return page > 1 ? { page: Math.min(page - 1, pageCount) } : undefined
  }

  function next(): Partial<ListState> | undefined {
    if (!deep && page < pageCount) return { page: page + 1 }
    const more = deep || total.precision !== 'exact'
    return more && nextCursor && rows === pageSize ? { page, trail: [...trail, nextCursor] } : undefined
  }
}

/** The page numbers worth a button: first, last, the present one and its neighbours; `-3` stands for a gap after page 3. */
export function pageNumbers(page: number, pageCount: number): number[] {
  const near = [1, page - 1, page, page + 1, pageCount].filter((number) => number >= 1 && number <= pageCount)
  const shown = [...new Set(near)].sort((a, b) => a - b)
  return shown.flatMap((number, at) => {
    const before = shown[at - 1] ?? number - 1
    if (number - before === 1) return [number]
    return number - before === 2 ? [number - 1, number] : [-before, number]
  })
}
