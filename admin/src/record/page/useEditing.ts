import type { FieldMeta } from '@ficha/api/contract'
import { type HTMLAttributes, type RefObject, useEffect, useRef, useState } from 'react'
import { useLanguage } from '../../providers/i18n.ts'
import { useForm } from './form.ts'
import { idsOf } from './ids.ts'
import { problemOf } from './trouble.ts'

interface Editing {
  /** The input stands in the place of the text. */
  open: boolean
  /** The input has just been asked for, so that it takes the focus. */
  asked: boolean
  begin: () => void
  leave: () => void
  /** What stands around the input: keeps the keys and the focus. */
  around: Pick<HTMLAttributes<HTMLElement>, 'onFocus' | 'onBlur' | 'onKeyDown' | 'onKeyDownCapture'>
  /** Gets the focus back when the input closes under it. */
  button: RefObject<HTMLButtonElement | null>
}

/** A text that becomes an input and a text again: Enter or leaving it keeps what was typed, Escape takes it back. */
export function useEditing(field: FieldMeta): Editing {
  const form = useForm()
  const [language] = useLanguage()
  const [editing, setEditing] = useState(false)
  const before = useRef<unknown>(undefined)
  const hadPopup = useRef(false)
  const hasFocus = useRef(false)
  const button = useRef<HTMLButtonElement>(null)

  const edited = field.name in form.changes
  const problem = edited ? problemOf(form, field, language) : undefined
  // What is wrong, what a change elsewhere asks for, what is never read: they stand open without being asked, and take no focus.
  const isWrong = form.errors[field.name] !== undefined || problem !== undefined
  const open = editing || isWrong || form.isAsked(field) || field.kind === 'password'

  // biome-ignore lint/correctness/useExhaustiveDependencies: a save closes what it has saved
  useEffect(() => {
    if (!edited) setEditing(false)
  }, [form.saves])

  useEffect(() => {
    if (!open && hasFocus.current) button.current?.focus()
    if (!open) hasFocus.current = false
  }, [open])

  function begin() {
    before.current = form.valueOf(field)
    setEditing(true)
  }

  function leave() {
    // Else the window lost the focus, not the field.
    const cell = document.getElementById(idsOf(form, field.name).cell)
    if (!cell?.contains(document.activeElement)) setEditing(false)
  }

  return {
    open,
    asked: editing,
    begin,
    leave,
    button,
    around: {
      onFocus() {
        hasFocus.current = true
        if (!editing) begin()
      },
      onBlur() {
        hasFocus.current = false
      },
      onKeyDownCapture({ target }) {
        hadPopup.current = target instanceof Element && target.getAttribute('aria-expanded') === 'true'
      },
      onKeyDown(event) {
        const keeps = event.key === 'Enter' && !meansMore(event.target, event.ctrlKey || event.metaKey)
        if (hadPopup.current || event.nativeEvent.isComposing || (event.key !== 'Escape' && !keeps)) return
        event.preventDefault()
        event.stopPropagation()
        if (keeps && problem) return form.fail({ ...form.errors, [field.name]: [problem] })
        if (!keeps) form.write(field.name, before.current)
        setEditing(false)
      },
    },
  }
}

/** Where Enter is not the end: a text of several lines, the button beside an input. */
function meansMore(target: EventTarget, withControl: boolean): boolean {
  return target instanceof HTMLButtonElement || (target instanceof HTMLTextAreaElement && !withControl)
}
