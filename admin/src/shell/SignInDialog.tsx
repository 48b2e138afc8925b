import { Button } from 'antd'
import { useEffect, useRef } from 'react'
import { useWords } from '../providers/i18n.ts'
import { useSession } from '../providers/session.ts'
import { FormTrouble } from './FormTrouble.tsx'
import styles from './SignInDialog.module.css'
import { SignInForm } from './SignInForm.tsx'
import { useSignOut } from './useSignOut.ts'

/**
 * Stands over everything while the session has ended under open pages. Only the same person may sign in again:
 * the pages below are theirs. It cannot be closed, only left by signing in or out.
 */
export function SignInDialog() {
  const { me, ended } = useSession()
  return me && ended ? <OpenDialog email={me.user.email} /> : null
}

function OpenDialog({ email }: { email: string }) {
  const say = useWords()
  const { leave, trouble } = useSignOut()
  const dialog = useRef<HTMLDialogElement>(null)
  useEffect(() => {
    const before = document.activeElement
    dialog.current?.showModal()
    dialog.current?.querySelector<HTMLInputElement>('input[name=password]')?.focus()
    return () => {
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return (
    // The browser's own dialog: in its top layer no antd window can cover it, and what is below rests.
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby="sign-in-again"
      aria-describedby="sign-in-again-lead"
      onCancel={(event) => event.preventDefault()}
      onClose={(event) => event.currentTarget.showModal()}
    >
      <h2 id="sign-in-again" className={styles.title}>
        {say('signIn.again.title')}
      </h2>
      <p id="sign-in-again-lead" className={styles.lead}>
        {say('signIn.again.lead')}
      </p>
      <FormTrouble text={trouble} />
      <SignInForm email={email} />
      <Button type="link" block className={styles.other} onClick={leave}>
        {say('signIn.another')}
      </Button>
    </dialog>
  )
}
