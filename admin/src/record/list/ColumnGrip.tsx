import { type PointerEvent, useRef } from 'react'
import styles from './RecordTable.module.css'

interface ColumnGripProps {
  onResize: (width: number | undefined) => void
}

/** The edge of a head, which a pointer drags; a double click lets go of the width. Who does not drag finds the widths among the columns. */
export function ColumnGrip({ onResize }: ColumnGripProps) {
  const start = useRef<{ x: number; width: number }>(undefined)

  function take(event: PointerEvent<HTMLSpanElement>) {
    const width = event.currentTarget.closest('th')?.getBoundingClientRect().width ?? 0
    start.current = { x: event.clientX, width }
    event.currentTarget.setPointerCapture(event.pointerId)
  }

  function drag({ clientX }: PointerEvent) {
    if (start.current) onResize(start.current.width + clientX - start.current.x)
  }

  return (
    <span
      aria-hidden
      className={styles.grip}
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={() => {
        start.current = undefined
      }}
      onDoubleClick={() => onResize(undefined)}
    />
  )
}
