import { z } from 'zod'
import { isCnpj, normaliseCnpj } from '../../contract/formats/cnpj.ts'
import { type Field, labelled, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type CnpjOptions = OptionsFor<string>

/** A CNPJ, numeric or alphanumeric, stored as its 14 characters in upper case; the mask is taken off what is written. */
export function cnpj<const O extends CnpjOptions = Record<never, never>>(
  label?: string | Only<O, CnpjOptions>,
  options?: Only<O, CnpjOptions>,
): Field<'cnpj', string, string, O> {
  return {
    kind: 'cnpj',
    ...labelled<O>('CNPJ', label, options),
    column: { type: 'string', length: 14 },
    input: formatted({ normalise: normaliseCnpj, isValid: isCnpj, error: 'invalid.cnpj', maxLength: 40 }),
    output: z.string().regex(/^[0-9A-Z]{12}[0-9]{2}$/),
    operators: textual,
    format: {},
    search: { column: 'stored', normalise: part },
    normalise: normaliseCnpj,
    sortable: true,
    mask: ['**.', { from: 3, length: 3 }, '.', { from: 6, length: 3 }, '/****-**'],
  }
}

/** Words with a space between them are a name, not a part of a CNPJ. */
function part(typed: string): string {
  return /\s/.test(typed.trim()) ? '' : (/^[0-9A-Z]{1,14}$/.exec(normaliseCnpj(typed))?.[0] ?? '')
}

export const cnpjSamples: Samples = {
  field: cnpj(),
  good: [
    ['12.ABC.345/01DE-35', '12ABC34501DE35'],
    ['11.444.777/0001-61', '11444777000161'],
    ['00000000000191', '00000000000191'],
    ['zzzzzzzzzzzz62', 'ZZZZZZZZZZZZ62'],
  ],
  bad: [
    '12.ABC.345/01DE-36',
    '12ABC34501DE3A',
    '00000000000000',
    '11111111111111',
    '12ABC34501DE3',
    '12ABC34501DE355',
    '１２ABC34501DE35',
    '12ÁBC34501DE35',
    11444777000161,
    ['11444777000161'],
  ],
  filters: [
    { operator: 'eq', value: '12.abc.345/01de-35', finds: ['12ABC34501DE35'] },
    { operator: 'ne', value: '12ABC34501DE35', finds: ['11444777000161', '00000000000191', 'ZZZZZZZZZZZZ62', null] },
    { operator: 'in', value: ['12ABC34501DE35', '11.444.777/0001-61'], finds: ['12ABC34501DE35', '11444777000161'] },
    { operator: 'nin', value: ['12ABC34501DE35', 'ZZZZZZZZZZZZ62'], finds: ['11444777000161', '00000000000191', null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: 'abc.345', finds: ['12ABC34501DE35'] },
    { operator: 'like', value: 'joão da silva', finds: [] },
    { operator: 'starts', value: '11.444', finds: ['11444777000161'] },
  ],
}
