import type { RecordBase } from '@ficha/api/contract'

/** A record as the API returns it: what every record carries and, by name, the fields of its resource. */
export type Row = RecordBase & { readonly [field: string]: unknown }

/** Values by field name, as the API returns them or as inputs hold them. */
export type Values = { readonly [field: string]: unknown }

/** Texts under fields, by field name. */
export type FieldTexts = { readonly [field: string]: readonly string[] }

/** Whether these are the values of a saved record, not of one being created. */
export function isRow(values: Values): values is Row {
  return typeof values.id === 'number' && typeof values.version === 'number' && typeof values._access === 'object'
}

/** A record in a form, under what the API said of it last: rights may change while the form stands open over it. */
export function underRights(record: Row, read: Row): Row {
  return read.version < record.version || read._access === record._access
    ? record
    : { ...record, _access: read._access }
}

/** Whether an id from the address can be one of a record (a positive integer of 32 bits). */
export function isId(id: string): boolean {
  return /^[1-9]\d{0,9}$/.test(id) && Number(id) <= 2_147_483_647
}
