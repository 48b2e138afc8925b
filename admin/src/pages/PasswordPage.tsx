import { useWords } from '../providers/i18n.ts'
import { useNotify } from '../providers/notify.ts'
import { ChangePasswordForm } from '../shell/ChangePasswordForm.tsx'
import { Page } from '../shell/Page.tsx'
import { OwnAccount } from './OwnAccount.tsx'

/** A person changes their own password. */
export function PasswordPage() {
  const say = useWords()
  const notify = useNotify()
  return (
    <OwnAccount>
      <Page title={say('password.title')} lead={say('password.lead')}>
        <ChangePasswordForm onDone={() => notify.success(say('password.done'))} />
      </Page>
    </OwnAccount>
  )
}
