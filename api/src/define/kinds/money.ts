import { z } from 'zod'
import { maxScaled } from '../../contract/formats/decimal.ts'
import { formatMoney } from '../../contract/formats/money.ts'
import { comparison, type Field, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export interface MoneyOptions extends OptionsFor<number> {
  /** Cents. */
  readonly min?: number
  /** Cents. */
  readonly max?: number
}

/** An amount in reais, in whole cents everywhere but on the screen. */
export function money<const O extends MoneyOptions = Record<never, never>>(
  label: string,
  options?: Only<O, MoneyOptions>,
): Field<'money', number, number, O> {
  const { min, max }: MoneyOptions = options ?? {}
  return {
    kind: 'money',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'integer' },
    input: z
      .int()
      .min(-maxScaled)
      .max(maxScaled)
      .refine((cents) => cents >= (min ?? cents), {
        error: 'invalid.tooSmall',
        params: { minimum: formatMoney(min ?? 0) },
      })
      .refine((cents) => cents <= (max ?? cents), {
        error: 'invalid.tooBig',
        params: { maximum: formatMoney(max ?? 0) },
      })
      .overwrite((cents) => cents + 0) // makes 0 of -0
      .meta({ minimum: min ?? -maxScaled, maximum: max ?? maxScaled }),
    output: z.int(),
    operators: comparison,
    format: { ...(min !== undefined && { min }), ...(max !== undefined && { max }) },
    sortable: true,
  }
}

export const moneySamples: Samples = {
  field: money('Mensalidade', { min: -100_00 }),
  good: [
    [0, 0],
    [59_90, 59_90],
    [-100_00, -100_00],
    [maxScaled, maxScaled],
  ],
  bad: [-100_01, 59.9, maxScaled + 1, '5990', 'R$ 59,90', '', true, [5990]],
  filters: [
    { operator: 'eq', value: '5990', finds: [59_90] },
    { operator: 'ne', value: '5990', finds: [0, -100_00, maxScaled, null] },
    { operator: 'gt', value: '0', finds: [59_90, maxScaled] },
    { operator: 'gte', value: '0', finds: [0, 59_90, maxScaled] },
    { operator: 'lt', value: '0', finds: [-100_00] },
    { operator: 'lte', value: '0', finds: [0, -100_00] },
    { operator: 'between', value: ['0', '5990'], finds: [0, 59_90] },
    { operator: 'in', value: ['0', '5990', '1'], finds: [0, 59_90] },
    { operator: 'nin', value: ['0'], finds: [59_90, -100_00, maxScaled, null] },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
