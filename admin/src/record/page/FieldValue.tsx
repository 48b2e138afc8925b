import type { FieldMeta } from '@ficha/api/contract'
import { useForm } from './form.ts'
import { viewOf } from './values.ts'

/** The value of a field as text, with what was typed over it and would be saved. */
export function FieldValue({ field }: { field: FieldMeta }) {
  const { draft, values, changes } = useForm()
  const { Cell } = viewOf(field)
  const value = field.name in changes ? draft.edits[field.name] : draft.saved[field.name]
  return <Cell field={field} value={value} record={values} whole />
}
