import type { Language } from '../words/index.ts'
import { maxScaled, parseScaled } from './decimal.ts'

/** A typed amount in reais as cents: `R$ 1.234,56`, `1234,56` and `1234.56` are 123456. Undefined when it is none or has more than two decimals. */
export function parseMoney(typed: string, language: Language = 'pt-BR'): number | undefined {
  return parseScaled(typed.replace(/^(\s*[-−]?\s*)R\$/, '$1'), { scale: 2, language })
}

/** Whether it is an amount in cents: whole, and small enough to be kept exactly. */
export function isMoney(cents: number): boolean {
  return Number.isInteger(cents) && Math.abs(cents) <= maxScaled
}

/** Cents as people read them: 123456 -> `R$ 1.234,56` with a space that does not break (U+00A0), `R$1,234.56` in English. */
export function formatMoney(cents: number, language: Language = 'pt-BR'): string {
  return formats[language].format(cents / 100)
}

const formats: { readonly [L in Language]: Intl.NumberFormat } = {
  'pt-BR': new Intl.NumberFormat('pt-BR', { style: 'currency', currency: 'BRL' }),
  en: new Intl.NumberFormat('en', { style: 'currency', currency: 'BRL' }),
}
