import { fulfils } from './condition.ts'
import type { Params } from './errors.ts'
import { dayOf, isDate } from './formats/date.ts'
import { stateOfPostalCode } from './formats/postalCode.ts'
import type { FieldMeta } from './metadata.ts'
import type { WordKey } from './words/index.ts'

/** What is odd about a value that is allowed all the same. */
export interface Oddity {
  readonly key: WordKey
  readonly params?: Params
}

type Values = Readonly<Record<string, unknown>>

/** What is odd about the value of a field beside the record it stands in; undefined for nothing, and for no value. */
export function oddityOf(
  { format: { expects } }: Pick<FieldMeta, 'format'>,
  value: unknown,
  record: Values,
): Oddity | undefined {
  if (!expects || typeof value !== 'string' || value === '') return undefined
  if (expects.when && !fulfils(record, expects.when)) return undefined
  const { minWords, earliest, state } = expects
  if (minWords !== undefined && value.trim().split(/\s+/).length < minWords)
    return { key: 'warning.fewWords', params: { minimum: minWords } }
  if (earliest !== undefined && isDate(value) && value < dayOf(earliest)) return { key: 'warning.past' }
  return state === undefined ? undefined : elsewhere(value, record[state])
}

/** The fields beside its own that decide whether a value is odd. */
export function oddityReads({ format: { expects } }: Pick<FieldMeta, 'format'>): string[] {
  return [...(expects?.state === undefined ? [] : [expects.state]), ...Object.keys(expects?.when ?? {})]
}

function elsewhere(postalCode: string, given: unknown): Oddity | undefined {
  const expected = stateOfPostalCode(postalCode)
  if (!expected || typeof given !== 'string' || given === expected) return undefined
  return { key: 'warning.postalCodeState', params: { expected, given } }
}
