import { z } from 'zod'
import { isDecimal } from '../../contract/formats/decimal.ts'
import { comparison, type Field, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export interface DecimalOptions extends OptionsFor<number> {
  /** Digits after the point, 1 to 6. */
  readonly scale: number
  readonly min?: number
  readonly max?: number
}

/** A number with a fixed count of decimals, kept exactly; 15 digits in all. */
export function decimal<const O extends DecimalOptions>(
  label: string,
  options: Only<O, DecimalOptions>,
): Field<'decimal', number, number, O> {
  const { scale, min, max }: DecimalOptions = options
  return {
    kind: 'decimal',
    label,
    options,
    column: { type: 'decimal', scale },
    input: z
      .number()
      .min(min ?? -(10 ** (15 - scale)))
      .max(max ?? 10 ** (15 - scale))
      .refine((value) => isDecimal(value, scale), { error: 'invalid.decimals', params: { maximum: scale } })
      .overwrite((value) => value + 0), // makes 0 of -0
    output: z.number(),
    operators: comparison,
    format: { scale, ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    sortable: true,
  }
}

export const decimalSamples: Samples = {
  field: decimal('Peso', { scale: 3, max: 1_000_000_000 }),
  good: [
    [0.1, 0.1],
    [-2.675, -2.675],
    [0, 0],
    [1.005, 1.005],
    [999_999_999.999, 999_999_999.999],
  ],
  bad: [0.0001, 1e-9, 1_000_000_000.001, 1e300, '0.1', '', false, [0.1], {}],
  filters: [
    { operator: 'eq', value: '1.005', finds: [1.005] },
    { operator: 'eq', value: '0.100', finds: [0.1] },
    { operator: 'ne', value: '0.1', finds: [-2.675, 0, 1.005, 999_999_999.999, null] },
    { operator: 'gt', value: '1.004', finds: [1.005, 999_999_999.999] },
    { operator: 'gte', value: '0.1', finds: [0.1, 1.005, 999_999_999.999] },
    { operator: 'lt', value: '0', finds: [-2.675] },
    { operator: 'lte', value: '0.1', finds: [-2.675, 0, 0.1] },
    { operator: 'between', value: ['0.1', '1.005'], finds: [0.1, 1.005] },
    { operator: 'in', value: ['-2.675', '5'], finds: [-2.675] },
    { operator: 'nin', value: ['-2.675', '0'], finds: [0.1, 1.005, 999_999_999.999, null] },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
