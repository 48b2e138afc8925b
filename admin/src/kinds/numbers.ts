import type { Language } from '@ficha/api/contract'

const formats = new Map<string, Intl.NumberFormat>()

/** A whole number as the language groups it; four digits stand together, since they may be a year. */
export function writeNumber(value: number, language: Language): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language, { useGrouping: 'min2' })
  formats.set(language, format)
  return format.format(value)
}
