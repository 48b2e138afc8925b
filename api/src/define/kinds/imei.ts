import { z } from 'zod'
import { isImei, normaliseImei } from '../../contract/formats/imei.ts'
import { type Field, labelled, type Only, type OptionsFor, textual } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type ImeiOptions = OptionsFor<string>

/** The number of a mobile device, such as a tracker: 15 digits, the last one checking the others. */
export function imei<const O extends ImeiOptions = Record<never, never>>(
  label?: string | Only<O, ImeiOptions>,
  options?: Only<O, ImeiOptions>,
): Field<'imei', string, string, O> {
  return {
    kind: 'imei',
    ...labelled<O>('IMEI', label, options),
    column: { type: 'string', length: 15 },
    input: formatted({ normalise: normaliseImei, isValid: isImei, error: 'invalid.imei', maxLength: 40 }),
    output: z.string().regex(/^\d{15}$/),
    operators: textual,
    format: {},
    search: { column: 'stored', normalise: (typed) => /^\d{1,15}$/.exec(normaliseImei(typed))?.[0] ?? '' },
    normalise: normaliseImei,
    sortable: true,
  }
}

export const imeiSamples: Samples = {
  field: imei(),
  good: [
    ['49-015420-323751-8', '490154203237518'],
    ['356938035643809', '356938035643809'],
  ],
  bad: [
    '490154203237519',
    '49015420323751',
    '4901542032375180',
    '000000000000000',
    '49015420323751８',
    '49015420323751x',
    490154203237518,
    ['490154203237518'],
  ],
  filters: [
    { operator: 'eq', value: '49 015420 323751 8', finds: ['490154203237518'] },
    { operator: 'ne', value: '490154203237518', finds: ['356938035643809', null] },
    { operator: 'in', value: ['490154203237518', '1'], finds: ['490154203237518'] },
    { operator: 'nin', value: ['490154203237518'], finds: ['356938035643809', null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: '5420-32', finds: ['490154203237518'] },
    { operator: 'like', value: 'joão', finds: [] },
    { operator: 'starts', value: '35', finds: ['356938035643809'] },
  ],
}
