import { z } from 'zod'
import type { RecordCondition } from '../../contract/condition.ts'
import type { Reference } from '../../contract/metadata.ts'
import { equality, type Field, type Only, type OptionsFor } from '../field.ts'
import { recordId } from '../record-id.ts'
import type { ResourceName } from '../registry.ts'
import type { Samples } from '../samples.ts'

export interface BelongsToOptions extends OptionsFor<number> {
  /** Only records that fulfil this may be chosen. */
  readonly where?: RecordCondition
  /** What deleting the record it points to does: refuse (left out), or delete this one too, as a part of the other. */
  readonly onDelete?: 'restrict' | 'cascade'
}

/** A reference to one record of another resource: read as `{ id, title }`, written as an id. */
export function belongsTo<const O extends BelongsToOptions = Record<never, never>>(
  resource: ResourceName,
  label: string,
  options?: Only<O, BelongsToOptions>,
): Field<'belongsTo', Reference, number, O> {
  const { where, onDelete }: BelongsToOptions = options ?? {}
  return {
    kind: 'belongsTo',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'reference', resource, ...(onDelete && { onDelete }) },
    input: recordId,
    output: z.strictObject({ id: z.int(), title: z.string().optional() }),
    operators: [...equality, 'under'],
    format: { resource, ...(where && { where }) },
    sortable: true,
  }
}

export const belongsToSamples: Samples = {
  field: belongsTo('sample' as ResourceName, 'Marca'), // stands for whatever resource a suite brings: the name is only carried along
  good: [
    [1, { id: 1, title: 'Um' }],
    [2, { id: 2, title: 'Dois' }],
  ],
  bad: [0, -1, 1.5, 2_147_483_648, '1', true, [1], { id: 1 }],
  filters: [
    { operator: 'eq', value: '1', finds: [{ id: 1, title: 'Um' }] },
    { operator: 'ne', value: '1', finds: [{ id: 2, title: 'Dois' }, null] },
    { operator: 'in', value: ['1', '3'], finds: [{ id: 1, title: 'Um' }] },
    { operator: 'nin', value: ['1', '3'], finds: [{ id: 2, title: 'Dois' }, null] },
    { operator: 'null', value: 'true', finds: [null] },
    { operator: 'under', value: '1', finds: [{ id: 1, title: 'Um' }] },
  ],
  note: 'The ids 1 and 2 stand for records that a suite makes, of a tree in which 2 is not below 1; with a database it puts its own in their place.',
}
