import type { ResourceMeta, Warning } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import { fieldsOnPage } from '../page/fields.ts'
import { useRecordForm } from '../page/form.ts'
import type { Values } from '../page/row.ts'
import { startOf } from '../page/start.ts'
import { inSentence } from '../page/title.ts'
import { useCreateRecord } from '../page/useCreateRecord.ts'
import { useModes } from '../page/useModes.ts'
import { useReveal } from '../page/useReveal.ts'
import { RowForm } from './RowForm.tsx'

interface NewRowProps {
  resource: ResourceMeta
  /** The reference to the record whose list this is. */
  given: Values
  onDone: (warnings: readonly Warning[]) => void
  onClose: () => void
  onUnsaved: (unsaved: boolean) => void
}

/** Adds a record to a related list, in place. */
export function NewRow({ resource, given, onDone, ...rest }: NewRowProps) {
  const words = useWords()
  const { creating: modeOf } = useModes(resource)
  const fields = fieldsOnPage(resource).filter(({ name }) => !(name in given))
  const form = useRecordForm({
    fields,
    saved: startOf(fields, given),
    mode: (field, { values }) => modeOf(field, values),
    open: true,
  })
  const { create, creating, texts, refused } = useCreateRecord({ resource, form, given, reveal: useReveal(form) })
  return (
    <RowForm
      label={words('record.related.add', { label: inSentence(resource.label[0]) })}
      confirm={words('record.related.confirm', { label: inSentence(resource.label[0]) })}
      form={form}
      saving={creating}
      texts={texts}
      refused={refused}
      onSave={() => create((_, warnings) => onDone(warnings))}
      {...rest}
    />
  )
}
