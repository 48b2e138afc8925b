import { useCallback, useEffect, useMemo, useRef } from 'react'

/** A call that is put off. */
export interface Delayed<T> {
  /** Calls with this a while after the last time. */
  later: (value: T) => void
  /** Calls at once, if a call is due. */
  now: () => void
}

/** A function that waits until nothing more comes; what is due when the component leaves is dropped. */
export function useDelayed<T>(call: (value: T) => void, delayMs: number): Delayed<T> {
  const latest = useRef(call)
  const due = useRef<{ value: T; timer: ReturnType<typeof setTimeout> }>(undefined)
  useEffect(() => {
    latest.current = call
  })
  useEffect(() => () => clearTimeout(due.current?.timer), [])

  const now = useCallback(() => {
    const waiting = due.current
    if (!waiting) return
    clearTimeout(waiting.timer)
    due.current = undefined
    latest.current(waiting.value)
  }, [])
  const later = useCallback(
    (value: T) => {
      clearTimeout(due.current?.timer)
      due.current = { value, timer: setTimeout(now, delayMs) }
    },
    [delayMs, now],
  )
  return useMemo(() => ({ later, now }), [later, now])
}
