import { type FieldMeta, inCase, say, wholly } from '@ficha/api/contract'
import { type InputProps as AntdInputProps, Input } from 'antd'
import { type ChangeEvent, type ReactNode, useId, useState } from 'react'
import { useLanguage } from '../providers/i18n.ts'
import { controlProps, describedBy } from './controlProps.ts'
import { growing } from './growing.ts'
import type { About, InputProps } from './view.ts'
import { Wrong } from './Wrong.tsx'

interface TextInputProps extends InputProps {
  /** Attributes of the input. */
  input?: Pick<AntdInputProps, 'inputMode' | 'autoCapitalize' | 'spellCheck' | 'placeholder' | 'suffix'>
  /** Several lines. */
  multiline?: boolean
}

/** An input for text. It warns past the greatest length instead of cutting what was pasted. */
export function TextInput({ input, multiline, ...props }: TextInputProps) {
  const { field, value, onChange, onBlur } = props
  const [language] = useLanguage()
  const wrongId = useId()
  const text = typeof value === 'string' ? value : ''
  const [left, setLeft] = useState(false)
  const told = tooLong(value, { field, language }) ?? (left ? unlike(value, { field, language }) : undefined)
  const wrong = props.status ? undefined : told
  const control = controlProps({ ...props, status: wrong ? 'error' : props.status })

  function change({ target }: ChangeEvent<HTMLInputElement | HTMLTextAreaElement>) {
    setLeft(false)
    onChange?.(target.value || null)
  }

  function leave() {
    const stored = inCase(text.trim(), field.format.case)
    if (text !== stored) onChange?.(stored || null)
    setLeft(true)
    onBlur?.()
  }

  const shared = {
    ...control,
    'aria-describedby': describedBy(control['aria-describedby'], wrong && wrongId),
    value: text,
    onChange: change,
    onBlur: leave,
    count: lengthCount(field),
  }
  return (
    <div style={{ width: '100%' }}>
      {multiline ? <Input.TextArea {...shared} {...growing(3, 12)} /> : <Input {...shared} {...input} />}
      <Wrong id={wrongId} text={wrong} />
    </div>
  )
}

/** The problem of a text that is longer than its field. */
export function tooLong(value: unknown, { field, language }: About): string | undefined {
  const { maxLength = Number.POSITIVE_INFINITY } = field.format
  return typeof value === 'string' && value.trim().length > maxLength
    ? say(language, 'invalid.tooLong', { maximum: maxLength })
    : undefined
}

/** The problem of a text that cannot be sent: longer than its field, or not of its pattern. */
export function textProblem(value: unknown, about: About): string | undefined {
  return tooLong(value, about) ?? unlike(value, about)
}

function unlike(value: unknown, { field, language }: About): string | undefined {
  const { pattern, case: letters } = field.format
  if (!pattern || typeof value !== 'string' || value.trim() === '') return undefined
  return wholly(pattern.source).test(inCase(value.trim(), letters)) ? undefined : say(language, pattern.error)
}

/** Shown from four fifths of the length on: before that it says nothing anybody needs. */
function lengthCount({ format: { maxLength } }: FieldMeta) {
  if (maxLength === undefined) return undefined
  const show = ({ count }: { count: number }): ReactNode => (count >= maxLength * 0.8 ? `${count}/${maxLength}` : '')
  return { max: maxLength, strategy: (text: string) => text.length, show }
}
