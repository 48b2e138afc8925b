import type { Asked, EntryDialogProps } from '../../record/extensions.ts'
import { WhyDialog } from './WhyDialog.tsx'

/** The entry of a menu that explains: it begins with what this person may not do. */
export function WhyEntry({ resource, record, onClose }: EntryDialogProps) {
  const { update = false, delete: remove = false } = record?._access ?? {}
  const action = !record ? 'create' : !update ? 'update' : !remove ? 'delete' : 'read'
  const asked: Asked = { action, subject: resource.name, ...(record && { id: record.id }) }
  return <WhyDialog asked={asked} onClose={onClose} />
}
