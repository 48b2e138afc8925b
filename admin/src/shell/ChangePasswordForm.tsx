import type { WordKey } from '@ficha/api/contract'
import { Button } from 'antd'
import { useState } from 'react'
import { callApi } from '../providers/api.ts'
import { loadMe } from '../providers/auth.ts'
import { useWords } from '../providers/i18n.ts'
import { useSession } from '../providers/session.ts'
import { Field } from './Field.tsx'
import { FormTrouble } from './FormTrouble.tsx'
import styles from './forms.module.css'
import { PasswordInput } from './PasswordInput.tsx'
import { passwordTrouble } from './passwordTrouble.ts'
import { useSubmit } from './useSubmit.ts'

const fields = [
  { name: 'current', label: 'password.current', autoComplete: 'current-password' },
  { name: 'password', label: 'password.new', hint: 'password.hint', autoComplete: 'new-password' },
  { name: 'passwordConfirmation', label: 'password.confirmation', autoComplete: 'new-password' },
] satisfies { name: string; label: WordKey; hint?: WordKey; autoComplete: string }[]

/** The present password and, twice, the new one. Empties itself when it is done. */
export function ChangePasswordForm({ onDone }: { onDone?: () => void }) {
  const say = useWords()
  const { me } = useSession()
  const [turn, setTurn] = useState(0)
  const { onSubmit, isSending, trouble } = useSubmit(
    (values) => passwordTrouble(values, say),
    async (values) => {
      await callApi('POST', '/auth/password', { body: values })
      await loadMe()
      setTurn(turn + 1)
      onDone?.()
    },
  )
  return (
    <form key={turn} className={styles.form} onSubmit={onSubmit} noValidate method="post">
      <FormTrouble text={trouble.text} />
      {/* For password managers, which file the new password under it. */}
      <input hidden readOnly autoComplete="username" value={me?.user.email ?? ''} />
      {fields.map(({ name, label, hint, autoComplete }) => (
        <Field key={name} label={say(label)} hint={hint && say(hint)} error={trouble.fields[name]}>
          {(control) => <PasswordInput {...control} name={name} size="large" autoComplete={autoComplete} />}
        </Field>
      ))}
      <Button type="primary" htmlType="submit" size="large" block loading={isSending} className={styles.submit}>
        {say('password.submit')}
      </Button>
    </form>
  )
}
