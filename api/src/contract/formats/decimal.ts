import type { Language } from '../words/index.ts'

interface DecimalFormat {
  /** Digits after the point. */
  scale: number
  language?: Language
}

/** Greater scaled values would not survive the way through a JavaScript number. */
export const maxScaled = 999_999_999_999_999

/**
 * A typed number as an integer with the point moved `scale` digits: `1.234,56` -> 123456. Undefined when it is none, has more decimals, or is too long.
 * The language decides what could be read both ways: `1.234` is a thousand and more in pt-BR; in English it has three decimals.
 */
export function parseScaled(typed: string, { scale, language = 'pt-BR' }: DecimalFormat): number | undefined {
  const [, minus, digits = ''] = /^([-−]?)(.*)$/.exec(typed.replace(/\s/g, '')) ?? []
  const readings = language === 'pt-BR' ? [commaDecimals, pointDecimals] : [pointDecimals, commaDecimals]
  const reading = readings.map((pattern) => pattern.exec(digits)).find(Boolean)
  if (!reading || !/\d/.test(digits)) return undefined
  const [, whole = '', decimals = ''] = reading
  if (decimals.length > scale) return undefined
  const scaled = Number(whole.replace(/[.,]/g, '') + decimals.padEnd(scale, '0'))
  if (scaled > maxScaled) return undefined
  return minus && scaled ? -scaled : scaled
}

/** Whether a number has no more than `scale` decimals and is small enough to be kept exactly. */
export function isDecimal(value: number, scale: number): boolean {
  return Math.abs(value) * 10 ** scale <= maxScaled && Number(value.toFixed(scale)) === value
}

/** The integer a decimal is stored as. */
export function toScaled(value: number, scale: number): number {
  return Math.round(value * 10 ** scale)
}

/** The decimal that a stored integer stands for. */
export function fromScaled(scaled: number, scale: number): number {
  return scaled / 10 ** scale
}

/** `1234.5` -> `1.234,50` */
export function formatDecimal(value: number, { scale, language = 'pt-BR' }: DecimalFormat): string {
  return value.toLocaleString(language, { minimumFractionDigits: scale, maximumFractionDigits: scale })
}

/** The whole part, grouped or not, then the decimals. */
const commaDecimals = /^(\d*|[1-9]\d{0,2}(?:\.\d{3})+)(?:,(\d+))?$/
const pointDecimals = /^(\d*|[1-9]\d{0,2}(?:,\d{3})+)(?:\.(\d+))?$/
