import { CopyOutlined } from '@ant-design/icons'
import type { Shown } from '@ficha/api/contract'
import { Alert, Button, Input, type InputRef, Space } from 'antd'
import { useEffect, useId, useRef, useState } from 'react'
import { useWords } from '../../providers/i18n.ts'
import styles from './ShownOnce.module.css'

interface ShownOnceProps {
  entries: readonly Shown[]
  /** What to mind; left out: that it is on this screen and nowhere else. */
  warning?: string
}

/** What was revealed, to be copied now. */
export function ShownOnce({ entries, warning }: ShownOnceProps) {
  const words = useWords()
  return (
    <div className={styles.entries}>
      <Alert type="warning" showIcon message={warning ?? words('action.shown.once')} />
      {entries.map((entry, at) => (
        <Entry key={`${entry.label} ${entry.text}`} entry={entry} takesFocus={at === 0} />
      ))}
    </div>
  )
}

function Entry({ entry: { label, text }, takesFocus }: { entry: Shown; takesFocus: boolean }) {
  const words = useWords()
  const id = useId()
  const input = useRef<InputRef>(null)
  const [told, setTold] = useState('')

  // The button that had the focus is gone.
  useEffect(() => {
    if (takesFocus) input.current?.focus({ cursor: 'all' })
  }, [takesFocus])

  async function copy() {
    try {
      await navigator.clipboard.writeText(text)
      setTold(words('action.shown.copied'))
    } catch {
      input.current?.focus({ cursor: 'all' })
      setTold(words('action.shown.copyFailed'))
    }
  }

  return (
    <div>
      <label htmlFor={id} className={styles.label}>
        {label}
      </label>
      <Space.Compact block>
        <Input ref={input} id={id} value={text} readOnly onFocus={({ target }) => target.select()} />
        <Button
          icon={<CopyOutlined aria-hidden />}
          aria-label={words('action.shown.copyNamed', { label })}
          onClick={() => void copy()}
        >
          {words('action.shown.copy')}
        </Button>
      </Space.Compact>
      <p role="status" className={styles.told}>
        {told}
      </p>
    </div>
  )
}
