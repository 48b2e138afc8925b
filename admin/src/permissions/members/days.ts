import { type FieldMeta, formatDate } from '@ficha/api/contract'
import { dayOf, instantsOf } from '../../kinds/dates.ts'

/** The day of an instant as it is shown. */
export const shownDay = (instant: string): string => formatDate(dayOf(instant))

/** A membership ends with its last day, in the time zone of who sets it. */
export const endOf = (day: unknown): string | null => (typeof day === 'string' && day ? instantsOf(day).last : null)

/** The end of a membership as a field to fill in. */
export const endField = (label: string): FieldMeta => ({
  name: 'expiresAt',
  kind: 'date',
  label,
  operators: [],
  format: { earliest: 'today' },
})
