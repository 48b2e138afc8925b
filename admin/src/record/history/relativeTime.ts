import type { Language } from '@ficha/api/contract'

/** Seconds of each unit, the longest first. */
const units = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
] as const

/** How long ago an instant (ISO 8601) was, in whole units: "há 3 horas", "agora". One that is still to come, by a clock that differs, is now. */
export function relativeTime(instant: string, language: Language, now: number = Date.now()): string {
  const seconds = Math.floor((now - Date.parse(instant)) / 1_000)
  const [unit, length] = units.find(([, length]) => seconds >= length) ?? []
  if (!unit || !length) return new Intl.RelativeTimeFormat(language, { numeric: 'auto' }).format(0, 'second')
  return new Intl.RelativeTimeFormat(language).format(-Math.floor(seconds / length), unit)
}
