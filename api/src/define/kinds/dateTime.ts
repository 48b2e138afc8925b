import { z } from 'zod'
import { parseInstant } from '../../contract/formats/instant.ts'
import { comparison, type Field, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export type DateTimeOptions = OptionsFor<string>

/** An instant: written with `Z` or an offset, read in UTC with milliseconds and `Z`. */
export function dateTime<const O extends DateTimeOptions = Record<never, never>>(
  label: string,
  options?: Only<O, DateTimeOptions>,
): Field<'dateTime', string, string, O> {
  return {
    kind: 'dateTime',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'instant' },
    input: z
      .string()
      .refine((text) => parseInstant(text) !== undefined, { error: 'invalid.dateTime', abort: true })
      .overwrite((text) => parseInstant(text) ?? text)
      .meta({ format: 'date-time' }),
    output: z.iso.datetime({ precision: 3 }),
    operators: comparison,
    format: {},
    sortable: true,
  }
}

export const dateTimeSamples: Samples = {
  field: dateTime('Aceito em'),
  good: [
    ['2026-01-01T02:00:00Z', '2026-01-01T02:00:00.000Z'],
    ['2026-01-01T00:30:00.123-03:00', '2026-01-01T03:30:00.123Z'],
    ['1999-12-31T23:59:59.999999Z', '1999-12-31T23:59:59.999Z'],
  ],
  bad: [
    '2026-01-01T02:00:00',
    '2026-01-01',
    '2026-02-30T00:00:00Z',
    '2026-01-01T24:00:00Z',
    '2026-01-01T02:60:00Z',
    '2026-01-01 02:00:00Z',
    '0000-06-01T00:00:00Z',
    '9999-12-31T23:59:59-03:00',
    '01/01/2026 02:00',
    'now',
    1767225600000,
    ['2026-01-01T02:00:00Z'],
    {},
  ],
  filters: [
    { operator: 'eq', value: '2026-01-01T02:00:00.000Z', finds: ['2026-01-01T02:00:00.000Z'] },
    { operator: 'eq', value: '2025-12-31T23:00:00-03:00', finds: ['2026-01-01T02:00:00.000Z'] },
    {
      operator: 'ne',
      value: '2026-01-01T02:00:00Z',
      finds: ['2026-01-01T03:30:00.123Z', '1999-12-31T23:59:59.999Z', null],
    },
    { operator: 'gt', value: '2026-01-01T02:00:00Z', finds: ['2026-01-01T03:30:00.123Z'] },
    { operator: 'gte', value: '2026-01-01T02:00:00Z', finds: ['2026-01-01T02:00:00.000Z', '2026-01-01T03:30:00.123Z'] },
    { operator: 'lt', value: '2000-01-01T00:00:00Z', finds: ['1999-12-31T23:59:59.999Z'] },
    { operator: 'lte', value: '2026-01-01T02:00:00Z', finds: ['2026-01-01T02:00:00.000Z', '1999-12-31T23:59:59.999Z'] },
    {
      operator: 'between',
      value: ['2026-01-01T00:00:00Z', '2026-01-01T23:59:59.999Z'],
      finds: ['2026-01-01T02:00:00.000Z', '2026-01-01T03:30:00.123Z'],
    },
    { operator: 'in', value: ['2026-01-01T03:30:00.123Z'], finds: ['2026-01-01T03:30:00.123Z'] },
    {
      operator: 'nin',
      value: ['2026-01-01T03:30:00.123Z'],
      finds: ['2026-01-01T02:00:00.000Z', '1999-12-31T23:59:59.999Z', null],
    },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
