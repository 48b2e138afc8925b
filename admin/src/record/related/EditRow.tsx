import type { ResourceMeta, Warning } from '@ficha/api/contract'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { ConflictDialog } from '../ConflictDialog.tsx'
import { fieldsOnPage } from '../page/fields.ts'
import { useRecordForm } from '../page/form.ts'
import { type Row, underRights, type Values } from '../page/row.ts'
import { inSentence, titleOf } from '../page/title.ts'
import { useModes } from '../page/useModes.ts'
import { useReveal } from '../page/useReveal.ts'
import { useSave } from '../page/useSave.ts'
import { RowForm } from './RowForm.tsx'

interface EditRowProps {
  resource: ResourceMeta
  record: Row
  /** The reference to the record whose list this is. */
  given: Values
  onDone: (warnings: readonly Warning[]) => void
  onClose: () => void
  onUnsaved: (unsaved: boolean) => void
}

/** Edits a record of a related list, in place, on the version the list has read. */
export function EditRow({ resource, record: row, given, onDone, onClose, onUnsaved }: EditRowProps) {
  const words = useWords()
  const [language] = useLanguage()
  const { editing } = useModes(resource)
  const form = useRecordForm({
    fields: fieldsOnPage(resource).filter(({ name }) => !(name in given)),
    subject: resource.name,
    saved: row,
    mode: (field, { values, record = row }) => editing(field, { record: underRights(record, row), values }),
    open: true,
  })
  const { save, saving, texts, refused, conflict, choose, dismiss } = useSave({
    resource,
    form,
    reveal: useReveal(form),
    onSaved: (_, warnings) => onDone(warnings),
    onGone: () => onDone([]),
  })
  const unchanged = Object.keys(form.changes).length === 0
  return (
    <>
      <RowForm
        label={words('record.related.edit', { title: titleOf(resource, row, language) })}
        confirm={words('record.related.confirm', { label: inSentence(resource.label[0]) })}
        form={form}
        saving={saving}
        texts={texts}
        refused={refused}
        onSave={unchanged ? onClose : save}
        onClose={onClose}
        onUnsaved={onUnsaved}
      />
      {conflict && (
        <ConflictDialog comparison={conflict} record={form.record ?? row} onChoose={choose} onClose={dismiss} />
      )}
    </>
  )
}
