import { Button, Input } from 'antd'
import { Navigate, useSearchParams } from 'react-router'
import { callApi } from '../providers/api.ts'
import { loadMe } from '../providers/auth.ts'
import { useWords } from '../providers/i18n.ts'
import { useSession } from '../providers/session.ts'
import { Field } from '../shell/Field.tsx'
import { FormTrouble } from '../shell/FormTrouble.tsx'
import { FrontFrame } from '../shell/FrontFrame.tsx'
import styles from '../shell/forms.module.css'
import { NewPasswordFields } from '../shell/NewPasswordFields.tsx'
import { passwordTrouble } from '../shell/passwordTrouble.ts'
import { useSubmit } from '../shell/useSubmit.ts'

/** The first administrator of a fresh installation, from the one-time link in the server's log. */
export function SetUpPage() {
  const say = useWords()
  const { me } = useSession()
  const [parameters] = useSearchParams()
  const token = parameters.get('token')
  if (me) return <Navigate to="/" replace />
  return (
    <FrontFrame title={say('setUp.title')} lead={say(token ? 'setUp.lead' : 'setUp.noToken')}>
      {token && <SetUpForm token={token} />}
    </FrontFrame>
  )
}

function SetUpForm({ token }: { token: string }) {
  const say = useWords()
  const { onSubmit, isSending, trouble } = useSubmit(
    (values) => passwordTrouble(values, say),
    async (values) => {
      await callApi('POST', '/auth/set-up', { body: { token, ...values } })
      await loadMe()
    },
  )
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate method="post">
      <FormTrouble text={trouble.text} />
      <Field label={say('setUp.name')} error={trouble.fields.name}>
        {(control) => <Input {...control} name="name" size="large" autoComplete="name" autoFocus />}
      </Field>
      <Field label={say('signIn.email')} error={trouble.fields.email}>
        {(control) => <Input {...control} name="email" type="email" size="large" autoComplete="username" />}
      </Field>
      <NewPasswordFields trouble={trouble} />
      <Button type="primary" htmlType="submit" size="large" block loading={isSending} className={styles.submit}>
        {say('setUp.submit')}
      </Button>
    </form>
  )
}
