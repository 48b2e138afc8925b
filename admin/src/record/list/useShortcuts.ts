import { useEffect, useRef } from 'react'
import { preference } from '../../providers/preference.ts'

/** Keys of a single character may be turned off (WCAG 2.1.4): speech input would type them. */
export const shortcutChoice = preference('shortcuts', ['on', 'off'] as const, () => 'on')

/** What each key does. */
export type Shortcuts = Readonly<Record<string, () => void>>

/** Keys that work wherever the focus is, but never where one types, in a dialog or in a menu. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts)
  useEffect(() => {
    latest.current = shortcuts
  })
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const act = latest.current[event.key]
      if (!act || shortcutChoice.get() === 'off' || isTaken(event)) return
      event.preventDefault()
      act()
    }
    document.addEventListener('keydown', press)
    return () => document.removeEventListener('keydown', press)
  }, [])
}

function isTaken({ target, ctrlKey, metaKey, altKey, defaultPrevented, isComposing }: KeyboardEvent): boolean {
  if (ctrlKey || metaKey || altKey || defaultPrevented || isComposing) return true
  if (!(target instanceof HTMLElement)) return false
  const typing = 'input:not([type="checkbox"]), textarea, select, [contenteditable="true"]'
  return target.closest(`${typing}, [role="dialog"], [role="menu"], [role="listbox"]`) !== null
}
