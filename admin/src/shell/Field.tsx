import { type ReactNode, useId } from 'react'
import styles from './Field.module.css'

/** What the control must carry so that its label, hint and error belong to it. */
export interface ControlProps {
  id: string
  status?: 'error'
  'aria-invalid'?: true
  'aria-describedby'?: string
}

export interface FieldProps {
  label: string
  hint?: string
  error?: string
  children: (control: ControlProps) => ReactNode
}

/** A control of a small form with its label above and its hint or error below. Record pages draw their own. */
export function Field({ label, hint, error, children }: FieldProps) {
  const id = useId()
  const note = error ?? hint
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      {children({
        id,
        status: error ? 'error' : undefined,
        'aria-invalid': error ? true : undefined,
        'aria-describedby': note ? `${id}-note` : undefined,
      })}
      {note && (
        <p id={`${id}-note`} className={error ? styles.error : styles.hint}>
          {note}
        </p>
      )}
    </div>
  )
}
