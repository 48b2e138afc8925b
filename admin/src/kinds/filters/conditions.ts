import type { FieldMeta } from '@ficha/api/contract'
import type { FilterValue } from '../view.ts'

/** No value. */
export const isEmpty: FilterValue = { operator: 'null', value: 'true' }
/** Any value. */
export const isFilled: FilterValue = { operator: 'null', value: 'false' }

/** Whether the list can look for records without a value here. */
export function mayBeEmpty({ operators, required }: FieldMeta): boolean {
  return operators.includes('null') && !required
}

/** Whether the filter looks for records without a value. */
export function asksEmpty(value: FilterValue | undefined): boolean {
  return value?.operator === 'null' && String(value.value) === 'true'
}

/** The values of a condition, one or several. */
export function textsOf(value: FilterValue | undefined): string[] {
  return value ? [value.value].flat() : []
}
