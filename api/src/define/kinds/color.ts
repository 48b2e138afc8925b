import { z } from 'zod'
import { equality, type Field, type Only, type OptionsFor } from '../field.ts'
import { formatted } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export type ColorOptions = OptionsFor<string>

/** A colour, `#rrggbb` in lower case. */
export function color<const O extends ColorOptions = Record<never, never>>(
  label: string,
  options?: Only<O, ColorOptions>,
): Field<'color', string, string, O> {
  return {
    kind: 'color',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'string', length: 7 },
    input: formatted({
      normalise,
      isValid: (value) => /^#[0-9a-f]{6}$/.test(value),
      error: 'invalid.color',
      maxLength: 40,
    }),
    output: z.string().regex(/^#[0-9a-f]{6}$/),
    operators: equality,
    format: {},
    normalise,
    sortable: false,
  }
}

function normalise(typed: string): string {
  return typed.trim().toLowerCase()
}

export const colorSamples: Samples = {
  field: color('Cor'),
  good: [
    ['#1677ff', '#1677ff'],
    [' #FFFFFF ', '#ffffff'],
  ],
  bad: ['#fff', '1677ff', '#1677fg', '#1677ff00', 'red', 'rgb(0,0,0)', '#1677ff;x', 1677, ['#1677ff']],
  filters: [
    { operator: 'eq', value: '#1677FF', finds: ['#1677ff'] },
    { operator: 'ne', value: '#1677ff', finds: ['#ffffff', null] },
    { operator: 'in', value: ['#1677ff', '#000000'], finds: ['#1677ff'] },
    { operator: 'nin', value: ['#1677ff'], finds: ['#ffffff', null] },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
