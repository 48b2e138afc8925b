import { z } from 'zod'
import { comparison, type Field, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export interface IntegerOptions extends OptionsFor<number> {
  /** Left out: what a JavaScript number holds exactly. */
  readonly min?: number
  /** Left out: what a JavaScript number holds exactly. */
  readonly max?: number
}

/** A whole number. */
export function integer<const O extends IntegerOptions = Record<never, never>>(
  label: string,
  options?: Only<O, IntegerOptions>,
): Field<'integer', number, number, O> {
  const { min, max }: IntegerOptions = options ?? {}
  return {
    kind: 'integer',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'integer' },
    input: z
      .int()
      .min(min ?? Number.MIN_SAFE_INTEGER)
      .max(max ?? Number.MAX_SAFE_INTEGER)
      .overwrite((value) => value + 0), // makes 0 of -0
    output: z.int(),
    operators: comparison,
    format: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    sortable: true,
  }
}

export const integerSamples: Samples = {
  field: integer('Quantidade', { min: -5, max: Number.MAX_SAFE_INTEGER }),
  good: [
    [-5, -5],
    [0, 0],
    [7, 7],
    [3_000_000_000, 3_000_000_000],
    [Number.MAX_SAFE_INTEGER, Number.MAX_SAFE_INTEGER],
  ],
  bad: [-6, 1.5, 1e300, '7', '', true, [7], { value: 7 }],
  filters: [
    { operator: 'eq', value: '7', finds: [7] },
    { operator: 'ne', value: '7', finds: [-5, 0, 3_000_000_000, Number.MAX_SAFE_INTEGER, null] },
    { operator: 'gt', value: '0', finds: [7, 3_000_000_000, Number.MAX_SAFE_INTEGER] },
    { operator: 'gte', value: '3000000000', finds: [3_000_000_000, Number.MAX_SAFE_INTEGER] },
    { operator: 'lt', value: '0', finds: [-5] },
    { operator: 'lte', value: '0', finds: [-5, 0] },
    { operator: 'between', value: ['-5', '7'], finds: [-5, 0, 7] },
    { operator: 'in', value: ['0', '7', '8'], finds: [0, 7] },
    { operator: 'nin', value: ['0', '7', '-5'], finds: [3_000_000_000, Number.MAX_SAFE_INTEGER, null] },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
