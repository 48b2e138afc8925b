import { z } from 'zod'
import type { RecordCondition } from '../../contract/condition.ts'
import { equality, type Field, type Only, type OptionsFor, type Through } from '../field.ts'
import { recordId } from '../record-id.ts'
import type { ResourceName } from '../registry.ts'
import type { Samples } from '../samples.ts'

export interface ManyToManyOptions extends OptionsFor<readonly number[]> {
  /** Only records that fulfil this may be chosen. */
  readonly where?: RecordCondition
  /** The system table that holds the pairs; left out, the field has a table of its own. */
  readonly through?: Through
}

/** References to any number of records of another resource, kept in a table of their own: read and written as ids, ascending, each once. */
export function manyToMany<const O extends ManyToManyOptions = Record<never, never>>(
  resource: ResourceName,
  label: string,
  options?: Only<O, ManyToManyOptions>,
): Field<'manyToMany', number[], readonly number[], O> {
  const { where, required }: ManyToManyOptions = options ?? {}
  const ids = z.array(recordId).max(1000)
  return {
    kind: 'manyToMany',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: null,
    input: (required ? ids.min(1, { error: 'invalid.required' }) : ids).overwrite((chosen) =>
      [...new Set(chosen)].sort((a, b) => a - b),
    ),
    output: z.array(z.int()),
    operators: equality,
    format: { resource, ...(where && { where }) },
    sortable: false,
  }
}

export const manyToManySamples: Samples = {
  field: manyToMany('sample' as ResourceName, 'Grupos'), // stands for whatever resource a suite brings: the name is only carried along
  good: [
    [[1], [1]],
    [
      [2, 1, 2],
      [1, 2],
    ],
    [[], []],
  ],
  bad: [1, '1', [0], ['1'], [1.5], [null], [[1]], { id: 1 }, Array.from({ length: 1001 }, (_, at) => at + 1)],
  filters: [
    { operator: 'eq', value: '1', finds: [[1], [1, 2]] },
    { operator: 'ne', value: '2', finds: [[1], []] },
    { operator: 'in', value: ['2', '3'], finds: [[1, 2]] },
    { operator: 'nin', value: ['2', '3'], finds: [[1], []] },
    { operator: 'null', value: 'true', finds: [[]] },
    { operator: 'null', value: 'false', finds: [[1], [1, 2]] },
  ],
  note: 'Without a value it is the empty list. The ids stand for records that a suite makes; with a database it puts its own in their place.',
}
