import type { ResourceMeta, Warning } from '@ficha/api/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { useNavigate } from 'react-router'
import { useWords } from '../../providers/i18n.ts'
import { listAddress } from '../list/listAddress.ts'
import { newLabel } from '../list/newLabel.ts'
import { fieldsInSections, fieldsOf } from './fields.ts'
import { FormContext, type RecordForm, useRecordForm } from './form.ts'
import { useUnsaved } from './LeaveGuard.tsx'
import styles from './Page.module.css'
import { Crumbs } from './RecordHeader.tsx'
import type { Row, Values } from './row.ts'
import { SaveAlerts } from './SaveAlerts.tsx'
import barStyles from './SaveBar.module.css'
import { StickyBar } from './SaveBar.tsx'
import { Sections } from './Sections.tsx'
import { startOf } from './start.ts'
import { useCreateRecord } from './useCreateRecord.ts'
import { useModes } from './useModes.ts'
import { useReveal } from './useReveal.ts'
import { isShown } from './useTabs.ts'
import { inputValue } from './values.ts'

interface CreateFormProps {
  resource: ResourceMeta
  /** What the address fills in, as a record would be read. */
  given: Values
}

/** The fields of a new record, all open; what was typed stays until it is saved or left on purpose. */
export function CreateForm({ resource, given }: CreateFormProps) {
  const words = useWords()
  const navigate = useNavigate()
  const { creating: modeOf } = useModes(resource)
  const start = startOf(resource.fields, given)
  const form = useRecordForm({
    fields: fieldsInSections(resource),
    saved: start,
    mode: (field, { values }) => modeOf(field, values),
    open: true,
  })
  const reveal = useReveal(form)
  const release = useUnsaved(Object.keys(form.changes).length > 0)
  const references = fieldsOf(Object.keys(given), resource.fields)
  const sent = Object.fromEntries(references.map((field) => [field.name, inputValue(field, given[field.name])]))
  const { create, creating, texts, refused } = useCreateRecord({ resource, form, given: sent, reveal })
  const list = listAddress(resource)
  const { key, params } = newLabel(resource.label[0])

  // The next page may take a moment to load: what is created must not be created again meanwhile.
  const [created, setCreated] = useState(false)
  const save = () => !created && create(open)
  const saveAndAddAnother = () => !created && create(begin)

  function open(record: Row | undefined, warnings: readonly Warning[]) {
    setCreated(true)
    release()
    if (!record) return navigate(list.to, { replace: true, state: list.state })
    navigate(`/${resource.path}/${record.id}`, { replace: true, state: { warnings } })
  }

  function begin() {
    form.replace({ saved: start, edits: {}, undone: null })
    const first = form.fields.find((field) => form.modeOf(field) === 'input')
    if (first) reveal(first.name)
  }

  return (
    <FormContext value={form}>
      <Crumbs resource={resource} />
      <h1 className={styles.name}>{words(key, params)}</h1>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault()
          save()
        }}
      >
        <div className={styles.content}>
          <Groups resource={resource} form={form} />
        </div>
        <StickyBar lit={false} onSave={save} alert={<SaveAlerts texts={texts} refused={refused} />}>
          <span className={barStyles.status} />
          <Button type="text" className={barStyles.cancel} onClick={() => navigate(list.to, { state: list.state })}>
            {words('record.cancel')}
          </Button>
          <Button onClick={saveAndAddAnother} disabled={creating || created}>
            {words('record.createAnother')}
          </Button>
          <Button type="primary" htmlType="submit" loading={creating || created} aria-keyshortcuts="Control+S">
            {words('record.create')}
          </Button>
        </StickyBar>
      </form>
    </FormContext>
  )
}

/** What stands in tabs on the page of a record stands here under each other, so that no required field hides. */
function Groups({ resource, form }: { resource: ResourceMeta; form: RecordForm }) {
  const shown = resource.tabs.filter((tab) => isShown(tab, form))
  const groups = shown.flatMap(({ name, title, sections = [] }) => {
    const fields = fieldsOf(
      sections.flatMap((section) => section.fields),
      form.fields,
    )
    return fields.some((field) => form.modeOf(field) === 'input') ? [{ name, title, sections }] : []
  })
  const [only, ...others] = groups
  if (only && others.length === 0) return <Sections sections={only.sections} />
  return groups.map(({ name, title, sections }) => (
    <div key={name} className={styles.group}>
      <h2>{title}</h2>
      <Sections sections={sections} heading="h3" />
    </div>
  ))
}
