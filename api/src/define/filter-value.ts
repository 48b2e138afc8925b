import { Malformed } from '../contract/errors.ts'
import { isDate } from '../contract/formats/date.ts'
import { maxScaled } from '../contract/formats/decimal.ts'
import { parseInstant } from '../contract/formats/instant.ts'
import { type Operator, treeOperators } from '../contract/operators.ts'
import { baseFieldDefinitions } from './base-fields.ts'
import type { Column, Field } from './field.ts'
import { parseId } from './record-id.ts'

/** What a filter compares with: a value as it stands on the wire. */
export type FilterValue = string | number | boolean

/** Characters of one value in a query string. */
const maxFilterLength = 500

/**
 * One value of a query string as the value to compare with; `in`, `nin` and `between` give their values one by one.
 * Undefined says that no record can match: what was typed has no form that `like` or `starts` could find in this field.
 * @throws Malformed for a text that is not a value of the field, however near: `1.0`, ` 1` and `1e0` are no integers
 */
export function parseFilterValue(field: Field, operator: Operator, text: string): FilterValue | undefined {
  if (operator === 'like' || operator === 'starts')
    return readable(text) ? field.search?.normalise(text) || undefined : refuse()
  const read = operator === 'null' ? truth : treeOperators.includes(operator) ? parseId : readerOf(field)
  return read(text, field) ?? refuse()
}

type Reader = (text: string, field: Field) => FilterValue | undefined

function readerOf(field: Field): Reader {
  if (field === baseFieldDefinitions.id || field.kind === 'manyToMany') return parseId
  return field.column ? readers[field.column.type] : truth
}

const readers: { readonly [T in Column['type']]: Reader } = {
  string: knownText,
  text: knownText,
  list: knownText,
  integer: (text) => (/^(?:0|-?[1-9]\d*)$/.test(text) && Number.isSafeInteger(Number(text)) ? Number(text) : undefined),
  decimal,
  boolean: truth,
  date: (text) => (isDate(text) ? text : undefined),
  instant: parseInstant,
  reference: parseId,
  json: () => undefined,
}

/** A text in its stored form; where the field has choices, one of them. */
function knownText(text: string, field: Field): string | undefined {
  if (!readable(text)) return undefined
  const stored = field.normalise?.(text) ?? text
  const { options } = field.format
  return options && !options.some(({ value }) => value === stored) ? undefined : stored
}

function decimal(text: string, { column }: Field): number | undefined {
  const typed = /^-?(?:0|[1-9]\d*)(?:\.(\d+))?$/.exec(text)
  const scale = column?.type === 'decimal' ? column.scale : 0
  if (!typed || (typed[1] ?? '').length > scale || Math.abs(Number(text)) * 10 ** scale > maxScaled) return undefined
  return Number(text) + 0 // makes 0 of -0
}

/** A virtual value that can be filtered is a condition: true or false. */
function truth(text: string): boolean | undefined {
  return text === 'true' ? true : text === 'false' ? false : undefined
}

/** No control character but the breaks of a textarea: PostgreSQL refuses NUL, and no stored text has another. */
function readable(text: string): boolean {
  return text.length <= maxFilterLength && /^[\n\r\t -~\u00a0-\ud7ff\ue000-\u{10ffff}]*$/u.test(text)
}

function refuse(): never {
  throw new Malformed({ key: 'invalid.filter' })
}
