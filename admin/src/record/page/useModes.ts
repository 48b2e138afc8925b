import type { FieldMeta, ResourceMeta } from '@ficha/api/contract'
import { useAccess } from '../../providers/access.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import { createMode, type FieldMode, recordMode } from './mode.ts'
import type { Row, Values } from './row.ts'

interface Modes {
  /** How a field stands in the form of a new record. */
  creating: (field: FieldMeta, values: Values) => FieldMode
  /** How it stands on the page of a saved one. */
  editing: (field: FieldMeta, about: { record: Row; values: Values }) => FieldMode
}

/** How the fields of a resource stand in its forms, under what this person may do. */
export function useModes({ name }: ResourceMeta): Modes {
  const { can } = useAccess()
  const { resources } = useMetadata()
  // A reference takes only what its writer may see.
  const canChoose = ({ format }: FieldMeta) =>
    format.resource === undefined || resources.some((resource) => resource.name === format.resource)
  return {
    creating: (field, values) =>
      createMode(field, { allowed: can('create', name, undefined, field.name) && canChoose(field), values }),
    editing: (field, { record, values }) =>
      recordMode(field, {
        access: record._access,
        allowed: can('update', name, record, field.name) && canChoose(field),
        values,
      }),
  }
}
