import { isDate } from '../../contract/formats/date.ts'
import { parseInstant } from '../../contract/formats/instant.ts'
import type { RuleOperator } from '../../contract/permissions.ts'
import type { Column, Field } from '../../define/field.ts'
import { maxId } from '../../define/record-id.ts'
import { isFile } from '../../derive/files.ts'

const equality: readonly RuleOperator[] = ['$eq', '$ne', '$in', '$nin', '$null']
const ordered: readonly RuleOperator[] = [...equality, '$lt', '$lte', '$gt', '$gte']

/**
 * The operators that a condition may use on a field. Texts have no order that both engines share; of a value that is a list,
 * a rule asks by a relation (`$some`) or not at all.
 */
export function operatorsOf(field: Field, isInTree: boolean): readonly RuleOperator[] {
  if (field.kind === 'password') return []
  if (field.kind === 'virtual') return field.options.when ? ['$eq', '$ne'] : []
  if (field.kind === 'manyToMany' || field.column?.type === 'list' || isFile(field)) return ['$null']
  if (!field.column) return []
  switch (field.column.type) {
    case 'integer':
      return isInTree ? [...ordered, '$under'] : ordered
    case 'reference':
      return isInTree ? [...equality, '$under'] : equality
    case 'decimal':
    case 'date':
    case 'instant':
      return ordered
    case 'json':
      return ['$null']
    default:
      return equality
  }
}

/** A value of a condition as the wire has it, or undefined when the field can hold no such value. */
export function wireValue(field: Field, given: unknown): unknown {
  if (field.kind === 'virtual') return typeof given === 'boolean' ? given : undefined
  if (field.kind === 'manyToMany') return id(given)
  return field.column ? readers[field.column.type](given, field) : undefined
}

type Reader = (given: unknown, field: Field) => unknown

const readers: { readonly [T in Column['type']]: Reader } = {
  string: text,
  text,
  list: text,
  integer: (given) => (Number.isSafeInteger(given) ? given : undefined),
  decimal,
  boolean: (given) => (typeof given === 'boolean' ? given : undefined),
  date: (given) => (typeof given === 'string' && isDate(given) ? given : undefined),
  instant: (given) => (typeof given === 'string' ? parseInstant(given) : undefined),
  reference: id,
  json: () => undefined,
}

/** No finer than the field can hold: two values that are stored alike are one. */
function decimal(given: unknown, { column }: Field): unknown {
  if (typeof given !== 'number' || !Number.isFinite(given) || column?.type !== 'decimal') return undefined
  return Number(given.toFixed(column.scale)) === given ? given : undefined
}

function id(given: unknown): unknown {
  return Number.isSafeInteger(given) && Number(given) > 0 && Number(given) <= maxId ? given : undefined
}

/** A text in its stored form; where the field has choices, one of them. */
function text(given: unknown, { format, normalise }: Field): unknown {
  if (typeof given !== 'string' || given.length > 500 || !/^[^\0\p{Cs}]*$/u.test(given)) return undefined
  const stored = normalise?.(given) ?? given
  return format.options && !format.options.some(({ value }) => value === stored) ? undefined : stored
}
