import type { Operator } from '../contract/operators.ts'
import type { Field } from './field.ts'

/** Values that show what a kind does; one suite drives those of every kind through zod, both databases, the API and its documentation. */
export interface Samples {
  /** An optional field of the kind. */
  readonly field: Field
  /** What a client sends, and what it then reads. Nothing that JSON cannot carry. */
  readonly good: readonly (readonly [sent: unknown, read: unknown])[]
  /** What is answered with 422. */
  readonly bad: readonly unknown[]
  /** Each operator of the field at least once. */
  readonly filters: readonly FilterSample[]
  /** Why a part of the suite does not fit this kind. */
  readonly note?: string
}

/** A filter over one record for each of the `good` values and one without a value. */
export interface FilterSample {
  readonly operator: Operator
  /** As it stands in the query string; a list is the parameter repeated. */
  readonly value: string | readonly string[]
  /** The values of the records that are found, each once, in any order. */
  readonly finds: readonly unknown[]
}
