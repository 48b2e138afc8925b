import type { ResourceMeta, Warning } from '@ficha/api/contract'
import { useCreate } from '@refinedev/core'
import type { ApiError } from '../../providers/api.ts'
import { useWords } from '../../providers/i18n.ts'
import { useNotify } from '../../providers/notify.ts'
import type { Asked } from '../extensions.ts'
import type { RecordForm } from './form.ts'
import { isRow, type Row, type Values } from './row.ts'
import { newBody } from './start.ts'
import type { SavedRow } from './useSave.ts'
import { useSubmit } from './useSubmit.ts'

interface CreateOptions {
  resource: ResourceMeta
  form: RecordForm
  /** Sent although no field of the form holds it. */
  given?: Values
  /** Moves the focus to a field that is wrong. */
  reveal: (name: string) => void
}

/** The record, or undefined when the person who made it may not see it. */
type OnCreated = (record: Row | undefined, warnings: readonly Warning[]) => void

interface Create {
  create: (onCreated: OnCreated) => void
  creating: boolean
  /** What went wrong that no field can carry. */
  texts: readonly string[]
  /** What the API refused to this person. */
  refused?: Asked
}

/** Creates a record from a form, and says so. A refusal leaves everything as it was typed. */
export function useCreateRecord({ resource, form, given, reveal }: CreateOptions): Create {
  const words = useWords()
  const notify = useNotify()
  const { mutateAsync } = useCreate<SavedRow, ApiError, Values>({
    resource: resource.name,
    invalidates: ['list', 'many'],
    successNotification: false,
    errorNotification: false,
  })
  const { submit, submitting, texts, refused } = useSubmit({ reveal })

  function create(onCreated: OnCreated) {
    void submit(form, async () => {
      const { data } = await mutateAsync({ values: newBody(form, given) })
      const { _message, _warnings = [], ...record } = data
      const isSeen = isRow(record)
      notify.success(isSeen ? (_message ?? words('record.created')) : words('record.createdUnseen'))
      onCreated(isSeen ? record : undefined, _warnings)
    })
  }

  return { create, creating: submitting, texts, refused }
}
