import { useEffect, useState } from 'react'
import type { RecordForm } from './form.ts'
import { focusField } from './ids.ts'

/** Moves the focus to a field of the form, once it stands open on the screen. */
export function useReveal(form: RecordForm): (name: string) => void {
  const [wanted, setWanted] = useState<{ name: string }>()
  // After every drawing, until it is there: its tab may still be opening.
  useEffect(() => {
    if (wanted && focusField(form, wanted.name)) setWanted(undefined)
  })
  return (name) => setWanted({ name })
}
