import type { FieldMeta } from '@ficha/api/contract'

/** Past this many choices a list is searched rather than read. */
export const searchedFrom = 9

/** The label of a choice; a value that is no longer one of them stands for itself. */
export function optionLabel(field: FieldMeta, value: unknown): string {
  if (value === null || value === undefined) return ''
  return field.format.options?.find((option) => option.value === value)?.label ?? String(value)
}
