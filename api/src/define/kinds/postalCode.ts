import { z } from 'zod'
import { isPostalCode, normalisePostalCode } from '../../contract/formats/postalCode.ts'
import { type Field, labelled, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export interface PostalCodeOptions extends OptionsFor<string> {
  /** The field of the state: a CEP whose range lies in another one is odd. */
  readonly expects?: { readonly state: string }
}

/** A CEP, stored as its 8 digits. */
export function postalCode<const O extends PostalCodeOptions = Record<never, never>>(
  label?: string | Only<O, PostalCodeOptions>,
  options?: Only<O, PostalCodeOptions>,
): Field<'postalCode', string, string, O> {
  const read = labelled<O>('CEP', label, options)
  const { expects }: PostalCodeOptions = read.options
  return {
    kind: 'postalCode',
    ...read,
    column: { type: 'string', length: 8 },
    input: formatted({
      normalise: normalisePostalCode,
      isValid: isPostalCode,
      error: 'invalid.postalCode',
      maxLength: 40,
    }),
    output: z.string().regex(/^\d{8}$/),
    operators: textual,
    format: { ...(expects && { expects }) },
    search: { column: 'stored', normalise: (typed) => /^\d{1,8}$/.exec(normalisePostalCode(typed))?.[0] ?? '' },
    normalise: normalisePostalCode,
    sortable: true,
  }
}

export const postalCodeSamples: Samples = {
  field: postalCode(),
  good: [
    ['01310-100', '01310100'],
    ['69900000', '69900000'],
  ],
  bad: ['0131010', '013101000', '00000000', '01310-10a', '０1310100', 1310100, ['01310100']],
  filters: [
    { operator: 'eq', value: '01310-100', finds: ['01310100'] },
    { operator: 'ne', value: '01310100', finds: ['69900000', null] },
    { operator: 'in', value: ['01310100', '69900-000'], finds: ['01310100', '69900000'] },
    { operator: 'nin', value: ['01310100'], finds: ['69900000', null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: '310-1', finds: ['01310100'] },
    { operator: 'starts', value: '69', finds: ['69900000'] },
  ],
}
