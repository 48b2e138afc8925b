import { z } from 'zod'
import { equality, type Field, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export type SelectOptions<Choice extends string> = OptionsFor<NoInfer<Choice>>

/** One of a few choices: value -> its label, pt-BR, in the order they are offered. */
export function select<const Choice extends string, const O extends SelectOptions<Choice> = Record<never, never>>(
  label: string,
  choices: { readonly [C in Choice]: string },
  options?: Only<O, SelectOptions<Choice>>,
): Field<'select', Choice, Choice, O> {
  const values = Object.keys(choices) as Choice[] // the keys of `choices` are its values
  return {
    kind: 'select',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'string', length: 40 },
    input: z.enum(values),
    output: z.enum(values),
    operators: equality,
    format: { options: values.map((value) => ({ value, label: choices[value] })) },
    sortable: true,
  }
}

export const selectSamples: Samples = {
  field: select('Gênero', { female: 'Feminino', male: 'Masculino', other: 'Outro' }),
  good: [
    ['female', 'female'],
    ['other', 'other'],
  ],
  bad: ['Female', 'Feminino', 'none', 'toString', 0, true, ['female'], {}],
  filters: [
    { operator: 'eq', value: 'female', finds: ['female'] },
    { operator: 'eq', value: 'male', finds: [] },
    { operator: 'ne', value: 'female', finds: ['other', null] },
    { operator: 'in', value: ['female', 'male'], finds: ['female'] },
    { operator: 'nin', value: ['female', 'male'], finds: ['other', null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'null', value: 'false', finds: ['female', 'other'] },
  ],
}
