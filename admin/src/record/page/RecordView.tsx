import type { ActionMeta, FieldMeta, ResourceMeta, Warning } from '@ficha/api/contract'
import { useInvalidate } from '@refinedev/core'
import { useEffect, useRef, useState } from 'react'
import { useLocation, useNavigate, useNavigationType } from 'react-router'
import { useLanguage } from '../../providers/i18n.ts'
import { ActionDialog } from '../ActionDialog.tsx'
import { ConflictDialog } from '../ConflictDialog.tsx'
import { listAddress } from '../list/listAddress.ts'
import { DeleteDialog } from './DeleteDialog.tsx'
import { rebase } from './draft.ts'
import { fieldsOnPage } from './fields.ts'
import { FormContext, type RecordForm, useRecordForm } from './form.ts'
import { HiddenFields } from './HiddenFields.tsx'
import { useUnsaved } from './LeaveGuard.tsx'
import { Companion } from './OwnPart.tsx'
import styles from './Page.module.css'
import { Parts } from './Parts.tsx'
import { RecordHeader } from './RecordHeader.tsx'
import { type Row, underRights } from './row.ts'
import { SaveAlerts } from './SaveAlerts.tsx'
import { SaveBar } from './SaveBar.tsx'
import { titleOf } from './title.ts'
import { sortWarnings, type Trouble } from './trouble.ts'
import { useModes } from './useModes.ts'
import { useReveal } from './useReveal.ts'
import { useSave } from './useSave.ts'
import { useTabs } from './useTabs.ts'

interface RecordViewProps {
  resource: ResourceMeta
  /** The record as it was read last; a newer one is taken over only while nothing is typed. */
  row: Row
}

/** A record that has been read: its head, its parts, and the bar that saves what was typed into them. */
export function RecordView({ resource, row }: RecordViewProps) {
  const navigate = useNavigate()
  const [language] = useLanguage()
  const list = listAddress(resource)
  const invalidate = useInvalidate()
  const [acting, setActing] = useState<ActionMeta>()
  const [deleting, setDeleting] = useState(false)
  const overtaken = useRef(false)
  const fields = fieldsOnPage(resource)
  const { editing } = useModes(resource)
  const told = useArrivedWarnings(fields)
  const form = useRecordForm({
    fields,
    subject: resource.name,
    warnings: told.errors,
    saved: row,
    mode: (field, { values, record = row }) => editing(field, { record: underRights(record, row), values }),
  })
  const record = underRights(form.record ?? row, row)
  const changed = fields.filter(({ name }) => name in form.changes)
  const release = useUnsaved(changed.length > 0)
  const parts = useTabs(resource, form)
  const reveal = useReveal(form)
  const saving = useSave({
    resource,
    form,
    reveal: revealInTab,
    oddities: told.texts,
    onSaved: () => {
      overtaken.current = false
    },
    onGone: leave,
  })
  useNewest(form, row)

  function revealInTab(name: string) {
    const tab = parts.holding(name)
    if (tab) parts.open(tab.name)
    reveal(name)
  }

  /** Back to the list from a record that is not there for this person any more. */
  function leave() {
    release()
    navigate(list.to, { replace: true, state: list.state })
  }

  function acted(answer?: Row) {
    setActing(undefined)
    if (!answer) return leave()
    // Over changes of others nothing that is typed may go unseen: the next save is refused and asks.
    const isSafe = !overtaken.current || changed.length === 0
    if (isSafe) form.replace(rebase(form.fields, form.latest(), answer))
    overtaken.current = !isSafe
    void invalidate({ resource: resource.name, id: record.id, invalidates: ['list', 'many', 'detail'] })
  }

  return (
    <FormContext value={form}>
      <div className={styles.content}>
        <RecordHeader resource={resource} record={record} onAct={setActing} onDelete={() => setDeleting(true)} />
        <Parts resource={resource} tabs={parts.tabs} active={parts.active} record={record} onOpen={parts.open} />
        <HiddenFields resource={resource} record={record} />
        <Companion resource={resource} record={record} />
      </div>
      {record._access.update && (
        <SaveBar
          changed={changed}
          saving={saving.saving}
          onSave={saving.save}
          onUndo={form.undo}
          onRedo={form.draft.undone ? form.redo : undefined}
        >
          <SaveAlerts
            texts={changed.length > 0 ? saving.texts : []}
            refused={saving.refused}
            oddities={saving.oddities}
          />
        </SaveBar>
      )}
      {saving.conflict && (
        <ConflictDialog
          comparison={saving.conflict}
          record={record}
          onChoose={saving.choose}
          onClose={saving.dismiss}
        />
      )}
      {acting && (
        <ActionDialog
          resource={resource}
          action={acting}
          records={[{ id: record.id, version: record.version }]}
          title={titleOf(resource, record, language)}
          onDone={({ record: answer }) => acted(answer)}
          onClose={() => setActing(undefined)}
          onStale={() => {
            overtaken.current = true
          }}
        />
      )}
      {deleting && (
        <DeleteDialog resource={resource} record={record} onClose={() => setDeleting(false)} onDeleted={leave} />
      )}
    </FormContext>
  )
}

/** What the page that created the record has to say about it; not again when one comes back to it. */
function useArrivedWarnings(fields: readonly FieldMeta[]): Trouble {
  const { state } = useLocation()
  const isBack = useNavigationType() === 'POP'
  const warnings: readonly Warning[] = !isBack && Array.isArray(state?.warnings) ? state.warnings : []
  return sortWarnings(
    warnings,
    fields.map(({ name }) => name),
  )
}

/** Takes over a record that was read anew. What is typed keeps the version it began with, so that a save cannot overwrite unseen. */
function useNewest(form: RecordForm, row: Row): void {
  const { draft, latest, replace } = form
  const clean = Object.keys(draft.edits).length === 0
  useEffect(() => {
    const present = latest()
    const isNewer = row.version >= Number(present.saved.version) && row !== present.saved
    if (clean && isNewer && Object.keys(present.edits).length === 0) replace({ ...present, saved: row })
  }, [row, clean, latest, replace])
}
