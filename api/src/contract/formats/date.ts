/** Where the days of the business begin and end. */
export const businessTimeZone = 'America/Sao_Paulo'

/** Whether it is a day in its stored form, `YYYY-MM-DD`, that the calendar has, from the year 1 on. */
export function isDate(text: string): boolean {
  const [, year, month, day] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)?.map(Number) ?? []
  if (!year || !month || !day) return false
  return month <= 12 && day <= daysIn(year, month)
}

/** A typed day as `YYYY-MM-DD`: `31/12/2026`, `1.2.2026`, `31122026`, or already so. Undefined when it is none. */
export function parseDate(typed: string): string | undefined {
  const text = typed.trim()
  const [, day = '', month = '', year = ''] =
    /^(\d{1,2})([/.-])(\d{1,2})\2(\d{4})$/.exec(text)?.filter((_, at) => at !== 2) ??
    /^(\d\d)(\d\d)(\d{4})$/.exec(text) ??
    []
  const date = day ? `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}` : text
  return isDate(date) ? date : undefined
}

/** `2026-12-31` -> `31/12/2026`; anything else as it is. Never through `Date`, which would move the day. */
export function formatDate(date: string): string {
  return date.replace(/^(\d{4})-(\d{2})-(\d{2})$/, '$3/$2/$1')
}

/** The day it is now where the business is, as `YYYY-MM-DD`. */
export function today(now: Date = new Date()): string {
  const parts = calendar.formatToParts(now)
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((candidate) => candidate.type === type)?.value ?? ''
  return `${part('year')}-${part('month')}-${part('day')}`
}

/** Making one costs more than many days. */
const calendar = new Intl.DateTimeFormat('en', {
  timeZone: businessTimeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
})

/** A bound of a definition as a day: `today` is worked out at each use, since the server may run for weeks. */
export function dayOf(bound: string): string {
  return bound === 'today' ? today() : bound
}

function daysIn(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return [4, 6, 9, 11].includes(month) ? 30 : 31
}
