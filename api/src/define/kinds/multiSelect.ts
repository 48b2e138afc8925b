import { z } from 'zod'
import { equality, type Field, type Only, type OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export type MultiSelectOptions<Choice extends string> = OptionsFor<readonly NoInfer<Choice>[]>

/** Any number of a few choices, read in the order they are offered. `eq` and `in` find records that hold any of the wanted. */
export function multiSelect<
  const Choice extends string,
  const O extends MultiSelectOptions<Choice> = Record<never, never>,
>(
  label: string,
  choices: { readonly [C in Choice]: string },
  options?: Only<O, MultiSelectOptions<Choice>>,
): Field<'multiSelect', Choice[], readonly Choice[], O> {
  const values = Object.keys(choices) as Choice[] // the keys of `choices` are its values
  const list = z.array(z.enum(values)).max(200)
  return {
    kind: 'multiSelect',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'list' },
    input: (options?.required ? list.min(1, { error: 'invalid.required' }) : list).overwrite((chosen) =>
      values.filter((value) => chosen.includes(value)),
    ),
    output: z.array(z.enum(values)),
    operators: equality,
    format: { options: values.map((value) => ({ value, label: choices[value] })) },
    sortable: false,
  }
}

export const multiSelectSamples: Samples = {
  field: multiSelect('Serviços', { tracking: 'Rastreamento', insurance: 'Seguro', towing: 'Guincho' }),
  good: [
    [['tracking'], ['tracking']],
    [
      ['towing', 'tracking', 'towing'],
      ['tracking', 'towing'],
    ],
    [['insurance'], ['insurance']],
    [[], []],
  ],
  bad: [
    'tracking',
    ['none'],
    ['tracking', null],
    [['tracking']],
    { tracking: true },
    5,
    Array.from({ length: 201 }, () => 'tracking'),
  ],
  filters: [
    { operator: 'eq', value: 'tracking', finds: [['tracking'], ['tracking', 'towing']] },
    { operator: 'ne', value: 'tracking', finds: [['insurance'], [], null] },
    { operator: 'in', value: ['insurance', 'towing'], finds: [['tracking', 'towing'], ['insurance']] },
    { operator: 'nin', value: ['insurance', 'towing'], finds: [['tracking'], [], null] },
    { operator: 'null', value: 'true', finds: [null] },
  ],
}
