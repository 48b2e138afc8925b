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
  /**
   * A field that this record and those to choose from have, both pointing into the same tree: only those may be chosen whose
   * field is empty (they are for all), names what this record's does, or something above it.
   */
  readonly reaches?: string
  /**
   * Taken when a new record does not say, and when the present choice no longer reaches the record: of those that may be
   * chosen and fulfil this the nearest, one for all last.
   */
  readonly preset?: RecordCondition
  /** What deleting the record it points to does: refuse (left out), or delete this one too, as a part of the other. */
  readonly onDelete?: 'restrict' | 'cascade'
}

/** A reference to one record of another resource: read as `{ id, title }`, written as an id. */
export function belongsTo<const O extends BelongsToOptions = Record<never, never>>(
  resource: ResourceName,
  label: string,
  options?: Only<O, BelongsToOptions>,
): Field<'belongsTo', Reference, number, O> {
  const { where, reaches, onDelete }: BelongsToOptions = options ?? {}
  return {
    kind: 'belongsTo',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'reference', resource, ...(onDelete && { onDelete }) },
    input: recordId,
    output: z.strictObject({ id: z.int(), title: z.string().optional() }),
    operators: [...equality, 'under', 'reaches'],
    format: { resource, ...(where && { where }), ...(reaches && { reaches }) },
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
    { operator: 'reaches', value: '1', finds: [{ id: 1, title: 'Um' }, null] },
  ],
  note: 'The ids 1 and 2 stand for records that a suite makes, of a tree in which 2 is not below 1; with a database it puts its own in their place.',
}
