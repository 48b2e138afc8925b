import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'
import { useMemo } from 'react'
import { columnsOf } from './columns.ts'
import { useKept } from './useKept.ts'

/** Widths that were set by hand, in pixels, by field name. */
export type Widths = Readonly<Record<string, number>>

/** The columns shown, and how to change them. */
export interface Columns {
  columns: FieldMeta[]
  widths: Widths
  /** Names in their order. */
  choose: (names: string[]) => void
  /** Undefined lets the column be as wide as it is by itself. */
  resize: (name: string, width: number | undefined) => void
  /** Back to what the definition says; absent while it is so. */
  reset?: () => void
}

/** The narrowest and the widest that a column can be made. */
const narrowest = 64
const widest = 800

/** The columns of the list of a resource, as this browser keeps them: which, in which order, how wide. */
export function useColumns(resource: ResourceMeta): Columns {
  const [names, keepNames] = useKept(`ficha.device.columns.${resource.name}`, readNames)
  const [widths = none, keepWidths] = useKept(`ficha.device.widths.${resource.name}`, readWidths)
  const columns = useMemo(() => columnsOf(resource, names), [resource, names])

  function resize(name: string, width: number | undefined) {
    const { [name]: _, ...others } = widths
    if (width !== undefined) keepWidths({ ...others, [name]: Math.round(Math.min(widest, Math.max(narrowest, width))) })
    else keepWidths(Object.keys(others).length > 0 ? others : undefined)
  }

  function reset() {
    keepNames(undefined)
    keepWidths(undefined)
  }

  return { columns, widths, choose: keepNames, resize, reset: names || widths !== none ? reset : undefined }
}

const none: Widths = {}

function readNames(stored: unknown): string[] | undefined {
  return Array.isArray(stored) ? stored.filter((name) => typeof name === 'string') : undefined
}

function readWidths(stored: unknown): Widths | undefined {
  if (typeof stored !== 'object' || stored === null || Array.isArray(stored)) return undefined
  return Object.fromEntries(Object.entries(stored).filter(([, width]) => Number.isFinite(width)))
}
