import { useEffect, useRef, useState } from 'react'

/** Which row is open, and the way back for the focus when it closes. */
export function useOpenRow() {
  const container = useRef<HTMLDivElement>(null)
  const [editing, setEditing] = useState<number | 'new'>()
  const closed = useRef<number | 'new'>(undefined)
  useEffect(() => {
    if (editing !== undefined || closed.current === undefined) return
    const target = container.current?.querySelector<HTMLButtonElement>(`[data-edit="${closed.current}"]`)
    // It waits until the list takes clicks again.
    if (target?.disabled) return
    closed.current = undefined
    ;(target ?? container.current)?.focus()
  })
  return {
    container,
    editing,
    open: setEditing,
    close() {
      closed.current = editing
      setEditing(undefined)
    },
    /** The row that had the focus is gone. */
    goOn() {
      closed.current = 'new'
    },
  }
}
