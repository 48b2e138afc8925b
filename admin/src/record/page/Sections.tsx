import { LockOutlined } from '@ant-design/icons'
import type { FieldMeta, SectionMeta } from '@ficha/api/contract'
import { useWords } from '../../providers/i18n.ts'
import { WhyLink } from '../Why.tsx'
import { EditableValue } from './EditableValue.tsx'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { FieldInput } from './FieldInput.tsx'
import { FieldValue } from './FieldValue.tsx'
import { fieldsOf } from './fields.ts'
import { useForm } from './form.ts'
import { idsOf } from './ids.ts'
import { RevealMark } from './RevealMark.tsx'

interface SectionsProps {
  sections: readonly SectionMeta[]
  /** The heading of a section; the second level when left out. */
  heading?: 'h2' | 'h3'
}

/** The sections of a tab; those without a field to show are left out. */
export function Sections({ sections, heading: Heading = 'h2' }: SectionsProps) {
  const { fields, modeOf } = useForm()
  return sections.map((section) => {
    const shown = fieldsOf(section.fields, fields).filter((field) => modeOf(field) !== 'absent')
    if (shown.length === 0) return null
    return (
      <section key={section.title ?? section.fields.join()} className={styles.section}>
        {section.title && <Heading className={styles.title}>{section.title}</Heading>}
        <FieldGrid fields={shown} />
      </section>
    )
  })
}

/** Fields in two columns, one on a phone. */
export function FieldGrid({ fields }: { fields: readonly FieldMeta[] }) {
  return (
    <div className={styles.fields}>
      {fields.map((field) => (
        <Field key={field.name} field={field} />
      ))}
    </div>
  )
}

/** One field as its form lets it stand: an input, text that becomes one, or text. */
function Field({ field }: { field: FieldMeta }) {
  const form = useForm()
  const mode = form.modeOf(field)
  if (mode === 'absent') return null
  if (mode === 'text') return <PlainField field={field} />
  if (!form.open) return <EditableValue field={field} />
  return (
    <FieldFrame field={field} open>
      <FieldInput field={field} />
    </FieldFrame>
  )
}

function PlainField({ field }: { field: FieldMeta }) {
  const ids = idsOf(useForm(), field.name)
  return (
    <FieldFrame field={field} open={false} plain>
      <div className={styles.value}>
        <span id={ids.text} className={styles.text}>
          <FieldValue field={field} />
        </span>
        <RevealMark field={field} />
        <LockedMark field={field} />
      </div>
    </FieldFrame>
  )
}

/** At a value that the rules alone keep from being changed on this record: quiet, and ready to say why. */
function LockedMark({ field }: { field: FieldMeta }) {
  const words = useWords()
  const { record, subject } = useForm()
  if (!record || !subject || field.readOnly || field.createOnly) return null
  const { update, fields } = record._access
  if (!update || !fields.readonly.includes(field.name)) return null
  const name = words('record.whyReadonly', { label: field.label })
  return (
    <WhyLink
      className={styles.locked}
      icon={<LockOutlined aria-hidden />}
      aria-label={name}
      title={name}
      asked={{ action: 'update', subject, id: record.id, field: field.name }}
    />
  )
}
