import type { RecordCondition } from '../../contract/condition.ts'
import type { Field, FieldOptions } from '../field.ts'
import type { Samples } from '../samples.ts'
import { boolean } from './boolean.ts'

type ValueOf<F> = F extends { readonly types?: { readonly value: infer V } } ? V : never

/**
 * How a virtual value comes about. `when`: true where the record fulfils a condition, worked out by the database, so that lists filter by it.
 * `from` and `get`: worked out from other fields of the record by a function.
 */
export type Virtual<V, From extends string> = FieldOptions &
  (
    | { readonly when: RecordCondition; readonly from?: undefined; readonly get?: undefined }
    | {
        readonly from: readonly From[]
        readonly get: (record: Record<From, never>) => V | null
        readonly when?: undefined
      }
  )

/** A value with no column, computed whenever the record is read; `as` says the kind it is drawn as. */
export function virtual<F extends Field, const From extends string = never>(
  label: string,
  as: F,
  computed: Virtual<ValueOf<F>, From>,
): Field<
  'virtual',
  ValueOf<F>,
  never,
  FieldOptions & { readOnly: true } & Pick<Virtual<ValueOf<F>, From>, 'when' | 'from' | 'get'>
> {
  return {
    kind: 'virtual',
    label,
    options: { ...computed, readOnly: true },
    column: null,
    input: as.input,
    output: as.output,
    operators: computed.when ? ['eq'] : [],
    format: { as: { kind: as.kind, format: as.format } },
    sortable: false,
  }
}

export const virtualSamples: Samples = {
  field: virtual('Acesso liberado', boolean(), { when: { status: 'active' } }),
  good: [],
  bad: [],
  filters: [],
  note: 'Computed from other fields of the record, so there is nothing to write; a suite filters it by `eq` with `true` and `false`.',
}
