import { formatCnpj } from '../../contract/formats/cnpj.ts'
import { formatCpf } from '../../contract/formats/cpf.ts'
import { businessTimeZone, formatDate } from '../../contract/formats/date.ts'
import { formatDecimal } from '../../contract/formats/decimal.ts'
import { formatMoney } from '../../contract/formats/money.ts'
import type { FieldMeta } from '../../contract/metadata.ts'
import { type Language, say } from '../../contract/words/index.ts'
import { type Speech, titleKey } from './speech.ts'

/** A value of a condition in words. */
export function valueText(value: unknown, field: FieldMeta | undefined, speech: Speech): string {
  const { language, titles } = speech
  const token = typeof value === 'string' ? /^\$\{(.*)\}$/s.exec(value)?.[1] : undefined
  if (token !== undefined) return placeholderText(token, speech)
  if (typeof value === 'boolean') return say(language, value ? 'kind.yes' : 'kind.no').toLowerCase()
  const { resource, options } = field?.format ?? {}
  if (resource !== undefined) return titles?.get(titleKey(resource, value)) ?? `#${value}`
  const option = options?.find((known) => known.value === value)
  return option?.label ?? plainText(value, field, language)
}

function plainText(value: unknown, field: FieldMeta | undefined, language: Language): string {
  if (typeof value === 'number') {
    if (field?.kind === 'money') return formatMoney(value, language)
    return field?.kind === 'decimal'
      ? formatDecimal(value, { scale: field.format.scale ?? 0, language })
      : String(value)
  }
  if (typeof value !== 'string' || !field) return JSON.stringify(value)
  if (field.kind === 'date') return formatDate(value)
  if (field.kind === 'dateTime') return momentText(value)
  if (field.kind === 'cpf') return formatCpf(value)
  return field.kind === 'cnpj' ? formatCnpj(value) : value
}

const moments = new Intl.DateTimeFormat('pt-BR', { timeZone: businessTimeZone, dateStyle: 'short', timeStyle: 'short' })

function momentText(instant: string): string {
  const moment = new Date(instant)
  return Number.isNaN(moment.getTime()) ? instant : moments.format(moment)
}

const texts = {
  'user.id': 'permission.value.self',
  'user.brand': 'permission.value.ownBrand',
  'user.email': 'permission.value.ownEmail',
  now: 'permission.value.now',
} as const

const units = { d: 'day', h: 'hour', m: 'minute' } as const

/** What a word for something of the person stands for, inside a sentence. */
function placeholderText(token: string, { language, vocabulary }: Speech): string {
  if (Object.hasOwn(texts, token)) return say(language, texts[token as keyof typeof texts]) // just asked for
  const [, sign, count = '', unit] = /^now([+-])(\d{1,6})([dhm])$/.exec(token) ?? []
  if (!unit) return vocabulary.placeholders.find((known) => known.token === `\${${token}}`)?.label ?? token
  const span = new Intl.NumberFormat(language, {
    style: 'unit',
    unit: units[unit as keyof typeof units], // the expression lets no other through
    unitDisplay: 'long',
  }).format(Number(count))
  return say(language, sign === '-' ? 'permission.value.ago' : 'permission.value.ahead', { span })
}
