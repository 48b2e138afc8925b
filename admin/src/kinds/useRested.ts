import { useEffect, useState } from 'react'

/** A text once it has rested for a while: what is typed meanwhile is passed over. */
export function useRested(text: string, restMs: number): string {
  const [rested, setRested] = useState(text)
  useEffect(() => {
    const timer = window.setTimeout(() => setRested(text), restMs)
    return () => window.clearTimeout(timer)
  }, [text, restMs])
  return rested
}
