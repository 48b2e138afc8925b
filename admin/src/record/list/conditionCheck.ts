import type { FieldMeta, Kind } from '@ficha/api/contract'
import type { ListFilter } from './listState.ts'

type Check = (text: string, field: FieldMeta) => boolean

const whole: Check = (text) => /^-?\d{1,15}$/.test(text)
const choice: Check = (text, { format }) => !format.options || format.options.some(({ value }) => value === text)
const day = /^\d{4}-\d{2}-\d{2}$/

const checks: Partial<Record<Kind, Check>> = {
  integer: whole,
  money: whole,
  belongsTo: whole,
  manyToMany: whole,
  decimal: (text) => /^-?\d{1,15}(\.\d{1,10})?$/.test(text),
  boolean: (text) => text === 'true' || text === 'false',
  date: (text) => day.test(text) && !Number.isNaN(Date.parse(text)),
  dateTime: (text) => day.test(text.slice(0, 10)) && !Number.isNaN(Date.parse(text)),
  select: choice,
  multiSelect: choice,
  status: choice,
}

/** Whether the list can ask for this: the field takes the operator and every value is one it could hold. The API judges the rest. */
export function isAskable(field: FieldMeta, { operator, value }: ListFilter): boolean {
  if (!field.operators.includes(operator)) return false
  const texts = [value].flat()
  if (texts.length === 0 || texts.some((text) => text === '')) return false
  if (operator === 'null') return texts.length === 1 && (texts[0] === 'true' || texts[0] === 'false')
  if (operator === 'between') return texts.length === 2 && texts.every((text) => holds(field, text))
  if (operator === 'like' || operator === 'starts') return texts.length === 1
  if (operator === 'in' || operator === 'nin') return texts.every((text) => holds(field, text))
  return texts.length === 1 && texts.every((text) => holds(field, text))
}

function holds(field: FieldMeta, text: string): boolean {
  const shown = field.format.as ? { ...field, ...field.format.as } : field
  return checks[shown.kind]?.(text, shown) ?? true
}
