import type { LinkOwner } from '@ficha/api/contract'
import { keepPreviousData, queryOptions, useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useState } from 'react'
import { Navigate, useHref, useLocation } from 'react-router'
import { ApiError, callApi } from '../providers/api.ts'
import { loadMe } from '../providers/auth.ts'
import { useLanguage, useWords } from '../providers/i18n.ts'
import { queryClient } from '../providers/queries.ts'
import { FormTrouble } from '../shell/FormTrouble.tsx'
import { FrontFrame } from '../shell/FrontFrame.tsx'
import styles from '../shell/forms.module.css'
import { NewPasswordFields } from '../shell/NewPasswordFields.tsx'
import { passwordTrouble } from '../shell/passwordTrouble.ts'
import { useSubmit } from '../shell/useSubmit.ts'

/** Somebody chooses their password under the one-time link they were given. Its token stands behind the #, which no server sees. */
export function SetPasswordPage() {
  const say = useWords()
  const token = useLocation().hash.slice(1)
  if (token === '') return <FrontFrame title={say('setPassword.title')} lead={say('setPassword.noToken')} />
  return <Link key={token} token={token} />
}

function Link({ token }: { token: string }) {
  const say = useWords()
  const [language] = useLanguage()
  const [isDone, setIsDone] = useState(false)
  const { data: owner, error, refetch } = useQuery(linkQuery(token, language), queryClient)
  if (isDone) return <Navigate to="/" replace />
  if (owner) {
    return (
      <FrontFrame title={say('setPassword.title')} lead={say(`setPassword.${owner.purpose}`, { ...owner })}>
        <SetPasswordForm token={token} owner={owner} onDone={() => setIsDone(true)} />
      </FrontFrame>
    )
  }
  if (error) return <Refused error={error} retry={() => void refetch()} />
  return <FrontFrame title={say('setPassword.title')} lead={<span role="status">{say('shell.loading')}</span>} />
}

/** Kept no longer than the page is open. */
const linkQuery = (token: string, language: string) =>
  queryOptions({
    // A refusal is in the language it was asked in; the form does not go away meanwhile.
    queryKey: ['link', token, language],
    placeholderData: keepPreviousData,
    queryFn: async () => (await callApi<LinkOwner>('POST', '/auth/link', { body: { token } })).body,
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

function SetPasswordForm({ token, owner, onDone }: { token: string; owner: LinkOwner; onDone: () => void }) {
  const say = useWords()
  const { onSubmit, isSending, trouble } = useSubmit(
    (values) => passwordTrouble(values, say),
    async (values) => {
      await callApi('POST', '/auth/link/password', { body: { token, ...values } })
      await loadMe()
      onDone()
    },
  )
  return (
    <form className={styles.form} onSubmit={onSubmit} noValidate method="post">
      <FormTrouble text={trouble.text} />
      {/* For password managers, which file the new password under it. */}
      <input hidden readOnly autoComplete="username" value={owner.email} />
      <NewPasswordFields trouble={trouble} autoFocus />
      <Button type="primary" htmlType="submit" size="large" block loading={isSending} className={styles.submit}>
        {say('setPassword.submit')}
      </Button>
    </form>
  )
}

/** A link that does not work any more, or no answer at all. */
function Refused({ error, retry }: { error: Error; retry: () => void }) {
  const say = useWords()
  const signIn = useHref('/sign-in')
  const isGone = error instanceof ApiError && error.statusCode === 403
  return (
    <FrontFrame
      title={say(isGone ? 'setPassword.gone' : 'setPassword.title')}
      lead={<span role="alert">{error.message}</span>}
    >
      {isGone ? (
        <Button type="link" block href={signIn} className={styles.submit}>
          {say('setPassword.signIn')}
        </Button>
      ) : (
        <Button block onClick={retry} className={styles.submit}>
          {say('shell.retry')}
        </Button>
      )}
    </FrontFrame>
  )
}
