import { fold } from '../../contract/fold.ts'
import { type Field, type Only, type OptionsFor, textual } from '../field.ts'
import { plainLine } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export interface TextOptions extends OptionsFor<string> {
  /** Characters; 1 when left out. */
  readonly minLength?: number
  /** Characters; 255 when left out. */
  readonly maxLength?: number
}

/** One line of text: trimmed, without control characters. Found and sorted without regard to case and accents. */
export function text<const O extends TextOptions = Record<never, never>>(
  label: string,
  options?: Only<O, TextOptions>,
): Field<'text', string, string, O> {
  const { minLength = 1, maxLength = 255 }: TextOptions = options ?? {}
  return {
    kind: 'text',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'string', length: maxLength },
    input: plainLine().min(minLength).max(maxLength),
    output: plainLine(),
    operators: textual,
    format: { minLength, maxLength },
    search: { column: 'folded', normalise: fold },
    normalise: (typed) => typed.trim(),
    sortable: true,
  }
}

export const textSamples: Samples = {
  field: text('Nome', { minLength: 2, maxLength: 40 }),
  good: [
    ['João da Silva', 'João da Silva'],
    ['  Ana Conceição\n', 'Ana Conceição'],
    ["D'Ávila; DROP TABLE", "D'Ávila; DROP TABLE"],
    ['100%_\\ 🚗', '100%_\\ 🚗'],
    ['<b>"Acme" & Cia</b>', '<b>"Acme" & Cia</b>'],
  ],
  bad: [
    'J',
    ' J ',
    'x'.repeat(41),
    'a\u0000b',
    'a\nb',
    'a\u2028b',
    'a\u007fb',
    '\ud83dA',
    5,
    true,
    ['João'],
    { name: 'João' },
  ],
  filters: [
    { operator: 'eq', value: 'João da Silva', finds: ['João da Silva'] },
    { operator: 'eq', value: 'joão da silva', finds: [] },
    {
      operator: 'ne',
      value: 'João da Silva',
      finds: ['Ana Conceição', "D'Ávila; DROP TABLE", '100%_\\ 🚗', '<b>"Acme" & Cia</b>', null],
    },
    { operator: 'in', value: ['João da Silva', 'Ana Conceição', 'Zé'], finds: ['João da Silva', 'Ana Conceição'] },
    {
      operator: 'nin',
      value: ['João da Silva', 'Ana Conceição'],
      finds: ["D'Ávila; DROP TABLE", '100%_\\ 🚗', '<b>"Acme" & Cia</b>', null],
    },
    { operator: 'null', value: 'true', finds: [null] },
    {
      operator: 'null',
      value: 'false',
      finds: ['João da Silva', 'Ana Conceição', "D'Ávila; DROP TABLE", '100%_\\ 🚗', '<b>"Acme" & Cia</b>'],
    },
    { operator: 'like', value: 'JOAO', finds: ['João da Silva'] },
    { operator: 'like', value: 'ção', finds: ['Ana Conceição'] },
    { operator: 'like', value: '%', finds: ['100%_\\ 🚗'] },
    { operator: 'like', value: '_', finds: ['100%_\\ 🚗'] },
    { operator: 'like', value: '\\', finds: ['100%_\\ 🚗'] },
    { operator: 'like', value: "'", finds: ["D'Ávila; DROP TABLE"] },
    { operator: 'starts', value: 'ana c', finds: ['Ana Conceição'] },
    { operator: 'starts', value: 'silva', finds: [] },
    { operator: 'starts', value: '100%', finds: ['100%_\\ 🚗'] },
  ],
}
