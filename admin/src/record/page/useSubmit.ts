import { useRef, useState } from 'react'
import { useLanguage } from '../../providers/i18n.ts'
import type { Asked } from '../extensions.ts'
import { askedOf } from '../Why.tsx'
import type { RecordForm } from './form.ts'
import { problemsOf, troubleOf } from './trouble.ts'

interface Submit {
  /** Runs the call unless one runs already; what it refuses goes under its fields, and nothing that was typed is lost. */
  submit: (form: RecordForm, call: () => Promise<void>) => Promise<void>
  submitting: boolean
  /** What went wrong that no field can carry. */
  texts: readonly string[]
  /** What the API refused to this person, for its explanation. */
  refused?: Asked
  /** The texts have been read, or do not hold any more. */
  forget: () => void
}

interface SubmitOptions {
  /** The record it is about, where it is about one. */
  id?: number
  /** Moves the focus to a field that is wrong. */
  reveal: (name: string) => void
  /** Takes an error for itself and answers true. */
  take?: (error: unknown) => boolean
}

/** How a form is sent: what its kinds cannot send stays here, what the API refuses comes back under the fields. */
export function useSubmit({ id, reveal, take }: SubmitOptions): Submit {
  const [language] = useLanguage()
  const [submitting, setSubmitting] = useState(false)
  const isRunning = useRef(false)
  const [texts, setTexts] = useState<readonly string[]>([])
  const [refused, setRefused] = useState<Asked>()

  function fail(form: RecordForm, { errors, texts }: ReturnType<typeof troubleOf>) {
    form.fail(errors)
    setTexts(texts)
    const first = form.fields.find(({ name }) => name in errors)
    if (first) reveal(first.name)
  }

  async function submit(form: RecordForm, call: () => Promise<void>) {
    if (isRunning.current) return
    setTexts([])
    setRefused(undefined)
    const problems = problemsOf(form, language)
    if (Object.keys(problems).length) return fail(form, { errors: problems, texts: [] })
    isRunning.current = true
    setSubmitting(true)
    try {
      await call()
    } catch (error) {
      if (take?.(error)) return
      setRefused(askedOf(error, id))
      fail(form, troubleOf(error, { shown: shownIn(form), fields: form.fields }))
    } finally {
      isRunning.current = false
      setSubmitting(false)
    }
  }

  return { submit, submitting, texts, refused, forget: () => setTexts([]) }
}

/** Names of the fields that stand on the page. */
export function shownIn(form: RecordForm): string[] {
  return form.fields.filter((field) => form.modeOf(field) !== 'absent').map(({ name }) => name)
}
