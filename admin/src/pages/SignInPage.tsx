import { Navigate, type To, useLocation } from 'react-router'
import { useWords } from '../providers/i18n.ts'
import { useSession } from '../providers/session.ts'
import { FrontFrame } from '../shell/FrontFrame.tsx'
import { SignInForm } from '../shell/SignInForm.tsx'

/** Signs in and goes on to the page that was asked for. */
export function SignInPage({ onTyping }: { onTyping?: () => void }) {
  const say = useWords()
  const { me } = useSession()
  // Only the panel puts something there, so that no link can choose where a person lands.
  const state: { to?: To } | null = useLocation().state
  if (me) return <Navigate to={state?.to ?? '/'} replace />
  return (
    <FrontFrame title={say('signIn.title')} lead={say('signIn.lead')}>
      <div onInput={onTyping}>
        <SignInForm />
      </div>
    </FrontFrame>
  )
}
