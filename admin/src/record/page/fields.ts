import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'

/** The fields of these names, in their order; names that this person's metadata does not have fall away. */
export function fieldsOf(names: readonly string[], fields: readonly FieldMeta[]): FieldMeta[] {
  return names.flatMap((name) => fields.find((field) => field.name === name) ?? [])
}

/** The fields that stand in a tab, in the order of the page. */
export function fieldsOnPage({ tabs, fields }: ResourceMeta): FieldMeta[] {
  const names = tabs.flatMap(({ sections = [] }) => sections.flatMap((section) => section.fields))
  return fieldsOf([...new Set(names)], fields)
}
