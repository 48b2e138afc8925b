import type { Language } from '@ficha/api/contract'
import type { Words } from '../../providers/i18n.ts'
import type { Total } from './pages.ts'

const formats = new Map<Language, Intl.NumberFormat>()

/** A count of rows, "1.204". */
export function countText(count: number, language: Language): string {
  const format = formats.get(language) ?? new Intl.NumberFormat(language)
  formats.set(language, format)
  return format.format(count)
}

/** "1.204", "10.000+", "cerca de 1.000.000". */
export function totalText({ count, precision }: Total, words: Words, language: Language): string {
  const number = countText(count, language)
  if (precision === 'exact') return number
  return words(precision === 'capped' ? 'list.total.capped' : 'list.total.estimated', { count: number })
}

/** The number of results as a sentence, for those who hear the screen. */
export function resultsText(total: Total, words: Words, language: Language): string {
  if (total.count === 0) return words('list.results.none')
  if (total.count === 1) return words('list.results.one')
  return words('list.results.many', { count: totalText(total, words, language) })
}
