import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'
import type { Row } from '../page/row.ts'
import type { Selection } from './useSelection.ts'

/** What can be done with a row where it is drawn; one stable object, so that a row is drawn again only for its own sake. */
export interface RowHandlers {
  resource: ResourceMeta
  /** The columns, the title first. */
  columns: FieldMeta[]
  /** A row is being opened: the list remembers where it stood. */
  onOpen: (row: Row) => void
  /** Opens the menu of a row at its button. */
  onMenu: (row: Row, button: HTMLElement) => void
  /** Absent where nothing can be done to several rows. */
  onSelect?: Selection['select']
  /** Absent in a flat list. */
  onToggle?: (row: Row) => void
}
