import type { ResourceMeta } from '@ficha/api/contract'
import { useMemo } from 'react'
import { useTitles } from '../../kinds/lookup.ts'
import type { RowModel } from './treeRows.ts'

/** Flat rows of a tree with where they hang: "Acme › " before "Sul". */
export function usePaths(resource: ResourceMeta, models: RowModel[]): RowModel[] {
  const flat = resource.tree !== undefined && models.some(({ branch }) => branch === undefined)
  const ids = flat ? models.map(({ row }) => row.id) : []
  const names = useTitles(resource.name, ids)
  const known = ids.map((id) => ancestors(names.get(id))).join('\n')
  return useMemo(() => {
    const paths = known.split('\n')
    return flat ? models.map((model, at) => ({ ...model, path: paths[at] })) : models
  }, [flat, known, models])
}

const separator = ' › '

/** The path without its own last name. */
function ancestors(path = ''): string {
  const at = path.lastIndexOf(separator)
  return at < 0 ? '' : path.slice(0, at + separator.length)
}
