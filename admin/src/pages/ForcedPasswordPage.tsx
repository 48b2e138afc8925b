import { Button } from 'antd'
import { useWords } from '../providers/i18n.ts'
import { ChangePasswordForm } from '../shell/ChangePasswordForm.tsx'
import { FormTrouble } from '../shell/FormTrouble.tsx'
import { FrontFrame } from '../shell/FrontFrame.tsx'
import { useSignOut } from '../shell/useSignOut.ts'

/** All that a person sees whose password was given to them by someone else. */
export function ForcedPasswordPage() {
  const say = useWords()
  const { leave, trouble } = useSignOut()
  return (
    <FrontFrame title={say('password.title')} lead={say('password.forced')}>
      <ChangePasswordForm />
      <Button type="link" block onClick={leave}>
        {say('shell.signOut')}
      </Button>
      <FormTrouble text={trouble} />
    </FrontFrame>
  )
}
