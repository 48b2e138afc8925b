import type { FieldMeta, ResourceMeta, Warning } from '@ficha/api/contract'
import { useKeys, useUpdate } from '@refinedev/core'
import { useQueryClient } from '@tanstack/react-query'
import { useRef, useState } from 'react'
import type { ApiError } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import type { Asked } from '../extensions.ts'
import { type Comparison, compare, merge, type Side } from './conflict.ts'
import type { Draft } from './draft.ts'
import type { RecordForm } from './form.ts'
import { isRow, type Row, type Values } from './row.ts'
import { currentOf, sortWarnings } from './trouble.ts'
import { shownIn, useSubmit } from './useSubmit.ts'
import { bodyOf } from './values.ts'

/** The answer to a save: the record, and what is to be said about it. */
export type SavedRow = Row & { _message?: string; _warnings?: Warning[] }

export interface Save {
  save: () => void
  saving: boolean
  /** What went wrong, or is odd, that no field can carry. */
  texts: readonly string[]
  /** What the API refused to this person. */
  refused?: Asked
  oddities: readonly string[]
  /** Someone else saved meanwhile: what is to be chosen. */
  conflict?: Comparison
  choose: (choices: Readonly<Record<string, Side>>) => void
  dismiss: () => void
}

interface SaveOptions {
  resource: ResourceMeta
  form: RecordForm
  /** Moves the focus to a field that is wrong. */
  reveal: (name: string) => void
  /** What is odd about the record as it came. */
  oddities?: readonly string[]
  onSaved?: (record: Row, warnings: readonly Warning[]) => void
  /** The change was saved, and has taken the record out of this person's sight. */
  onGone: () => void
}

/** Saves the changes of a record on the version that was read, and only them. A failed save leaves everything as it was typed. */
export function useSave({ resource, form, reveal, oddities: told = [], onSaved, onGone }: SaveOptions): Save {
  const words = useWords()
  const notify = useNotify()
  const remember = useRemember(resource)
  const [current, setCurrent] = useState<Row>()
  const [oddities, setOddities] = useState(told)
  const latest = useRef(form)
  latest.current = form
  const { mutateAsync } = useUpdate<SavedRow, ApiError, Values>({
    resource: resource.name,
    mutationMode: 'pessimistic',
    invalidates: ['list', 'many'],
    successNotification: false,
    errorNotification: false,
  })
  const { submit, submitting, texts, refused } = useSubmit({
    id: form.record?.id,
    reveal,
    take: (error) => {
      const now = currentOf(error)
      setCurrent(now)
      return now !== undefined
    },
  })

  async function send(draft: Draft) {
    const { fields, record, changesOf, mayGo } = latest.current
    const sent = changesOf(draft)
    if (!record || Object.keys(sent).length === 0) return
    const overrides = await mayGo(sent)
    if (!overrides) return
    const { data } = await mutateAsync({
      id: record.id,
      values: bodyOf(fields, sent),
      meta: { ifMatch: Number(draft.saved.version), overrides },
    })
    const { _message, _warnings = [], ...saved } = data
    if (!isRow(saved)) {
      notify.success(words('record.savedUnseen'))
      onGone()
      return
    }
    const { errors: warnings, texts } = sortWarnings(_warnings, shownIn(latest.current))
    // What was typed into fields that do not count any more is done with, too.
    latest.current.settle(saved, draft.edits, warnings)
    setOddities(texts)
    remember(saved)
    notify.success(_message ?? words('record.saved'))
    onSaved?.(saved, _warnings)
  }

  const save = () => void submit(latest.current, () => send(latest.current.latest()))

  function choose(choices: Readonly<Record<string, Side>>) {
    if (!current) return
    const merged = merge(form.fields, form.latest(), { current, choices })
    form.replace(merged)
    setCurrent(undefined)
    void submit(latest.current, () => send(merged))
  }

  return {
    save,
    saving: submitting,
    texts,
    refused,
    oddities,
    conflict: current && compare(shownOf(form.fields, current), form.draft, current),
    choose,
    dismiss: () => setCurrent(undefined),
  }
}

/** What the record now keeps from this person cannot be compared, and not be written either. */
function shownOf(fields: readonly FieldMeta[], { _access }: Row): FieldMeta[] {
  return fields.filter(({ name }) => !_access.fields.hidden.includes(name))
}

/** Puts a saved record where Refine would find it, so that it is not fetched again. */
export function useRemember(resource: ResourceMeta): (record: Row) => void {
  const queryClient = useQueryClient()
  const { keys } = useKeys()
  return (record) => {
    const queryKey = keys().data().resource(resource.name).action('one').id(record.id).get()
    queryClient.setQueriesData({ queryKey }, { data: record })
  }
}
