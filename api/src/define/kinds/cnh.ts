import { z } from 'zod'
import { isCnh, normaliseCnh } from '../../contract/formats/cnh.ts'
import { type Field, labelled, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type CnhOptions = OptionsFor<string>

/** The number of a driving licence (CNH), stored as its 11 digits. */
export function cnh<const O extends CnhOptions = Record<never, never>>(
  label?: string | Only<O, CnhOptions>,
  options?: Only<O, CnhOptions>,
): Field<'cnh', string, string, O> {
  return {
    kind: 'cnh',
    ...labelled<O>('CNH', label, options),
    column: { type: 'string', length: 11 },
    input: formatted({ normalise: normaliseCnh, isValid: isCnh, error: 'invalid.cnh', maxLength: 40 }),
    output: z.string().regex(/^\d{11}$/),
    operators: textual,
    format: {},
    search: { column: 'stored', normalise: (typed) => /^\d{1,11}$/.exec(normaliseCnh(typed))?.[0] ?? '' },
    normalise: normaliseCnh,
    sortable: true,
    mask: ['•••••••', { last: 4 }],
  }
}

export const cnhSamples: Samples = {
  field: cnh(),
  good: [
    ['62472927637', '62472927637'],
    [' 022.347.971-63 ', '02234797163'],
  ],
  bad: [
    '62472927638',
    '11111111111',
    '00000000000',
    '6247292763',
    '624729276370',
    '６2472927637',
    '6247292763a',
    62472927637,
    ['62472927637'],
  ],
  filters: [
    { operator: 'eq', value: '62472927637', finds: ['62472927637'] },
    { operator: 'ne', value: '62472927637', finds: ['02234797163', null] },
    { operator: 'in', value: ['62472927637', '022.347.971-63'], finds: ['62472927637', '02234797163'] },
    { operator: 'nin', value: ['62472927637'], finds: ['02234797163', null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: '729 276', finds: ['62472927637'] },
    { operator: 'like', value: 'joão', finds: [] },
    { operator: 'starts', value: '022', finds: ['02234797163'] },
  ],
}
