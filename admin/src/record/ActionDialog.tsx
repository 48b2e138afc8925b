import type { ActionAnswer, ActionMeta, ResourceMeta } from '@ficha/api/contract'
import { Alert, Button, Modal } from 'antd'
import { useState } from 'react'
import { useLanguage, useWords } from '../providers/i18n.ts'
import { useNotify } from '../providers/notify.ts'
import { FormContext, useRecordForm } from './page/form.ts'
import { useUnsaved } from './page/LeaveGuard.tsx'
import { createMode } from './page/mode.ts'
import type { Row } from './page/row.ts'
import { runAction, type Target } from './page/runAction.ts'
import { FieldGrid } from './page/Sections.tsx'
import { ShownOnce } from './page/ShownOnce.tsx'
import { startOf } from './page/start.ts'
import { titleOf } from './page/title.ts'
import { currentOf } from './page/trouble.ts'
import { useReturnFocus } from './page/useReturnFocus.ts'
import { useReveal } from './page/useReveal.ts'
import { useSubmit } from './page/useSubmit.ts'
import { bodyOf } from './page/values.ts'
import { WhyLink } from './Why.tsx'

interface ActionDialogProps {
  resource: ResourceMeta
  action: ActionMeta
  /** The records it runs on, none for an action on the whole resource. */
  records: readonly Target[]
  /** The name of the record, where it runs on one. */
  title?: string
  onDone: (answer: ActionAnswer<Row>) => void
  onClose: () => void
  /** A record turned out to be newer than what was read. */
  onStale?: (now: Row) => void
}

/** Runs an action: asks for its input, says what it will do and to what, keeps what was typed when it is refused, and stays for what it reveals. */
export function ActionDialog({ resource, action, records, title, onDone, onClose, onStale }: ActionDialogProps) {
  useReturnFocus()
  const words = useWords()
  const notify = useNotify()
  const [language] = useLanguage()
  const [targets, setTargets] = useState(records)
  const [stale, setStale] = useState<string>()
  const [revealed, setRevealed] = useState<ActionAnswer<Row>>()
  const form = useRecordForm({
    fields: action.fields,
    saved: startOf(action.fields),
    mode: (field, { values }) => createMode(field, { allowed: true, values }),
    open: true,
  })
  const isTyped = !revealed && Object.keys(form.changes).length > 0
  useUnsaved(isTyped)
  const reveal = useReveal(form)
  const { submit, submitting, texts, refused } = useSubmit({
    id: records.length === 1 ? records[0]?.id : undefined,
    reveal,
    take: takeStale,
  })

  function takeStale(error: unknown): boolean {
    const now = currentOf(error)
    if (!now) return false
    onStale?.(now)
    setTargets(targets.map((target) => (target.id === now.id ? { id: now.id, version: now.version } : target)))
    setStale(
      targets.length === 1
        ? words('action.stale')
        : words('action.staleMany', { title: titleOf(resource, now, language) }),
    )
    return true
  }

  const run = () =>
    submit(form, async () => {
      setStale(undefined)
      const shown = action.fields.filter((field) => form.modeOf(field) === 'input')
      const input = bodyOf(shown, Object.fromEntries(shown.map((field) => [field.name, form.valueOf(field) ?? null])))
      const answer = await runAction({ resource, action, targets, input })
      notify.success(answer.message)
      if (answer.shown) setRevealed(answer)
      else onDone(answer)
    })
  const close = () => (revealed ? onDone(revealed) : onClose())

  const [first] = action.fields
  const troubles = stale ? [stale] : texts
  const question = (
    <>
      <p>{action.confirm ?? (first ? undefined : words('action.ask', { label: action.label }))}</p>
      <On count={records.length} title={title} />
      <form
        onSubmit={(event) => {
          event.preventDefault()
          void run()
        }}
      >
        <FieldGrid fields={action.fields} />
        {/* Enter submits a form of several inputs only where it has a button for it. */}
        <button type="submit" hidden tabIndex={-1} />
      </form>
      {troubles.length > 0 && (
        <Alert
          type="error"
          role="alert"
          showIcon
          message={words('action.failed')}
          description={
            <>
              {troubles.join(' ')} <WhyLink asked={refused} />
            </>
          }
        />
      )}
    </>
  )
  return (
    <FormContext value={form}>
      <Modal
        open
        width={action.fields.length > 2 ? 720 : 480}
        title={action.label}
        onCancel={close}
        maskClosable={!isTyped && !revealed}
        onOk={() => void run()}
        okText={action.label}
        okButtonProps={{ danger: action.danger }}
        cancelText={words('record.cancel')}
        cancelButtonProps={{ autoFocus: !first }}
        confirmLoading={submitting}
        afterOpenChange={(open) => open && first && reveal(first.name)}
        footer={revealed && <Button onClick={close}>{words('action.shown.close')}</Button>}
      >
        {revealed?.shown ? <ShownOnce entries={revealed.shown} /> : question}
      </Modal>
    </FormContext>
  )
}

function On({ count, title }: { count: number; title?: string }) {
  const words = useWords()
  if (count === 1 && title) return <p>{words('action.on.one', { title })}</p>
  return count > 1 ? <p>{words('action.on.many', { count })}</p> : null
}
