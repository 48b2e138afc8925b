import type { Resource, Resources } from '../define/resource.ts'

/** The belongsTo field of a part: its record goes with the one it points to. Undefined for records that stand alone. */
export function wholeField({ fields }: Pick<Resource, 'fields'>): string | undefined {
  return Object.keys(fields).find((name) => {
    const column = fields[name]?.column
    return column?.type === 'reference' && column.onDelete === 'cascade'
  })
}

/** The resources whose records go along with those of this one, each with the field that points here. */
export function partsOf(resources: Resources, { name }: Pick<Resource, 'name'>): { part: Resource; field: string }[] {
  return Object.values(resources).flatMap((part) => {
    const field = wholeField(part)
    const column = field === undefined ? undefined : part.fields[field]?.column
    return field !== undefined && column?.type === 'reference' && column.resource === name ? { part, field } : []
  })
}

/** The fields whose values are personal data. */
export function personalFields({ fields }: Pick<Resource, 'fields'>): ReadonlySet<string> {
  return new Set(Object.keys(fields).filter((name) => fields[name]?.options.personal))
}
