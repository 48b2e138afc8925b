import type { FieldMeta, Kind } from '@ficha/api/contract'
import { kinds } from '../../kinds/index.ts'
import type { KindView } from '../../kinds/view.ts'
import { isRow, type Values } from './row.ts'

/** Kinds whose values are sets: another order is the same value. */
const sets = new Set<Kind>(['multiSelect', 'manyToMany'])

/** How a field is read and written in the browser. */
export function viewOf(field: FieldMeta): KindView {
  return kinds[field.kind]
}

/** What the input of a field holds for a value as the API returns it. */
export function inputValue(field: FieldMeta, value: unknown): unknown {
  const { toInput } = viewOf(field)
  return toInput ? toInput(value) : value
}

/** What the input of a field starts with: nothing where the record shows its value in part. */
export function savedInput(field: FieldMeta, saved: Values): unknown {
  const isPart = isRow(saved) && saved._access.fields.masked?.includes(field.name)
  return inputValue(field, isPart ? null : saved[field.name])
}

/** Whether there is nothing to show: the API keeps an empty text as null. */
export function isBlank(value: unknown): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)
}

/** Whether two input values of a field mean the same, so that going from one to the other is no change. */
export function sameValue(field: FieldMeta, one: unknown, other: unknown): boolean {
  if (isBlank(one) || isBlank(other)) return isBlank(one) && isBlank(other)
  return plain(field, one) === plain(field, other)
}

/** What a save sends for these values, as inputs hold them. */
export function bodyOf(fields: readonly FieldMeta[], values: Values): Values {
  const parts = fields
    .filter(({ name }) => name in values)
    .map((field) => viewOf(field).toBody?.(field.name, values[field.name]) ?? { [field.name]: values[field.name] })
  return Object.assign({}, ...parts)
}

/** Whether a save would send nothing at all for it, as for the two blank inputs of a password. */
export function sendsNothing(field: FieldMeta, value: unknown): boolean {
  const { toBody } = viewOf(field)
  return toBody !== undefined && Object.keys(toBody(field.name, value)).length === 0
}

function plain(field: FieldMeta, value: unknown): string {
  return JSON.stringify(sets.has(field.kind) && Array.isArray(value) ? [...value].sort() : value)
}
