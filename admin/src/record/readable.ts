import type { FieldMeta, Metadata, ResourceMeta } from '@ficha/api/contract'
import { useMemo } from 'react'
import { type Access, useAccess } from '../providers/access.ts'
import { useMetadata } from '../providers/metadata.tsx'

/** A resource as a list may ask for it: with no field but those this person may read of some record, not even in its order. */
export function useReadable(resource: ResourceMeta): ResourceMeta {
  const { can } = useAccess()
  const { resources } = useMetadata()
  return useMemo(() => readable(resource, { can, resources }), [resource, can, resources])
}

interface Sight extends Pick<Access, 'can'>, Pick<Metadata, 'resources'> {}

function readable(resource: ResourceMeta, { can, resources }: Sight): ResourceMeta {
  const { name, fields, list, facts, tree, title } = resource
  const isReadable = (field: string) => can('read', name, undefined, field)
  return {
    ...resource,
    title: isReadable(title) ? title : 'id',
    fields: fields.filter((field) => isReadable(field.name)).map((field) => askable(field, resources)),
    facts: facts.filter(isReadable),
    list: {
      ...list,
      columns: list.columns.filter(isReadable),
      filters: list.filters.filter(isReadable),
      sort: isReadable(list.sort.replace(/^-/, '')) ? list.sort : 'id',
    },
    tree: tree !== undefined && isReadable(tree) ? tree : undefined,
  }
}

/** Of a reference to what this person may not read nothing can be chosen; whether it is there at all can still be asked. */
function askable(field: FieldMeta, resources: readonly ResourceMeta[]): FieldMeta {
  const { resource } = field.format
  if (resource === undefined || resources.some(({ name }) => name === resource)) return field
  return { ...field, operators: field.operators.filter((operator) => operator === 'null') }
}
