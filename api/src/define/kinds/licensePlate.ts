import { z } from 'zod'
import { isLicensePlate, normaliseLicensePlate } from '../../contract/formats/licensePlate.ts'
import { type Field, labelled, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type LicensePlateOptions = OptionsFor<string>

/** A Brazilian number plate, Mercosul or of the form before, stored in upper case without the hyphen. */
export function licensePlate<const O extends LicensePlateOptions = Record<never, never>>(
  label?: string | Only<O, LicensePlateOptions>,
  options?: Only<O, LicensePlateOptions>,
): Field<'licensePlate', string, string, O> {
  return {
    kind: 'licensePlate',
    ...labelled<O>('Placa', label, options),
    column: { type: 'string', length: 7 },
    input: formatted({
      normalise: normaliseLicensePlate,
      isValid: isLicensePlate,
      error: 'invalid.licensePlate',
      maxLength: 40,
    }),
    output: z.string().regex(/^[A-Z]{3}\d[A-Z\d]\d{2}$/),
    operators: textual,
    format: {},
    search: { column: 'stored', normalise: (typed) => /^[A-Z\d]{1,7}$/.exec(normaliseLicensePlate(typed))?.[0] ?? '' },
    normalise: normaliseLicensePlate,
    sortable: true,
  }
}

export const licensePlateSamples: Samples = {
  field: licensePlate(),
  good: [
    ['abc-1234', 'ABC1234'],
    [' BRA2E19 ', 'BRA2E19'],
  ],
  bad: ['ABC12D3', 'AB11234', 'ABC123', 'ABC12345', 'ÁBC1234', 'ABC１234', 1234567, ['ABC1234']],
  filters: [
    { operator: 'eq', value: 'abc-1234', finds: ['ABC1234'] },
    { operator: 'ne', value: 'ABC1234', finds: ['BRA2E19', null] },
    { operator: 'in', value: ['ABC-1234', 'bra2e19'], finds: ['ABC1234', 'BRA2E19'] },
    { operator: 'nin', value: ['ABC1234'], finds: ['BRA2E19', null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: 'c-12', finds: ['ABC1234'] },
    { operator: 'like', value: 'joão', finds: [] },
    { operator: 'starts', value: 'bra', finds: ['BRA2E19'] },
  ],
}
