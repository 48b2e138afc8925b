import { type FieldMeta, maxPageSize, type ResourceMeta } from '@ficha/api/contract'
import { useCallback, useMemo } from 'react'
import type { Row } from '../page/row.ts'
import { isNarrowed, type ListState } from './listState.ts'
import type { Total } from './pages.ts'
import { type RowModel, treeRows } from './treeRows.ts'
import { useBranches } from './useBranches.ts'
import { useOpened } from './useOpened.ts'
import { type Rows, useRows } from './useRows.ts'

interface Question {
  resource: ResourceMeta
  columns: FieldMeta[]
  state: ListState
}

/** The rows as they are drawn: flat, or with their places in a tree. */
export interface Listed extends Rows {
  models: RowModel[]
  /** All that match; of a large tree, whose pages count its roots, every row of it. */
  all?: Total
  /** Opens or closes what is below a row; absent where rows stand flat. */
  toggle?: (row: Row) => void
  /** Opens or closes everything. Only where all of it is here, so that there are no pages. */
  toggleAll?: (open: boolean) => void
}

/** Up to this many rows a tree opens whole; above, its roots. */
const openedWhole = 60

/**
 * The rows of the list with their places in the tree, if they make one. A small tree comes whole; of a large one the roots
 * come by pages and what is below a row when it is opened. Whoever searches or filters gets a flat list.
 */
export function useTree({ resource, columns, state }: Question): Listed {
  const parent = treeField(resource)
  const isTree = parent !== undefined && !isNarrowed(state)
  const whole = useRows({ resource, columns, state: wholeOf(state), enabled: isTree })
  const isLarge = isTree && whole.total !== undefined && !fits(whole)
  const paged = isLarge && parent ? rootsOf(state, parent) : state
  const pages = useRows({ resource, columns, state: paged, enabled: !isTree || isLarge })
  // Between tree and flat list the former rows stay in sight, as they do from page to page.
  const keepsTree = !isTree && pages.isLoading && fits(whole)
  const isWhole = (isTree && !isLarge) || keepsTree
  const rows = keepsTree ? { ...whole, isFormer: true } : isWhole ? whole : pages

  const opened = useOpened(resource.name, isWhole && rows.rows.length <= openedWhole)
  const wanted = useMemo(() => (isLarge ? opened.touched : []), [isLarge, opened.touched])
  const branches = useBranches({ resource, columns, state, parent, opened: wanted })
  const models = useMemo(() => {
    if (!parent || !(isWhole || isLarge)) return rows.rows.map((row) => ({ row }))
    const all = isLarge ? [...rows.rows, ...branches.rows] : rows.rows
    return treeRows({ rows: all, parent, isOpen: opened.isOpen, below: isLarge ? branches.below : undefined })
  }, [isWhole, isLarge, parent, rows.rows, branches, opened.isOpen])

  const { below, retry } = branches
  const toggle = useCallback(
    ({ id }: Row) => (below(id) === 'failed' ? retry(id) : opened.toggle(id)),
    [below, retry, opened.toggle],
  )
  const toggleAll = (open: boolean) =>
    opened.setAll(
      rows.rows.map(({ id }) => id),
      open,
    )
  const all = isLarge ? whole.total : rows.total
  return {
    ...rows,
    all,
    models,
    toggle: isTree ? toggle : undefined,
    toggleAll: isTree && !isLarge ? toggleAll : undefined,
  }
}

/** Whether all rows of the resource came at once. */
function fits({ total }: Rows): boolean {
  return total?.precision === 'exact' && total.count <= maxPageSize
}

/** The field that makes a tree of the list, where one may ask by it. */
function treeField(resource: ResourceMeta): string | undefined {
  const field = resource.fields.find(({ name }) => name === resource.tree)
  return field?.operators.includes('null') && field.operators.includes('eq') ? field.name : undefined
}

function wholeOf(state: ListState): ListState {
  return { ...state, page: 1, pageSize: maxPageSize, trail: [], filters: [], q: '' }
}

function rootsOf(state: ListState, parent: string): ListState {
  return { ...state, filters: [{ field: parent, operator: 'null', value: 'true' }] }
}
