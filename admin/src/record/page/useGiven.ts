import type { ResourceMeta } from '@ficha/api/contract'
import { useQuery } from '@tanstack/react-query'
import { useSearchParams } from 'react-router'
import { fetchLookup, type LookupRow } from '../../kinds/fetchLookup.ts'
import { useAccess } from '../../providers/access.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import { isId, type Values } from './row.ts'

/**
 * What the address fills in of a new record, `?customer=3`: only references, and only to records that exist for this person.
 * Undefined while that is being found out.
 */
export function useGiven(resource: ResourceMeta): Values | undefined {
  const [search] = useSearchParams()
  const { resources } = useMetadata()
  const { can } = useAccess()
  const wanted = resource.fields.flatMap(({ kind, name, format }) => {
    const id = search.get(name)
    const target = resources.find((candidate) => candidate.name === format.resource)
    const takes = kind === 'belongsTo' && can('create', resource.name, undefined, name)
    return takes && id && isId(id) && target ? [{ name, id, path: target.path }] : []
  })
  const { data, isError } = useQuery({
    queryKey: ['given', resource.name, wanted],
    queryFn: async () => {
      const found = await Promise.all(wanted.map(({ id, path }) => fetchLookup(`/${path}/lookup?ids=${id}`)))
      return Object.fromEntries(wanted.flatMap(({ name, id }, at) => reference(name, id, found[at]?.rows ?? [])))
    },
    enabled: wanted.length > 0,
  })
  return wanted.length === 0 || isError ? {} : data
}

/** As a record would be read, so that its title shows at once. */
function reference(name: string, id: string, rows: readonly LookupRow[]): [string, unknown][] {
  const row = rows.find((candidate) => String(candidate.id) === id)
  return row ? [[name, { id: row.id, title: row.title }]] : []
}
