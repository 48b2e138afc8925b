import type { FieldMeta, RelatedMeta, ResourceMeta } from '@ficha/api/contract'
import type { ReactNode } from 'react'
import type { Row } from '../page/row.ts'

/** What the rows of a related list need to draw themselves, as a table or as cards. */
export interface RelatedRows {
  resource: ResourceMeta
  related: RelatedMeta
  columns: readonly FieldMeta[]
  rows: readonly Row[]
  /** The form of the row that is being edited, under it. */
  formUnder: (row: Row) => ReactNode
  onEdit: (row: Row) => void
  onDelete: (row: Row) => void
  /** Something is typed that is not saved: the other rows wait. */
  busy: boolean
}
