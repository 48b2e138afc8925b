import { z } from 'zod'
import type { Field, FieldOptions, Only } from '../field.ts'
import type { Samples } from '../samples.ts'

/** A password: written together with `<name>Confirmation`, kept as a hash, never read. An empty one leaves what is there. */
export function password<const O extends FieldOptions = Record<never, never>>(
  label: string,
  options?: Only<O, FieldOptions>,
): Field<'password', never, string, O> {
  return {
    kind: 'password',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'string', length: 255 },
    input: z
      .string()
      .min(8)
      .max(128)
      .regex(/^[^\p{Cc}\p{Cs}]*$/u, { error: 'invalid.controlCharacter' }),
    output: z.never(),
    operators: [],
    format: { minLength: 8, maxLength: 128 },
    sortable: false,
  }
}

export const passwordSamples: Samples = {
  field: password('Senha'),
  good: [
    ['correto cavalo bateria', undefined],
    [' espaços contam ', undefined],
    ['sençaÇ😀'.padEnd(128, 'x'), undefined],
  ],
  bad: [
    'curta7!',
    'x'.repeat(129),
    'senha\u0000longa',
    'senha\nlonga',
    'senha longa \ud800',
    12345678,
    true,
    ['correto cavalo'],
  ],
  filters: [],
  note: 'Never read, so it is undefined in every answer, and nothing can be filtered by it.',
}
