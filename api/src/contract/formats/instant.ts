import { isDate } from './date.ts'

/**
 * An instant on the wire, RFC 3339 with `Z` or an offset, in its stored form: UTC, milliseconds, `Z`.
 * Undefined when it is none, or has no offset: whose noon would it be?
 */
export function parseInstant(text: string): string | undefined {
  const date =
    /^(\d{4}-\d{2}-\d{2})T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,9})?(?:Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)$/.exec(
      text,
    )?.[1]
  if (!date || !isDate(date)) return undefined
  const instant = new Date(text).toISOString()
  // An offset can carry the first and the last day out of the years that databases write with four digits.
  return /^\d{4}-/.test(instant) && !instant.startsWith('0000') ? instant : undefined
}
