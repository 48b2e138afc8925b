import { type ReactNode, useId } from 'react'
import styles from './Labelled.module.css'

interface LabelledProps {
  label: string
  /** Under the control. */
  help?: string
  children: (control: { id: string; 'aria-describedby'?: string }) => ReactNode
}

/** A control under its label. */
export function Labelled({ label, help, children }: LabelledProps) {
  const id = useId()
  const helpId = `${id}-help`
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      {children({ id, ...(help && { 'aria-describedby': helpId }) })}
      {help && (
        <p id={helpId} className={styles.help}>
          {help}
        </p>
      )}
    </div>
  )
}
