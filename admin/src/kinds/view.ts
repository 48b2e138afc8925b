import type { FieldMeta, Language, Operator } from '@ficha/api/contract'
import type { ComponentType } from 'react'

/** The browser half of a kind: how its value is read, written and looked for. One file a kind. */
export interface KindView {
  /** The value as text, for table cells and for record pages; draws nothing that can be changed. */
  Cell: ComponentType<CellProps>
  /** The control that changes it; fits into an antd `Form.Item` or stands alone. Absent for kinds that are never written. */
  Input?: ComponentType<InputProps>
  /** The control of a filter chip. Absent for kinds that cannot be filtered. */
  Filter?: ComponentType<FilterProps>
  /** The value as plain text, empty for none, for chips, tooltips and comparisons. Takes a value as the API returns it and as it stands in an address. */
  text: (value: unknown, about: About) => string
  /** How a value of a condition reads in a sentence; as `text` when left out. */
  said?: (value: string, about: About) => string
  /** Numbers and dates align at the end. */
  align?: 'end'
  /** Narrowest useful column, in pixels. */
  width?: number
  /** From a record as the API returns it to the value the input holds; the value itself when left out (`belongsTo`: the id). */
  toInput?: (value: unknown) => unknown
  /** What a save sends for the value the input holds; `{ [name]: value }` when left out (`password`: two keys, or none). */
  toBody?: (name: string, value: unknown) => Record<string, unknown>
  /** Why the value the input holds cannot be sent at all, in the person's language; what is merely wrong the API says. */
  problem?: (value: unknown, about: About) => string | undefined
}

/** What a value needs beside itself to become text. */
export interface About {
  field: FieldMeta
  language: Language
  /** Titles of records a value points to, by id. */
  titles?: ReadonlyMap<number, string>
}

export interface CellProps {
  field: FieldMeta
  value: unknown
  /** The record it stands in, for icons that name it. */
  record?: Record<string, unknown>
  /** There is room: line breaks are kept and nothing is cut. Left out: one line of a table. */
  whole?: boolean
}

export interface InputProps {
  field: FieldMeta
  value?: unknown
  onChange?: (value: unknown) => void
  /** The focus left the control with everything that belongs to it (calendar, list, second input). */
  onBlur?: () => void
  id?: string
  autoFocus?: boolean
  disabled?: boolean
  /** Marks the control as wrong; its message stands below, named by `aria-describedby`. */
  status?: 'error'
  'aria-describedby'?: string
  /** Names the control where no `<label for>` does; the label of the field when both this and `id` are left out. */
  'aria-label'?: string
  /** The record it stands in as it was last read (status: the present state; belongsTo: the title at once); absent for a new one. */
  record?: Record<string, unknown>
  /** What the form holds of all fields now, where what may be chosen depends on others. */
  values?: Readonly<Record<string, unknown>>
}

/** One condition of a list: an operator of the field and its value as it stands in the address. */
export interface FilterValue {
  operator: Operator
  /** One text, or several for `in`, `nin` and `between`. */
  value: string | string[]
}

export interface FilterProps {
  field: FieldMeta
  value?: FilterValue
  /** `undefined` takes the filter away. */
  onChange: (value: FilterValue | undefined) => void
}
