import { fold } from '../../contract/fold.ts'
import { type Field, type Only, type OptionsFor, textual } from '../field.ts'
import { normaliseLines, plainLines } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export interface TextareaOptions extends OptionsFor<string> {
  /** Characters; 1 when left out. */
  readonly minLength?: number
  /** Characters; 2000 when left out. */
  readonly maxLength?: number
}

/** Several lines of plain text, never HTML. Its breaks are stored as `\n`. */
export function textarea<const O extends TextareaOptions = Record<never, never>>(
  label: string,
  options?: Only<O, TextareaOptions>,
): Field<'textarea', string, string, O> {
  const { minLength = 1, maxLength = 2000 }: TextareaOptions = options ?? {}
  return {
    kind: 'textarea',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'text' },
    input: plainLines().min(minLength).max(maxLength),
    output: plainLines(),
    operators: textual,
    format: { minLength, maxLength },
    search: { column: 'folded', normalise: (typed) => fold(normaliseLines(typed)) },
    normalise: normaliseLines,
    sortable: false,
  }
}

export const textareaSamples: Samples = {
  field: textarea('Observação', { maxLength: 200 }),
  good: [
    ['Ligar à tarde.', 'Ligar à tarde.'],
    ['linha um\r\nlinha dois\rlinha três\n', 'linha um\nlinha dois\nlinha três'],
    ['coluna\tcoluna', 'coluna\tcoluna'],
    ['😀'.repeat(100), '😀'.repeat(100)],
  ],
  bad: ['x'.repeat(201), 'a\u0000b', 'a\u0007b', 'a\ud800', 5, false, ['a'], {}],
  filters: [
    { operator: 'eq', value: 'Ligar à tarde.', finds: ['Ligar à tarde.'] },
    {
      operator: 'ne',
      value: 'Ligar à tarde.',
      finds: ['linha um\nlinha dois\nlinha três', 'coluna\tcoluna', '😀'.repeat(100), null],
    },
    { operator: 'in', value: ['Ligar à tarde.', 'coluna\tcoluna'], finds: ['Ligar à tarde.', 'coluna\tcoluna'] },
    {
      operator: 'nin',
      value: ['Ligar à tarde.', 'coluna\tcoluna'],
      finds: ['linha um\nlinha dois\nlinha três', '😀'.repeat(100), null],
    },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'like', value: 'UM\nLINHA', finds: ['linha um\nlinha dois\nlinha três'] },
    { operator: 'like', value: 'A TARDE', finds: ['Ligar à tarde.'] },
    { operator: 'starts', value: 'COL', finds: ['coluna\tcoluna'] },
  ],
}
