import { useEffect, useRef, useState } from 'react'

/** Gives the focus back to what had it before a dialog opened, unless it has found another place by then. */
export function useReturnFocus(): void {
  const [before] = useState(() => document.activeElement)
  const isThere = useRef(false)
  useEffect(() => {
    isThere.current = true
    return () => {
      isThere.current = false
      setTimeout(() => {
        const isNowhere = document.activeElement === null || document.activeElement === document.body
        if (!isThere.current && isNowhere && before instanceof HTMLElement) before.focus()
      })
    }
  }, [before])
}
