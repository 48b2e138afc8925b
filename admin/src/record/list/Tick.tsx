import styles from './Tick.module.css'
import type { SelectOptions } from './useSelection.ts'

interface TickProps {
  label: string
  checked: boolean
  /** Some of what it stands for is chosen. */
  mixed?: boolean
  onChange: (checked: boolean, options: SelectOptions) => void
}

/** The box that selects a row, with Shift all from the one before; antd's costs more than a row may. The room around it can be clicked too. */
export function Tick({ label, checked, mixed = false, onChange }: TickProps) {
  return (
    <label
      className={styles.room}
      onMouseDown={(event) => {
        // Else the browser would select the text between the two.
        if (event.shiftKey) event.preventDefault()
      }}
    >
      <input
        type="checkbox"
        className={styles.box}
        aria-label={label}
        checked={checked}
        ref={(box) => {
          if (box) box.indeterminate = mixed
        }}
        onChange={({ target, nativeEvent }) =>
          onChange(target.checked, { range: nativeEvent instanceof MouseEvent && nativeEvent.shiftKey })
        }
      />
    </label>
  )
}
