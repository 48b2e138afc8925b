import { z } from 'zod'
import { dayOf, formatDate, isDate } from '../../contract/formats/date.ts'
import { comparison, type Field, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export interface DateOptions extends OptionsFor<string> {
  /** The first day that is accepted, `YYYY-MM-DD` or `today`. */
  readonly earliest?: string
  /** The last day that is accepted, `YYYY-MM-DD` or `today`. */
  readonly latest?: string
  /** The date field whose day must lie before this one. */
  readonly after?: string
  /** The date field whose day must lie before this one, or be the same. */
  readonly notBefore?: string
  /** A day before this one, `YYYY-MM-DD` or `today`, is odd. */
  readonly expects?: { readonly earliest: string }
}

/** A day without a time, `YYYY-MM-DD`. */
export function date<const O extends DateOptions = Record<never, never>>(
  label: string,
  options?: Only<O, DateOptions>,
): Field<'date', string, string, O> {
  const { earliest, latest, after, notBefore, expects }: DateOptions = options ?? {}
  return {
    kind: 'date',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'date' },
    input: z
      .string()
      .refine(isDate, { error: 'invalid.date', abort: true })
      .refine((value) => !earliest || value >= dayOf(earliest), {
        error: errorOf(earliest, 'invalid.past', 'invalid.tooEarly'),
        params: { minimum: formatDate(earliest ?? '') },
      })
      .refine((value) => !latest || value <= dayOf(latest), {
        error: errorOf(latest, 'invalid.future', 'invalid.tooLate'),
        params: { maximum: formatDate(latest ?? '') },
      })
      .meta({ format: 'date' }),
    output: z.iso.date(),
    operators: comparison,
    format: {
      ...(earliest && { earliest }),
      ...(latest && { latest }),
      ...(after && { after }),
      ...(notBefore && { notBefore }),
      ...(expects && { expects }),
    },
    sortable: true,
  }
}

function errorOf(bound: string | undefined, today: string, otherDay: string): string {
  return bound === 'today' ? today : otherDay
}

export const dateSamples: Samples = {
  field: date('Nascimento', { earliest: '1900-01-01', latest: 'today' }),
  good: [
    ['1900-01-01', '1900-01-01'],
    ['1988-02-29', '1988-02-29'],
    ['2026-01-01', '2026-01-01'],
  ],
  bad: [
    '1899-12-31',
    '9999-12-31',
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '01/01/2026',
    '2026-01-01T00:00:00Z',
    '2026-01-01 ',
    '0000-01-01',
    'Invalid date',
    20260101,
    0,
    ['2026-01-01'],
    {},
  ],
  filters: [
    { operator: 'eq', value: '1988-02-29', finds: ['1988-02-29'] },
    { operator: 'ne', value: '1988-02-29', finds: ['1900-01-01', '2026-01-01', null] },
    { operator: 'gt', value: '1988-02-29', finds: ['2026-01-01'] },
    { operator: 'gte', value: '1988-02-29', finds: ['1988-02-29', '2026-01-01'] },
    { operator: 'lt', value: '1988-02-29', finds: ['1900-01-01'] },
    { operator: 'lte', value: '1988-02-29', finds: ['1900-01-01', '1988-02-29'] },
    { operator: 'between', value: ['1900-01-01', '1988-02-29'], finds: ['1900-01-01', '1988-02-29'] },
    { operator: 'in', value: ['2026-01-01', '2030-01-01'], finds: ['2026-01-01'] },
    { operator: 'nin', value: ['2026-01-01'], finds: ['1900-01-01', '1988-02-29', null] },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
