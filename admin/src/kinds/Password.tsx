import { EyeInvisibleOutlined, EyeOutlined } from '@ant-design/icons'
import { say } from '@ficha/api/contract'
import { Flex, Input, theme } from 'antd'
import { type FocusEvent, useId, useState } from 'react'
import { useLanguage, useWords } from '../providers/i18n.ts'
import { controlProps, describedBy } from './controlProps.ts'
import { InsetButton } from './InsetButton.tsx'
import type { About, InputProps, KindView } from './view.ts'
import { Wrong } from './Wrong.tsx'

/** What the input of a password holds; `undefined` while both are blank, which changes nothing. */
export interface NewPassword {
  password: string
  confirmation: string
}

/** A password: never read, set by writing it twice. A save sends `<name>` and `<name>Confirmation`, or neither. */
export const password: KindView = {
  Cell: Hidden,
  Input: TwoInputs,
  text: () => '',
  toInput: () => undefined,
  toBody(name, value) {
    return isNewPassword(value) ? { [name]: value.password, [`${name}Confirmation`]: value.confirmation } : {}
  },
  problem: mismatch,
  width: 120,
}

function Hidden() {
  const words = useWords()
  const { token } = theme.useToken()
  return <span style={{ color: token.colorTextDescription }}>{words('kind.password.hidden')}</span>
}

function mismatch(value: unknown, { language }: About): string | undefined {
  return isNewPassword(value) && value.password !== value.confirmation
    ? say(language, 'invalid.confirmation')
    : undefined
}

function isNewPassword(value: unknown): value is NewPassword {
  return typeof value === 'object' && value !== null && 'password' in value && 'confirmation' in value
}

function TwoInputs(props: InputProps) {
  const { field, value, onChange, onBlur } = props
  const words = useWords()
  const [language] = useLanguage()
  const { token } = theme.useToken()
  const [shown, setShown] = useState(false)
  const [left, setLeft] = useState(false)
  const base = useId()
  const control = controlProps(props)
  const present = isNewPassword(value) ? value : { password: '', confirmation: '' }
  const wrong = left && !props.status ? mismatch(value, { field, language }) : undefined

  function change(part: Partial<NewPassword>) {
    const next = { ...present, ...part }
    onChange?.(next.password || next.confirmation ? next : undefined)
  }

  function leave({ currentTarget, relatedTarget }: FocusEvent) {
    if (currentTarget.contains(relatedTarget)) return
    setLeft(true)
    onBlur?.()
  }

  const shared = { type: shown ? 'text' : 'password', autoComplete: 'new-password', spellCheck: false } as const
  return (
    <Flex vertical gap="small" onBlur={leave}>
      <Input
        {...control}
        {...shared}
        value={present.password}
        onChange={({ target }) => change({ password: target.value })}
        suffix={
          <InsetButton
            icon={shown ? <EyeInvisibleOutlined /> : <EyeOutlined />}
            aria-label={words('kind.password.show')}
            aria-pressed={shown}
            onClick={() => setShown(!shown)}
          />
        }
      />
      <Flex vertical gap={4}>
        <label htmlFor={`${base}-confirmation`} style={{ color: token.colorTextDescription, fontSize: 13 }}>
          {words('kind.password.confirmation')}
        </label>
        <Input
          {...shared}
          id={`${base}-confirmation`}
          disabled={props.disabled}
          status={wrong ? 'error' : props.status}
          aria-required={field.required}
          aria-describedby={describedBy(wrong && `${base}-wrong`)}
          value={present.confirmation}
          onChange={({ target }) => change({ confirmation: target.value })}
        />
      </Flex>
      <Wrong id={`${base}-wrong`} text={wrong} />
    </Flex>
  )
}
