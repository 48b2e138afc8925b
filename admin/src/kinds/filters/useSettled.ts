import { useEffect, useRef, useState } from 'react'
import type { FilterValue } from '../view.ts'

/** Long enough to type on, short enough not to wait for. */
const restMs = 400

interface Settled<Draft> {
  value: FilterValue | undefined
  onChange: (value: FilterValue | undefined) => void
  read: (value: FilterValue | undefined) => Draft
  /** `'unfinished'` while what stands there is not a condition yet. */
  write: (draft: Draft) => FilterValue | undefined | 'unfinished'
}

/** The draft of a condition that is typed: it becomes the filter when the typing rests, and at once on `settle` and on leaving. */
export function useSettled<Draft>({ value, onChange, read, write }: Settled<Draft>) {
  const present = JSON.stringify(value)
  const [typed, setTyped] = useState<{ draft: Draft; from?: string; to?: string }>()
  const pending = useRef<{ timer: number; run: () => void }>(undefined)
  const draft = typed && (present === typed.from || present === typed.to) ? typed.draft : read(value)

  function settle() {
    window.clearTimeout(pending.current?.timer)
    pending.current?.run()
    pending.current = undefined
  }

  function change(next: Draft) {
    window.clearTimeout(pending.current?.timer)
    const filter = write(next)
    const to = filter === 'unfinished' ? present : JSON.stringify(filter)
    setTyped({ draft: next, from: present, to })
    const run = () => {
      setTyped({ draft: next, from: to, to })
      if (filter !== 'unfinished' && to !== present) onChange(filter)
    }
    pending.current = { timer: window.setTimeout(settle, restMs), run }
  }

  const leave = useRef(settle)
  leave.current = settle
  useEffect(() => () => leave.current(), [])

  return { draft, change, settle }
}
