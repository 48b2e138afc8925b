import type { FieldMeta } from '@ficha/api/contract'
import { Alert, Input, Modal } from 'antd'
import { useEffect, useId, useState } from 'react'
import { callApi } from '../../providers/api.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { useMetadata } from '../../providers/metadata.tsx'
import type { Asked } from '../extensions.ts'
import { askedOf, WhyLink } from '../Why.tsx'
import { ShownOnce } from './ShownOnce.tsx'
import { useReturnFocus } from './useReturnFocus.ts'
import { viewOf } from './values.ts'

interface RevealDialogProps {
  field: FieldMeta
  /** The resource of the record. */
  subject: string
  id: number
  onClose: () => void
}

/** How long a value that was revealed stays on the screen. */
const shownSeconds = 60

/** The least that says anything: what the API asks for. */
const shortestReason = 5

/** Asks what a masked value is needed for, shows it for a while, and forgets it. */
export function RevealDialog({ field, subject, id, onClose }: RevealDialogProps) {
  useReturnFocus()
  const words = useWords()
  const [language] = useLanguage()
  const path = useMetadata().resources.find(({ name }) => name === subject)?.path
  const reasonId = useId()
  const [reason, setReason] = useState('')
  const [value, setValue] = useState<string>()
  const [isAsking, setAsking] = useState(false)
  const [trouble, setTrouble] = useState<{ text: string; asked?: Asked }>()
  const left = useCountdown(value === undefined ? undefined : shownSeconds, onClose)

  async function ask() {
    setAsking(true)
    setTrouble(undefined)
    try {
      const body = { field: field.name, reason: reason.trim() }
      const answer = await callApi<{ value: unknown }>('POST', `/${path}/${id}/reveal`, { body })
      setValue(viewOf(field).text(answer.body.value, { field, language }))
    } catch (error) {
      setTrouble({ text: error instanceof Error ? error.message : String(error), asked: askedOf(error, id) })
    } finally {
      setAsking(false)
    }
  }

  const isShown = value !== undefined
  return (
    <Modal
      open
      width={440}
      title={words('reveal.title', { label: field.label })}
      onCancel={onClose}
      onOk={() => void ask()}
      okText={words('reveal.open')}
      okButtonProps={{ disabled: reason.trim().length < shortestReason, style: isShown ? { display: 'none' } : {} }}
      cancelText={words(isShown ? 'reveal.close' : 'record.cancel')}
      confirmLoading={isAsking}
    >
      {isShown ? (
        <>
          <ShownOnce entries={[{ label: field.label, text: value }]} warning={words('reveal.kept')} />
          <p>{words('reveal.left', { seconds: left })}</p>
        </>
      ) : (
        <>
          <label htmlFor={reasonId}>{words('reveal.reason')}</label>
          <Input.TextArea
            id={reasonId}
            autoFocus
            required
            rows={3}
            maxLength={500}
            value={reason}
            aria-describedby={`${reasonId}-hint`}
            onChange={({ target }) => setReason(target.value.replace(/\s*\n\s*/g, ' '))}
            onPressEnter={(event) => {
              event.preventDefault()
              if (reason.trim().length >= shortestReason) void ask()
            }}
          />
          <p id={`${reasonId}-hint`}>{words('reveal.hint')}</p>
        </>
      )}
      {trouble && (
        <Alert
          type="error"
          showIcon
          role="alert"
          message={
            <>
              {trouble.text} <WhyLink asked={trouble.asked} />
            </>
          }
        />
      )}
    </Modal>
  )
}

/** The seconds that are left; calls back when none are. Without a number of them it stands still. */
function useCountdown(seconds: number | undefined, onEnd: () => void): number {
  const [passed, setPassed] = useState(0)
  const isOver = seconds !== undefined && passed >= seconds
  useEffect(() => {
    if (seconds === undefined) return
    const timer = setInterval(() => setPassed((count) => count + 1), 1_000)
    return () => clearInterval(timer)
  }, [seconds])
  useEffect(() => {
    if (isOver) onEnd()
  }, [isOver, onEnd])
  return Math.max((seconds ?? 0) - passed, 0)
}
