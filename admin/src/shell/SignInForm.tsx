import { Button, Input, type InputRef } from 'antd'
import { useEffect, useRef } from 'react'
import { signIn } from '../providers/auth.ts'
import { useWords } from '../providers/i18n.ts'
import { Field } from './Field.tsx'
import { FormTrouble } from './FormTrouble.tsx'
import styles from './forms.module.css'
import { PasswordInput } from './PasswordInput.tsx'
import { useSubmit } from './useSubmit.ts'

export interface SignInFormProps {
  /** The only person who may sign in here. Left out, anybody may. */
  email?: string
  /** Called once they are in. */
  onDone?: () => void
}

/** E-mail and password. Wrong ones are announced, the password is emptied and has the focus. */
export function SignInForm({ email, onDone }: SignInFormProps) {
  const say = useWords()
  const password = useRef<InputRef>(null)
  const { onSubmit, isSending, trouble } = useSubmit(
    (values) => missing(values, say('shell.required')),
    async (values) => {
      await signIn({ email: email ?? values.email?.trim() ?? '', password: values.password ?? '' })
      onDone?.()
    },
  )
  useEffect(() => {
    if (trouble.text) password.current?.focus({ cursor: 'all' })
  }, [trouble])
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate method="post">
      <FormTrouble text={trouble.text} />
      <Field label={say('signIn.email')} error={trouble.fields.email}>
        {(control) => (
          <Input
            {...control}
            name="email"
            type="email"
            size="large"
            inputMode="email"
            autoComplete="username"
            autoCapitalize="none"
            spellCheck={false}
            autoFocus={!email}
            defaultValue={email}
            readOnly={email !== undefined}
          />
        )}
      </Field>
      <Field label={say('signIn.password')} error={trouble.fields.password}>
        {(control) => (
          <PasswordInput {...control} ref={password} name="password" size="large" autoComplete="current-password" />
        )}
      </Field>
      <Button type="primary" htmlType="submit" size="large" block loading={isSending} className={styles.submit}>
        {say('signIn.submit')}
      </Button>
    </form>
  )
}

/** The names of the empty fields with what to say about them. */
function missing(values: Record<string, string>, text: string): Record<string, string> {
  return Object.fromEntries(Object.entries(values).flatMap(([name, value]) => (value.trim() ? [] : [[name, text]])))
}
