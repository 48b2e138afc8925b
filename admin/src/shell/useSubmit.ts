import { type FormEvent, useRef, useState } from 'react'
import { ApiError, messageOf } from '../providers/api.ts'

/** What went wrong with a form: as a whole, and field by field. */
export interface Trouble {
  text?: string
  fields: Readonly<Record<string, string>>
}

export interface Submit {
  onSubmit: (event: FormEvent<HTMLFormElement>) => void
  isSending: boolean
  trouble: Trouble
}

const noTrouble: Trouble = { fields: {} }

/**
 * Sends a small form once at a time. What `check` finds is not sent; what it or the API refuses stands under its field,
 * and the first wrong field has the focus.
 */
export function useSubmit(
  check: (values: Record<string, string>) => Readonly<Record<string, string>>,
  send: (values: Record<string, string>) => Promise<void>,
): Submit {
  const [trouble, setTrouble] = useState(noTrouble)
  const [isSending, setIsSending] = useState(false)
  const sending = useRef(false)

  async function submit(form: HTMLFormElement): Promise<void> {
    if (sending.current) return
    const values = Object.fromEntries([...new FormData(form)].map(([name, value]) => [name, String(value)]))
    const found = check(values)
    if (Object.keys(found).length > 0) return show(form, { fields: found })
    sending.current = true
    setIsSending(true)
    setTrouble(noTrouble)
    try {
      await send(values)
    } catch (error) {
      show(form, troubleOf(error))
    } finally {
      sending.current = false
      setIsSending(false)
    }
  }

  function show(form: HTMLFormElement, found: Trouble): void {
    setTrouble(found)
    const wrong = [...form.elements].find(
      (element) => element instanceof HTMLInputElement && element.name in found.fields,
    )
    if (wrong instanceof HTMLInputElement) wrong.focus()
  }

  return {
    isSending,
    trouble,
    onSubmit(event) {
      event.preventDefault()
      void submit(event.currentTarget)
    },
  }
}

function troubleOf(error: unknown): Trouble {
  const fields = error instanceof ApiError ? (error.errors ?? {}) : {}
  const texts = Object.entries(fields).map(([field, found]) => [field, found.join(' ')])
  return { text: messageOf(error), fields: Object.fromEntries(texts) }
}
