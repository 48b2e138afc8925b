import { parseDate, parseInstant } from '@ficha/api/contract'
import dayjs from 'dayjs'
import customParseFormat from 'dayjs/plugin/customParseFormat'

dayjs.extend(customParseFormat)

/** A date as it is shown and typed, in both languages: no other order is safe to read in Brazil. */
export const shownDate = 'DD/MM/YYYY'
/** An instant as it is shown and typed, in the time zone of the person's device. */
export const shownInstant = 'DD/MM/YYYY HH:mm'
/** A date on the wire. */
export const wireDate = 'YYYY-MM-DD'

/** Reads a day and a time of the person's time zone into an instant, ISO 8601 in UTC; a day alone is its beginning. */
export function readInstant(text: string): string | undefined {
  const typed = text.trim()
  const instant = parseInstant(typed)
  if (instant) return instant
  const [, day = '', time = '00:00'] = /^(\S+)(?:\s+(\d{1,2}:\d{2}))?$/.exec(typed) ?? []
  const moment = dayjs(`${parseDate(day)} ${time.padStart(5, '0')}`, `${wireDate} HH:mm`, true)
  return moment.isValid() ? moment.toISOString() : undefined
}

/** An instant as it is shown in the person's time zone; a text that is none as it stands. */
export function writeInstant(value: unknown): string {
  const text = String(value ?? '')
  return parseInstant(text) ? dayjs(text).format(shownInstant) : text
}

/** With seconds and the distance from UTC, for those who must be sure. */
export function writeExactInstant(instant: string): string {
  return dayjs(instant).format('DD/MM/YYYY HH:mm:ss [UTC]Z')
}

/** The first and the last instant of a day, `YYYY-MM-DD`, in the person's time zone. */
export function instantsOf(day: string): { first: string; last: string } {
  const date = dayjs(day, wireDate, true)
  return { first: date.startOf('day').toISOString(), last: date.endOf('day').toISOString() }
}

/** The day, `YYYY-MM-DD`, on which an instant falls in the person's time zone. */
export function dayOf(instant: string): string {
  return dayjs(instant).format(wireDate)
}
