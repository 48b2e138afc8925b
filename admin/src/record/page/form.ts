import type { FieldMeta } from '@ficha/api/contract'
import { createContext, use, useCallback, useId, useRef } from 'react'
import type { SaveAnswer } from '../../custom/index.ts'
import { isDemanded, isDemandedNow } from './agreements.ts'
import { type Draft, demandedReasons, valuesOf } from './draft.ts'
import type { FieldMode } from './mode.ts'
import { type FieldTexts, isRow, type Row, type Values } from './row.ts'
import { type DraftState, useDraft } from './useDraft.ts'
import { savedInput } from './values.ts'

/** A form over fields: a record page, a new record, a row of a related list, the input of an action. */
export interface RecordForm extends DraftState {
  /** What the ids of its inputs begin with. */
  id: string
  fields: readonly FieldMeta[]
  /** The name of the resource whose record it edits; left out where what it holds is no record. */
  subject?: string
  /** Every field that can be written stands as an input; otherwise as text until it is clicked. */
  open: boolean
  /** The record as it was last read; absent for a new one. */
  record?: Row
  /** The record with what was typed over it. */
  values: Values
  /** Typed values that a save would send, as inputs hold them. */
  changes: Values
  /** The same of another draft of this form. */
  changesOf: (draft: Draft) => Values
  modeOf: (field: FieldMeta) => FieldMode
  isRequired: (field: FieldMeta) => boolean
  /** Whether what was typed elsewhere asks for its value: the reason of a change, what goes together. */
  isAsked: (field: FieldMeta) => boolean
  /** What the input of a field holds now. */
  valueOf: (field: FieldMeta) => unknown
  /** Has a question asked before anything is saved; the answer takes it back. */
  beforeSave: (ask: AskBeforeSave) => () => void
  /** What those who ask before a save let pass, when all of them let it go on; undefined when one does not. */
  mayGo: (changes: Values) => Promise<readonly string[] | undefined>
}

/** Asked before changes are sent; false keeps them from it. */
export type AskBeforeSave = (changes: Values) => Promise<SaveAnswer>

export interface FormDefinition {
  fields: readonly FieldMeta[]
  subject?: string
  /** The record to edit, or the values a new one starts from; later ones are taken by `settle` and `replace`. */
  saved: Values
  mode: (field: FieldMeta, about: { values: Values; record?: Row }) => FieldMode
  open?: boolean
  /** Warnings that came with the record. */
  warnings?: FieldTexts
}

/** The state of a form; give it to its fields through `FormContext`. */
export function useRecordForm({ fields, subject, saved, mode, open = false, warnings }: FormDefinition): RecordForm {
  const id = useId()
  const state = useDraft(fields, saved, warnings)
  const { draft } = state
  const record = isRow(draft.saved) ? draft.saved : undefined
  const values = valuesOf(draft)
  const demanded = demandedReasons(fields, draft)
  const changesOf = (of: Draft) => writable(fields, of, (field) => mode(field, { values: valuesOf(of), record }))
  const modeOf = (field: FieldMeta) => mode(field, { values, record })
  const agreeing = { fields, record, values, changes: changesOf(draft), modeOf }
  return {
    ...state,
    ...agreeing,
    id,
    subject,
    open,
    changesOf,
    isRequired: (field) =>
      demanded.has(field.name) ||
      (field.required === true && !isOptionalNow(field, record)) ||
      isDemanded(agreeing, field),
    isAsked: (field) => demanded.has(field.name) || isDemandedNow(agreeing, field),
    valueOf: (field) => (field.name in draft.edits ? draft.edits[field.name] : savedInput(field, draft.saved)),
    ...useQuestions(),
  }
}

/** Those who ask before a save, one after the other. */
function useQuestions(): Pick<RecordForm, 'beforeSave' | 'mayGo'> {
  const questions = useRef(new Set<AskBeforeSave>())
  const beforeSave = useCallback((ask: AskBeforeSave) => {
    questions.current.add(ask)
    return () => {
      questions.current.delete(ask)
    }
  }, [])
  const mayGo = useCallback(async (changes: Values) => {
    const overrides: string[] = []
    for (const ask of questions.current) {
      const answer = await ask(changes)
      if (!answer) return undefined
      if (answer !== true) overrides.push(...answer.overrides)
    }
    return overrides
  }, [])
  return { beforeSave, mayGo }
}

/** A password that is set already stays when it is left blank. */
function isOptionalNow({ kind }: FieldMeta, record: Row | undefined): boolean {
  return kind === 'password' && record !== undefined
}

/** Edits of fields that no longer count, because another edit hid them, stay typed but are not sent. */
function writable(fields: readonly FieldMeta[], { edits }: Draft, modeOf: (field: FieldMeta) => FieldMode): Values {
  const sent = fields.filter((field) => field.name in edits && modeOf(field) === 'input')
  return Object.fromEntries(sent.map(({ name }) => [name, edits[name]]))
}

/** The form a field stands in. */
export const FormContext = createContext<RecordForm | undefined>(undefined)

/** The form around this component. */
export function useForm(): RecordForm {
  const form = use(FormContext)
  if (!form) throw new Error('useForm needs a FormContext above it')
  return form
}
