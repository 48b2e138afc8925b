import type { FieldMeta, ResourceMeta, TabMeta } from '@ficha/api/contract'

/** The fields of these names, in their order; names that this person's metadata does not have fall away. */
export function fieldsOf(names: readonly string[], fields: readonly FieldMeta[]): FieldMeta[] {
  return names.flatMap((name) => fields.find((field) => field.name === name) ?? [])
}

/** The names of the fields that a tab shows, in sections or in a component of its own. */
export function namesIn({ sections = [], fields = [] }: TabMeta): string[] {
  return [...sections.flatMap((section) => section.fields), ...fields]
}

/** The fields that stand in a tab, in the order of the page. */
export function fieldsOnPage({ tabs, fields }: ResourceMeta): FieldMeta[] {
  return fieldsOf([...new Set(tabs.flatMap(namesIn))], fields)
}

/** The fields that stand in sections: a component that a tab names has no place beside a record that is not there yet. */
export function fieldsInSections({ tabs, fields }: ResourceMeta): FieldMeta[] {
  return fieldsOf([...new Set(tabs.flatMap(({ sections }) => namesIn({ name: '', title: '', sections })))], fields)
}
