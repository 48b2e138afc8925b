import type { FieldMeta } from '@ficha/api/contract'
import { useCallback, useRef, useState } from 'react'
import { type Draft, redo, settle, takeBack, undo, write } from './draft.ts'
import type { FieldTexts, Values } from './row.ts'

/** A draft in a component, with the texts the API gave for its fields. */
export interface DraftState {
  draft: Draft
  /** How often it has been saved. */
  saves: number
  errors: FieldTexts
  warnings: FieldTexts
  write: (name: string, value: unknown) => void
  takeBack: (names: readonly string[]) => void
  undo: () => void
  redo: () => void
  /** The answer of a save: what was typed when it was sent is saved now. */
  settle: (saved: Values, typed: Values, warnings?: FieldTexts) => void
  replace: (draft: Draft) => void
  fail: (errors: FieldTexts) => void
  /** The draft at this moment, for callbacks that outlive a render. */
  latest: () => Draft
}

/** Keeps what is typed over a saved record; it survives failed saves and sign-ins, and ends with the component. */
export function useDraft(fields: readonly FieldMeta[], saved: Values, told: FieldTexts = {}): DraftState {
  const [draft, setDraft] = useState<Draft>({ saved, edits: {}, undone: null })
  const [errors, setErrors] = useState<FieldTexts>({})
  const [warnings, setWarnings] = useState<FieldTexts>(told)
  const [saves, setSaves] = useState(0)
  const current = useRef(draft)

  const replace = useCallback((next: Draft) => {
    current.current = next
    setDraft(next)
  }, [])
  const forget = (names: readonly string[]) => {
    setErrors((texts) => withoutTexts(texts, names))
    setWarnings((texts) => withoutTexts(texts, names))
  }

  return {
    draft,
    saves,
    errors,
    warnings,
    replace,
    fail: setErrors,
    latest: () => current.current,
    write: (name, value) => {
      replace(write(fields, current.current, name, value))
      forget([name])
    },
    takeBack: (names) => {
      replace(takeBack(fields, current.current, names))
      forget(names)
    },
    undo: () => {
      replace(undo(current.current))
      setErrors({})
    },
    redo: () => replace(redo(current.current)),
    settle: (next, typed, texts = {}) => {
      replace(settle(fields, current.current, next, typed))
      setErrors({})
      setWarnings(texts)
      setSaves((count) => count + 1)
    },
  }
}

/** What is about one of a list goes with what is about the list. */
function withoutTexts(texts: FieldTexts, names: readonly string[]): FieldTexts {
  const kept = Object.entries(texts).filter(([name]) => !names.includes(name.split('.')[0] ?? name))
  return kept.length === Object.keys(texts).length ? texts : Object.fromEntries(kept)
}
