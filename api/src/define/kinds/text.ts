import type { z } from 'zod'
import type { RecordCondition } from '../../contract/condition.ts'
import { fold } from '../../contract/fold.ts'
import { inCase, wholly } from '../../contract/formats/text.ts'
import type { WordKey } from '../../contract/words/index.ts'
import { type Field, type Only, type OptionsFor, textual } from '../field.ts'
import { plainLine } from '../plain-text.ts'
import type { Samples } from '../samples.ts'

export interface TextOptions extends OptionsFor<string> {
  /** Characters; 1 when left out. */
  readonly minLength?: number
  /** Characters; 255 when left out. */
  readonly maxLength?: number
  /** What the whole text must look like, and the key of the words that is said of any other. */
  readonly pattern?: readonly [pattern: RegExp, error: WordKey]
  /** Stored in capital or in small letters, however it is typed. */
  readonly case?: 'upper' | 'lower'
  /** A text of fewer words is odd; with `when`, on records that fulfil it. */
  readonly expects?: { readonly minWords: number; readonly when?: RecordCondition }
}

/** One line of text: trimmed, without control characters. Found and sorted without regard to case and accents. */
export function text<const O extends TextOptions = Record<never, never>>(
  label: string,
  options?: Only<O, TextOptions>,
): Field<'text', string, string, O> {
  const { minLength = 1, maxLength = 255, pattern, case: letters, expects }: TextOptions = options ?? {}
  const normalise = (typed: string) => inCase(typed.trim(), letters)
  return {
    kind: 'text',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'string', length: maxLength },
    input: inputOf({ minLength, maxLength, pattern, case: letters }),
    output: plainLine(),
    operators: textual,
    format: {
      minLength,
      maxLength,
      ...(pattern && { pattern: { source: pattern[0].source, error: pattern[1] } }),
      ...(letters && { case: letters }),
      ...(expects && { expects }),
    },
    search: { column: 'folded', normalise: fold },
    normalise,
    sortable: true,
  }
}

type Judged = Required<Pick<TextOptions, 'minLength' | 'maxLength'>> & Pick<TextOptions, 'pattern' | 'case'>

function inputOf({ minLength, maxLength, pattern, case: letters }: Judged): z.ZodString {
  const line = plainLine()
  const cased = letters ? line.overwrite((typed) => inCase(typed, letters)) : line
  const whole = cased.min(minLength).max(maxLength)
  return pattern ? whole.regex(wholly(pattern[0].source), { error: pattern[1] }) : whole
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
