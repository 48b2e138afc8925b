import { CloseOutlined, DeleteOutlined, UploadOutlined } from '@ant-design/icons'
import { fileFormats, writeFormats, writeSize } from '@ficha/api/contract'
import { Button } from 'antd'
import { type DragEvent, type FocusEvent, useEffect, useId, useRef, useState } from 'react'
import { announce } from '../../providers/announce.ts'
import { useLanguage, useWords } from '../../providers/i18n.ts'
import { describedBy } from '../controlProps.ts'
import type { InputProps } from '../view.ts'
import { Wrong } from '../Wrong.tsx'
import styles from './File.module.css'
import { FileCell } from './FileCell.tsx'
import { UploadProgress } from './UploadProgress.tsx'
import { useUpload } from './useUpload.ts'
import { isStored, isUploading } from './values.ts'

/** Chooses a file, by button or by dropping it here, and uploads it at once; a record has it only when it is saved. */
export function FileInput(props: InputProps) {
  const { field, value, onChange, onBlur, disabled, record } = props
  const words = useWords()
  const [language] = useLanguage()
  const { part, wrong, start, cancel, forget } = useUpload(props)
  const [isOver, setOver] = useState(false)
  const chooser = useRef<HTMLInputElement>(null)
  const button = useRef<HTMLButtonElement>(null)
  const base = useId()
  const { accept = [], maxBytes = 0 } = field.format
  const isSending = part !== undefined || isUploading(value)
  const isThere = isStored(value)
  const action = words(isSending ? 'kind.file.cancel' : isThere ? 'kind.file.replace' : 'kind.file.choose')
  useNoStrayDrops()

  function drop(event: DragEvent) {
    event.preventDefault()
    setOver(false)
    if (!disabled) start(event.dataTransfer.files)
  }

  function remove() {
    forget()
    onChange?.(null)
    announce(words('kind.file.removed'))
    // The button that was pressed is gone.
    button.current?.focus()
  }

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (!currentTarget.contains(relatedTarget)) onBlur?.()
  }

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way to what the button does
    <div
      className={styles.zone}
      data-over={isOver || undefined}
      data-wrong={wrong !== undefined || props.status === 'error' || undefined}
      onDragOver={(event) => {
        event.preventDefault()
        setOver(!disabled)
      }}
      onDragLeave={() => setOver(false)}
      onDrop={drop}
      onBlur={leave}
    >
      {isThere && (
        <div className={styles.shown}>
          <FileCell field={field} value={value} record={savedIn(props) ? record : undefined} whole />
        </div>
      )}
      {isUploading(value) && (
        <div className={styles.shown}>
          <UploadProgress name={value.uploading} part={part ?? 0} />
        </div>
      )}
      <div className={styles.buttons}>
        <Button
          ref={button}
          id={props.id}
          autoFocus={props.autoFocus}
          disabled={disabled}
          icon={isSending ? <CloseOutlined aria-hidden /> : <UploadOutlined aria-hidden />}
          aria-label={`${action}: ${props['aria-label'] ?? field.label}`}
          aria-describedby={describedBy(
            props['aria-describedby'],
            `${base}-hint`,
            wrong !== undefined && `${base}-wrong`,
          )}
          onClick={() => (isSending ? cancel() : chooser.current?.click())}
        >
          {action}
        </Button>
        {isThere && !field.required && (
          <Button
            type="text"
            disabled={disabled}
            icon={<DeleteOutlined aria-hidden />}
            aria-label={`${words('kind.file.remove')}: ${props['aria-label'] ?? field.label}`}
            onClick={remove}
          >
            {words('kind.file.remove')}
          </Button>
        )}
      </div>
      <input
        ref={chooser}
        type="file"
        hidden
        accept={accept
          .flatMap((format) => [fileFormats[format].type, ...fileFormats[format].extensions.map((one) => `.${one}`)])
          .join()}
        onChange={({ target }) => {
          start(target.files)
          // The same file can be chosen again.
          target.value = ''
        }}
      />
      <div id={`${base}-hint`} className={styles.hint}>
        {words('kind.file.hint', { formats: writeFormats(accept, language), size: writeSize(maxBytes, language) })}
      </div>
      <Wrong id={`${base}-wrong`} text={wrong} />
    </div>
  )
}

/** Whether the file is the one that the record has. */
function savedIn({ field, value, record }: InputProps): boolean {
  const saved = record?.[field.name]
  return isStored(value) && isStored(saved) && saved.id === value.id
}

/** A file that misses the input would take the browser to itself, away from whatever was typed. */
function useNoStrayDrops(): void {
  useEffect(() => {
    const prevent = (event: Event) => event.preventDefault()
    for (const name of ['dragover', 'drop']) window.addEventListener(name, prevent)
    return () => {
      for (const name of ['dragover', 'drop']) window.removeEventListener(name, prevent)
    }
  }, [])
}
