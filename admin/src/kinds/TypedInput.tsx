import { type InputProps as AntdInputProps, Input } from 'antd'
import { type ChangeEvent, type ReactNode, useId, useState } from 'react'
import { useLanguage } from '../providers/i18n.ts'
import { controlProps, describedBy } from './controlProps.ts'
import { figures } from './textCell.tsx'
import type { About, InputProps } from './view.ts'
import { Wrong } from './Wrong.tsx'

/** A value that is typed as text: how it is read and written, in both directions without loss. */
export interface Typed {
  /** Takes what people type and paste, and the value as it is on the wire; `undefined` when it cannot be read. */
  read: (text: string, about: About) => unknown
  /** The value as it stands in the input; a text that could not be read stays as it is. */
  write: (value: unknown, about: About) => string
  /** Separators that appear by themselves at the end of what is being typed. */
  mask?: (text: string) => string
  /** Said when it cannot be read. */
  problem: (about: About) => string
  /** Attributes of the input. */
  input?: (about: About) => Pick<AntdInputProps, 'inputMode' | 'placeholder' | 'autoCapitalize' | 'prefix'>
}

interface TypedInputProps extends InputProps {
  typed: Typed
  suffix?: ReactNode
}

/** A text input for a value that is not text. What cannot be read goes to the form as it was typed, so that nothing is lost and the API can refuse it. */
export function TypedInput({ typed, suffix, ...props }: TypedInputProps) {
  const { field, value, onChange, onBlur } = props
  const [language] = useLanguage()
  const [draft, setDraft] = useState<{ value: unknown; text: string }>()
  const [left, setLeft] = useState(false)
  const wrongId = useId()
  const about = { field, language }
  const text = draft && draft.value === value ? draft.text : typed.write(value, about)
  const wrong = left && !props.status ? problemOf(typed)(value, about) : undefined
  const control = controlProps({ ...props, status: wrong ? 'error' : props.status })

  function change({ target }: ChangeEvent<HTMLInputElement>) {
    const atEnd = target.selectionStart === target.value.length
    const next = typed.mask && atEnd ? typed.mask(target.value) : target.value
    const read = next.trim() === '' ? null : (typed.read(next, about) ?? next)
    setDraft({ value: read, text: next })
    setLeft(false)
    onChange?.(read)
  }

  function leave() {
    setDraft(undefined)
    setLeft(true)
    onBlur?.()
  }

  return (
    <div style={{ width: '100%' }}>
      <Input
        {...control}
        {...typed.input?.(about)}
        aria-describedby={describedBy(control['aria-describedby'], wrong && wrongId)}
        suffix={suffix}
        style={figures}
        value={text}
        onChange={change}
        onBlur={leave}
      />
      <Wrong id={wrongId} text={wrong} />
    </div>
  )
}

/** The input of a kind that is typed. */
export function typedInput(typed: Typed) {
  return (props: InputProps) => <TypedInput typed={typed} {...props} />
}

/** Why a value of a typed kind cannot be sent. */
export function problemOf(typed: Typed) {
  return (value: unknown, about: About) =>
    typeof value === 'string' && value !== '' && typed.read(value, about) === undefined
      ? typed.problem(about)
      : undefined
}
