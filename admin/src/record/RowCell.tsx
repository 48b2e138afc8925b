import type { FieldMeta } from '@ficha/api/contract'
import { NoAccess } from './NoAccess.tsx'
import type { Row } from './page/row.ts'
import { viewOf } from './page/values.ts'

/** The value of a field in a list, or that it may not be read of this record. */
export function RowCell({ field, row }: { field: FieldMeta; row: Row }) {
  if (isHidden(field, row)) return <NoAccess />
  const { Cell } = viewOf(field)
  return <Cell field={field} value={row[field.name]} record={row} />
}

/** Whether the record keeps a value of the field from this person. */
export function isHidden({ name }: FieldMeta, { _access }: Row): boolean {
  return _access.fields.hidden.includes(name)
}
