import type { ResourceMeta } from '@ficha/api/contract'
import type { MatrixRow } from '../model/matrixModel.ts'

/** Rows that stand together, under the name of their group of the menu. */
export interface RowGroup {
  name: string
  /** Absent for what stands by itself. */
  label?: string
  rows: readonly MatrixRow[]
}

interface Labels {
  /** Subjects of no group of the menu. */
  parts: string
  /** Subjects that are no resources of this panel. */
  platform: string
  /** Subjects that have gone. */
  gone: string
}

/** The rows in the groups of the menu, each group where its first row stands. */
export function groupRows(rows: readonly MatrixRow[], resources: readonly ResourceMeta[], labels: Labels): RowGroup[] {
  const groups = new Map<string, RowGroup & { rows: MatrixRow[] }>()
  for (const row of rows) {
    const place = placeOf(row, resources, labels)
    const group = groups.get(place.name) ?? { ...place, rows: [] }
    group.rows.push(row)
    groups.set(place.name, group)
  }
  return [...groups.values()].sort((one, other) => weight(one.name) - weight(other.name))
}

function placeOf(row: MatrixRow, resources: readonly ResourceMeta[], labels: Labels): Omit<RowGroup, 'rows'> {
  if (!row.vocabulary) return row.subject === 'all' ? { name: 'all' } : { name: 'gone', label: labels.gone }
  const resource = resources.find(({ name }) => name === row.subject)
  if (!resource) return { name: 'platform', label: labels.platform }
  return resource.menu
    ? { name: `menu ${resource.menu.name}`, label: resource.menu.label }
    : { name: 'parts', label: labels.parts }
}

function weight(name: string): number {
  if (name === 'all') return 0
  return name === 'gone' ? 3 : name === 'parts' ? 2 : 1
}
