import { z } from 'zod'
import { isCpf, normaliseCpf } from '../../contract/formats/cpf.ts'
import { type Field, labelled, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type CpfOptions = OptionsFor<string>

/** A CPF, stored as its 11 digits; the mask is taken off what is written. */
export function cpf<const O extends CpfOptions = Record<never, never>>(
  label?: string | Only<O, CpfOptions>,
  options?: Only<O, CpfOptions>,
): Field<'cpf', string, string, O> {
  return {
    kind: 'cpf',
    ...labelled<O>('CPF', label, options),
    column: { type: 'string', length: 11 },
    input: formatted({ normalise: normaliseCpf, isValid: isCpf, error: 'invalid.cpf', maxLength: 40 }),
    output: z.string().regex(/^\d{11}$/),
    operators: textual,
    format: {},
    search: { column: 'stored', normalise: (typed) => /^\d{1,11}$/.exec(normaliseCpf(typed))?.[0] ?? '' },
    normalise: normaliseCpf,
    sortable: true,
    mask: ['***.', { from: 4, length: 3 }, '.', { from: 7, length: 3 }, '-**'],
  }
}

export const cpfSamples: Samples = {
  field: cpf(),
  good: [
    ['11144477735', '11144477735'],
    [' 529.982.247-25 ', '52998224725'],
    ['000.000.001-91', '00000000191'],
  ],
  bad: [
    '111.444.777-36',
    '11111111111',
    '00000000000',
    '1114447773',
    '111444777350',
    '１１１44477735',
    '111444777a35',
    '11144477735\u0000',
    11144477735,
    ['11144477735'],
  ],
  filters: [
    { operator: 'eq', value: '111.444.777-35', finds: ['11144477735'] },
    { operator: 'eq', value: '00000000191', finds: ['00000000191'] },
    { operator: 'eq', value: '191', finds: [] },
    { operator: 'ne', value: '11144477735', finds: ['52998224725', '00000000191', null] },
    { operator: 'in', value: ['11144477735', '529.982.247-25'], finds: ['11144477735', '52998224725'] },
    { operator: 'nin', value: ['11144477735'], finds: ['52998224725', '00000000191', null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: '982.247', finds: ['52998224725'] },
    { operator: 'like', value: 'joão', finds: [] },
    { operator: 'starts', value: '111.4', finds: ['11144477735'] },
  ],
}
