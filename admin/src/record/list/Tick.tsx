import styles from './Tick.module.css'

interface TickProps {
  label: string
  checked: boolean
  /** Some of what it stands for is chosen. */
  mixed?: boolean
  onChange: (checked: boolean) => void
}

/** The box that selects a row; antd's costs more than a row may. The room around it can be clicked too. */
export function Tick({ label, checked, mixed = false, onChange }: TickProps) {
  return (
    <label className={styles.room}>
      <input
        type="checkbox"
        className={styles.box}
        aria-label={label}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = mixed
        }}
        onChange={(event) => onChange(event.target.checked)}
      />
    </label>
  )
}
