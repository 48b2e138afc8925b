import { Button } from 'antd'
import { type KeyboardEvent, useEffect, useRef } from 'react'
import { useWords } from '../../providers/i18n.ts'
import type { Asked } from '../extensions.ts'
import { FormContext, type RecordForm } from '../page/form.ts'
import { useUnsaved } from '../page/LeaveGuard.tsx'
import { SaveAlerts } from '../page/SaveAlerts.tsx'
import { FieldGrid } from '../page/Sections.tsx'
import styles from './Related.module.css'

interface RowFormProps {
  /** What the form is about, for those who hear the screen. */
  label: string
  /** On the button that saves it. */
  confirm: string
  form: RecordForm
  saving: boolean
  texts: readonly string[]
  /** What was refused to this person, where that was it. */
  refused?: Asked
  onSave: () => void
  onClose: () => void
  /** Whether something is typed that is not saved: the list keeps still meanwhile. */
  onUnsaved: (unsaved: boolean) => void
}

/** A record of a related list in place: its fields under its row, Enter saves, Escape closes what is untouched. */
export function RowForm({ label, confirm, form, saving, texts, refused, onSave, onClose, onUnsaved }: RowFormProps) {
  const words = useWords()
  const element = useRef<HTMLFormElement>(null)
  const unsaved = Object.keys(form.changes).length > 0
  useUnsaved(unsaved)
  useEffect(() => {
    onUnsaved(unsaved)
    return () => onUnsaved(false)
  }, [unsaved, onUnsaved])
  useEffect(() => {
    element.current?.scrollIntoView?.({ block: 'nearest' })
    element.current
      ?.querySelector<HTMLElement>('[data-control] :is(input, textarea, button)')
      ?.focus({ preventScroll: true })
  }, [])

  function press(event: KeyboardEvent) {
    if (event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey)) {
      // Saves this row, not the record around it.
      event.preventDefault()
      event.stopPropagation()
      return element.current?.requestSubmit()
    }
    const isPopup = event.target instanceof Element && event.target.getAttribute('aria-expanded') === 'true'
    if (event.key !== 'Escape' || unsaved || isPopup) return
    event.stopPropagation()
    onClose()
  }

  return (
    <FormContext value={form}>
      <form
        ref={element}
        className={styles.form}
        aria-label={label}
        onKeyDown={press}
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        <FieldGrid fields={form.fields} />
        <div className={styles.formFoot}>
          <SaveAlerts texts={texts} refused={refused} />
          <Button type="primary" htmlType="submit" loading={saving}>
            {confirm}
          </Button>
          <Button onClick={onClose} disabled={saving}>
            {words('record.cancel')}
          </Button>
        </div>
      </form>
    </FormContext>
  )
}
