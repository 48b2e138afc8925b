import { type RefObject, useCallback, useEffect, useState } from 'react'

export interface Disclosure {
  isOpen: boolean
  toggle: () => void
  close: () => void
}

/** A button and the panel right after it, both inside `place`. Escape closes it and goes back to the button; so does leaving it, without. */
export function useDisclosure(place: RefObject<HTMLElement | null>): Disclosure {
  const [isOpen, setIsOpen] = useState(false)
  const toggle = useCallback(() => setIsOpen((open) => !open), [])
  const close = useCallback(() => setIsOpen(false), [])
  useEffect(() => {
    if (!isOpen) return
    const leave = ({ target }: Event) => {
      if (target instanceof Node && !place.current?.contains(target)) setIsOpen(false)
    }
    const giveUp = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape') return
      setIsOpen(false)
      place.current?.querySelector('button')?.focus()
    }
    document.addEventListener('pointerdown', leave)
    document.addEventListener('focusin', leave)
    document.addEventListener('keydown', giveUp)
    return () => {
      document.removeEventListener('pointerdown', leave)
      document.removeEventListener('focusin', leave)
      document.removeEventListener('keydown', giveUp)
    }
  }, [isOpen, place])
  return { isOpen, toggle, close }
}
