import { type FieldMeta, type Language, say, type Vocabulary } from '@ficha/api/contract'

/** A moment relative to when somebody asks: `${now-30d}`. */
export interface Moment {
  /** Negative for the past. */
  count: number
  unit: 'd' | 'h' | 'm'
}

const now = /^\$\{now(?:([+-])(\d{1,6})([dhm]))?\}$/

/** The word that a value stands for; undefined for a value that is itself. */
export function tokenOf(value: unknown): string | undefined {
  return typeof value === 'string' && /^\$\{.*\}$/s.test(value) ? value : undefined
}

export function readMoment(token: string): Moment | undefined {
  const [found, sign, count = '0', unit = 'd'] = now.exec(token) ?? []
  if (found === undefined) return undefined
  // The expression lets no other unit through.
  return { count: Number(count) * (sign === '-' ? -1 : 1), unit: unit as Moment['unit'] }
}

export function writeMoment({ count, unit }: Moment): string {
  return count === 0 ? `\${now}` : `\${now${count < 0 ? '-' : '+'}${Math.abs(count)}${unit}}`
}

const units = { d: 'day', h: 'hour', m: 'minute' } as const

/** `30 dias` */
function span({ count, unit }: Moment, language: Language): string {
  return new Intl.NumberFormat(language, { style: 'unit', unit: units[unit], unitDisplay: 'long' }).format(
    Math.abs(count),
  )
}

const texts = {
  'user.id': 'permission.value.self',
  'user.brand': 'permission.value.ownBrand',
  'user.email': 'permission.value.ownEmail',
} as const

/** What a word stands for, inside a sentence. */
export function placeholderText(token: string, language: Language, { placeholders }: Vocabulary): string {
  const moment = readMoment(token)
  if (moment?.count === 0) return say(language, 'permission.value.now')
  if (moment) {
    const key = moment.count < 0 ? 'permission.value.ago' : 'permission.value.ahead'
    return say(language, key, { span: span(moment, language) })
  }
  const name = token.slice(2, -1)
  const known = Object.hasOwn(texts, name) ? texts[name as keyof typeof texts] : undefined
  if (known) return say(language, known)
  return placeholders.find((placeholder) => placeholder.token === token)?.label ?? token
}

/** The words a field may be compared with. */
export function placeholdersFor(field: FieldMeta, { placeholders }: Vocabulary): string[] {
  return placeholders.filter(({ type }) => suits(type, field)).map(({ token }) => token)
}

function suits(type: Vocabulary['placeholders'][number]['type'], { kind, format }: FieldMeta): boolean {
  switch (type) {
    case 'id':
      return format.resource === 'user'
    case 'brand':
      return format.resource === 'brand'
    case 'text':
      return kind === 'email' || kind === 'text'
    case 'instant':
      return kind === 'date' || kind === 'dateTime'
  }
}
