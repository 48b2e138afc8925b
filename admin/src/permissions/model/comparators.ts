import type { FieldMeta, Kind, WordKey } from '@ficha/api/contract'
import { drawnAs } from '../../kinds/Virtual.tsx'
import type { Comparator, Comparison } from './conditionModel.ts'
import { tokenOf } from './placeholders.ts'

/** How the builder compares a field: `$null` and a comparison with null are two answers, empty and filled. */
export type Saying = Exclude<Comparator, '$null'> | 'empty' | 'filled'

const equal: readonly Saying[] = ['$eq', '$ne', 'empty', 'filled']
const chosen: readonly Saying[] = ['$in', '$nin', ...equal]
const ordered: readonly Saying[] = ['$gte', '$lte', '$gt', '$lt', ...equal]

/** What may be said of a field of a kind, as the API judges it; the first is where a new condition begins. */
const sayings: Partial<Record<Kind, readonly Saying[]>> = {
  select: chosen,
  status: chosen,
  multiSelect: chosen,
  belongsTo: chosen,
  manyToMany: chosen,
  boolean: ['$eq', 'empty', 'filled'],
  integer: ordered,
  decimal: ordered,
  money: ordered,
  date: ordered,
  dateTime: ordered,
  password: [],
  json: ['empty', 'filled'],
  file: ['empty', 'filled'],
  image: ['empty', 'filled'],
  permissionRules: [],
}

const referring: ReadonlySet<Kind> = new Set(['belongsTo', 'manyToMany'])

export function sayingsOf(field: FieldMeta): readonly Saying[] {
  if (field.kind === 'virtual') return drawnAs(field).kind === 'boolean' ? ['$eq'] : []
  const known = sayings[field.kind] ?? equal
  return field.kind === 'belongsTo' && field.format.tree ? ['$under', ...known] : known
}

/** Values are lists. */
export const takesSeveral = (saying: Saying): boolean => saying === '$in' || saying === '$nin'

/** Words for the comparisons; dates and booleans have their own. */
export function sayingKey(saying: Saying, { kind }: FieldMeta): WordKey {
  const isDate = kind === 'date' || kind === 'dateTime'
  return isDate && (saying === '$lt' || saying === '$gt') ? dateKeys[saying] : keys[saying]
}

const keys = {
  $eq: 'permission.saying.eq',
  $ne: 'permission.saying.ne',
  $in: 'permission.saying.in',
  $nin: 'permission.saying.nin',
  $lt: 'permission.saying.lt',
  $lte: 'permission.saying.lte',
  $gt: 'permission.saying.gt',
  $gte: 'permission.saying.gte',
  $under: 'permission.saying.under',
  empty: 'permission.saying.empty',
  filled: 'permission.saying.filled',
} as const satisfies Record<Saying, WordKey>

const dateKeys = { $lt: 'permission.saying.before', $gt: 'permission.saying.after' } as const

export function sayingOf({ comparator, value }: Comparison): Saying {
  if (comparator === '$null') return value === false ? 'filled' : 'empty'
  if (value === null && comparator === '$eq') return 'empty'
  if (value === null && comparator === '$ne') return 'filled'
  return comparator
}

/** The comparison under another word, with as much of its value as fits there. */
export function sayOtherwise(comparison: Comparison, saying: Saying): Comparison {
  if (saying === 'empty' || saying === 'filled') {
    return { ...comparison, comparator: '$null', value: saying === 'empty', short: false }
  }
  const wasEmpty = ['empty', 'filled'].includes(sayingOf(comparison))
  const former = wasEmpty ? [] : [comparison.value].flat().filter((value) => value !== '')
  const several = takesSeveral(saying) ? former.filter((value) => !tokenOf(value)) : former
  const value = takesSeveral(saying) ? several : (several[0] ?? '')
  return { ...comparison, comparator: saying, value, short: saying === '$eq' }
}

/** Where a condition on a field begins: with what people mean most often by it. */
export function beginComparison(field: FieldMeta, placeholders: readonly string[]): Comparison | undefined {
  const [saying] = sayingsOf(field)
  if (!saying) return undefined
  const begun = sayOtherwise(
    { kind: 'comparison', field: field.name, comparator: '$eq', value: '', short: true },
    saying,
  )
  const [token] = placeholders
  if (field.kind === 'boolean' || field.kind === 'virtual') return { ...begun, value: true }
  // Of a person one means the person, of a brand theirs; a moment is rarely now.
  if (!token || !referring.has(field.kind)) return begun
  return saying === '$under' ? { ...begun, value: token } : { ...begun, comparator: '$eq', value: token, short: true }
}
