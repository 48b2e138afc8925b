import { z } from 'zod'
import { type Field, labelled, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export interface BooleanOptions extends OptionsFor<boolean> {
  /** True on one record at most of those with the same value in this field; setting it on one takes it from the other. */
  readonly onePer?: string
}

/** Yes or no. */
export function boolean<const O extends BooleanOptions = Record<never, never>>(
  label?: string | Only<O, BooleanOptions>,
  options?: Only<O, BooleanOptions>,
): Field<'boolean', boolean, boolean, O> {
  return {
    kind: 'boolean',
    ...labelled<O>('Sim/Não', label, options),
    column: { type: 'boolean' },
    input: z.boolean(),
    output: z.boolean(),
    operators: ['eq', 'ne', 'in', 'null'],
    format: {},
    sortable: true,
  }
}

export const booleanSamples: Samples = {
  field: boolean('Ativa'),
  good: [
    [true, true],
    [false, false],
  ],
  bad: ['true', 'false', 1, 0, 'sim', [], [true], {}],
  filters: [
    { operator: 'eq', value: 'true', finds: [true] },
    { operator: 'eq', value: 'false', finds: [false] },
    { operator: 'ne', value: 'true', finds: [false, null] },
    { operator: 'in', value: ['true', 'false'], finds: [true, false] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'null', value: 'false', finds: [true, false] },
  ],
}
