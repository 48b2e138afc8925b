import { EditOutlined } from '@ant-design/icons'
import type { FieldMeta } from '@ficha/api/contract'
import styles from './Field.module.css'
import { FieldFrame } from './FieldFrame.tsx'
import { FieldInput } from './FieldInput.tsx'
import { FieldValue } from './FieldValue.tsx'
import { useForm } from './form.ts'
import { idsOf } from './ids.ts'
import { RevealMark } from './RevealMark.tsx'
import { useEditing } from './useEditing.ts'

/** A value as text that becomes its input when it is clicked. */
export function EditableValue({ field }: { field: FieldMeta }) {
  const form = useForm()
  const { open, asked, begin, leave, button, around } = useEditing(field)
  const ids = idsOf(form, field.name)
  if (open) {
    return (
      <FieldFrame field={field} open>
        {/* It listens to the keys of the control inside it. */}
        <div {...around}>
          <FieldInput field={field} autoFocus={asked} onBlur={leave} />
        </div>
      </FieldFrame>
    )
  }
  return (
    <FieldFrame field={field} open={false}>
      <div className={field.name in form.changes ? `${styles.value} ${styles.changed}` : styles.value}>
        <button
          ref={button}
          id={ids.input}
          type="button"
          className={styles.edit}
          aria-labelledby={`${ids.label} ${ids.text}`}
          aria-describedby={ids.notes}
          onClick={begin}
        />
        <span id={ids.text} className={styles.text}>
          <FieldValue field={field} />
        </span>
        <RevealMark field={field} />
        <EditOutlined aria-hidden className={styles.pencil} />
      </div>
    </FieldFrame>
  )
}
