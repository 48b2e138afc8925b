import { LockOutlined } from '@ant-design/icons'
import type { ResourceMeta, TabMeta } from '@ficha/api/contract'
import { Alert } from 'antd'
import { Suspense } from 'react'
import { type CustomPart, custom } from '../../custom/index.ts'
import { useWords } from '../../providers/i18n.ts'
import { useExtensions } from '../extensions.ts'
import { State } from '../states/State.tsx'
import { WhyLink } from '../Why.tsx'
import { useForm } from './form.ts'
import { idsOf } from './ids.ts'
import styles from './Page.module.css'
import type { Row } from './row.ts'
import { usePartForm } from './usePartForm.ts'

interface OwnPartProps {
  resource: ResourceMeta
  tab: TabMeta
  record: Row
}

/** The component that a tab names, over what the API refused of the fields that it changes. */
export function OwnPart({ resource, tab, record }: OwnPartProps) {
  const words = useWords()
  const form = usePartForm(resource)
  const { parts } = useExtensions()
  const known: Readonly<Record<string, CustomPart>> = { ...custom, ...parts }
  const { component: name = '', fields = [] } = tab
  const Drawn = Object.hasOwn(known, name) ? known[name] : undefined
  if (!Drawn) return <Alert type="error" message={words('record.noPart', { name })} />
  if (fields.length > 0 && fields.every((field) => record._access.fields.hidden.includes(field))) {
    // Without them it would draw that there is nothing.
    return <HiddenPart resource={resource} tab={tab} record={record} />
  }
  return (
    <>
      {fields.map((field) => (
        <PartTrouble key={field} field={field} />
      ))}
      <Suspense fallback={null}>
        <Drawn resource={resource} record={record} form={form} />
      </Suspense>
    </>
  )
}

/** What another room puts beside the record, whatever tab is open. */
export function Companion({ resource, record }: Omit<OwnPartProps, 'tab'>) {
  const form = usePartForm(resource)
  const { companions } = useExtensions()
  const Drawn = Object.hasOwn(companions, resource.name) ? companions[resource.name] : undefined
  if (!Drawn) return null
  return (
    <Suspense fallback={null}>
      <Drawn resource={resource} record={record} form={form} />
    </Suspense>
  )
}

/** Stands in the place of a component whose fields this record hides from this person. */
function HiddenPart({ resource, tab: { title, fields = [] }, record }: OwnPartProps) {
  const words = useWords()
  const [field] = fields
  return (
    <State
      icon={<LockOutlined />}
      title={words('record.partHidden.title')}
      detail={words('record.partHidden', { title })}
    >
      <WhyLink asked={{ action: 'read', subject: resource.name, id: record.id, field }} />
    </State>
  )
}

/** Where the focus goes when the API refuses what a component changed. */
function PartTrouble({ field }: { field: string }) {
  const form = useForm()
  const texts = form.errors[field] ?? []
  return (
    <div id={idsOf(form, field).cell} className={styles.trouble}>
      {texts.length > 0 && (
        <div data-control>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: it takes the focus of a refused save */}
          <div tabIndex={0}>
            <Alert type="error" showIcon message={<Lines texts={texts} />} />
          </div>
        </div>
      )}
    </div>
  )
}

function Lines({ texts }: { texts: readonly string[] }) {
  return texts.map((text) => <div key={text}>{text}</div>)
}
