import { ExclamationCircleOutlined, RollbackOutlined, WarningOutlined } from '@ant-design/icons'
import { type FieldMeta, say } from '@ficha/api/contract'
import { Button, Tooltip } from 'antd'
import type { PropsWithChildren } from 'react'
import { unseen } from '../../kinds/Blank.tsx'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { disagreement, oddityIn } from './agreements.ts'
import styles from './Field.module.css'
import { useForm } from './form.ts'
import { idsOf } from './ids.ts'

interface FieldFrameProps extends PropsWithChildren {
  field: FieldMeta
  /** The value can be changed now: the label points to its input, and the help shows. */
  open: boolean
  /** What the label names, where it is no input. */
  plain?: boolean
}

/** A field: its label above it, below it the help, what is wrong and what is odd. */
export function FieldFrame({ field, open, plain, children }: FieldFrameProps) {
  const form = useForm()
  const ids = idsOf(form, field.name)
  return (
    <div id={ids.cell} className={field.wide ? `${styles.field} ${styles.wide}` : styles.field}>
      <div className={styles.label}>
        {plain ? (
          <span id={ids.label}>{field.label}</span>
        ) : (
          <label id={ids.label} htmlFor={ids.input}>
            {field.label}
            {open && form.isRequired(field) && <RequiredMark />}
          </label>
        )}
        {!form.open && field.name in form.changes && <UndoField field={field} />}
      </div>
      <div data-control>{children}</div>
      <div id={ids.notes}>
        {open && field.help && <Note text={field.help} />}
        {form.errors[field.name]?.map((text) => (
          <Note key={text} text={text} tone="error" />
        ))}
        {form.warnings[field.name]?.map((text) => (
          <Note key={text} text={text} tone="warning" />
        ))}
        <LiveNote field={field} />
      </div>
    </div>
  )
}

/** What the form alone can tell of the value beside the others, once the focus is elsewhere: the API has not been asked. */
function LiveNote({ field }: { field: FieldMeta }) {
  const form = useForm()
  const [language] = useLanguage()
  if (form.errors[field.name] || form.warnings[field.name] || form.modeOf(field) !== 'input') return null
  const wrong = disagreement(form, field, language)
  const odd = oddityIn(form, field)
  const text = wrong ?? (odd && say(language, odd.key, odd.params))
  if (text === undefined) return null
  return (
    <div className={styles.live}>
      <Note text={text} tone={wrong === undefined ? 'warning' : 'error'} />
    </div>
  )
}

function RequiredMark() {
  const words = useWords()
  return (
    <>
      <span aria-hidden className={styles.mark}>
        {' *'}
      </span>
      <span style={unseen}> ({words('record.required')})</span>
    </>
  )
}

function UndoField({ field }: { field: FieldMeta }) {
  const words = useWords()
  const { takeBack } = useForm()
  const name = words('record.undoField', { label: field.label })
  return (
    <Tooltip title={name}>
      <Button
        type="text"
        size="small"
        icon={<RollbackOutlined aria-hidden />}
        aria-label={name}
        onClick={() => takeBack([field.name])}
      />
    </Tooltip>
  )
}

const icons = {
  help: null,
  error: <ExclamationCircleOutlined aria-hidden />,
  warning: <WarningOutlined aria-hidden />,
}

function Note({ text, tone = 'help' }: { text: string; tone?: keyof typeof icons }) {
  return (
    <div className={`${styles.note} ${styles[tone]}`}>
      {icons[tone]} {text}
    </div>
  )
}
