import type { Row } from '../page/row.ts'

/** A row with its place in a tree; a plain list has rows without one. */
export interface RowModel {
  row: Row
  /** Where it hangs, "Acme › ", when rows of a tree are shown flat. */
  path?: string
  branch?: Branch
}

/** The place of a row in its tree. */
export interface Branch {
  /** Counted from 1. */
  level: number
  place: number
  siblings: number
  /** Undefined for a leaf. */
  open?: boolean
  below: Below
}

/** What is known of the rows below one. */
export type Below = 'none' | 'some' | 'unknown' | 'loading' | 'failed'

interface Forest {
  rows: readonly Row[]
  /** The belongsTo that names the row above. */
  parent: string
  isOpen: (id: number) => boolean
  /** Where not all rows are here: what is known of those below one. Left out, all are. */
  below?: (id: number) => Below
}

/** The rows of a tree as they stand under each other. A row whose parent is not among them, or only above itself, is a root. */
export function treeRows({ rows, parent, isOpen, below = () => 'none' }: Forest): RowModel[] {
  const children = childrenOf(rows, parent)
  const reached = new Set<number>()
  const models: RowModel[] = []
  walk(children.get(undefined) ?? [], 1)
  // What a circle keeps away from every root still has to be seen.
  for (const row of rows) if (!reached.has(row.id)) walk([row], 1)
  return models

  function walk(siblings: readonly Row[], level: number, hidden = false): void {
    siblings.forEach((row, at) => {
      if (reached.has(row.id)) return
      reached.add(row.id)
      const own = children.get(row.id) ?? []
      const known = own.length > 0 ? 'some' : below(row.id)
      const open = known === 'none' ? undefined : isOpen(row.id)
      if (!hidden) models.push({ row, branch: { level, place: at + 1, siblings: siblings.length, open, below: known } })
      walk(own, level + 1, hidden || !open)
    })
  }
}

function childrenOf(rows: readonly Row[], parent: string): Map<number | undefined, Row[]> {
  const present = new Set(rows.map(({ id }) => id))
  const children = new Map<number | undefined, Row[]>()
  for (const row of rows) {
    const above = referenceId(row[parent])
    const key = above !== undefined && above !== row.id && present.has(above) ? above : undefined
    const siblings = children.get(key)
    if (siblings) siblings.push(row)
    else children.set(key, [row])
  }
  return children
}

/** The id of a belongsTo as the API reads it. */
function referenceId(value: unknown): number | undefined {
  return typeof value === 'object' && value !== null && 'id' in value && typeof value.id === 'number'
    ? value.id
    : undefined
}
