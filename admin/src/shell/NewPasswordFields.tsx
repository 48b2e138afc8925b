import { useWords } from '../providers/i18n.ts'
import { Field } from './Field.tsx'
import { PasswordInput } from './PasswordInput.tsx'
import type { Trouble } from './useSubmit.ts'

interface NewPasswordFieldsProps {
  trouble: Trouble
  /** The page is for nothing else. */
  autoFocus?: boolean
}

/** The password that somebody chooses for an account without one, twice. */
export function NewPasswordFields({ trouble, autoFocus }: NewPasswordFieldsProps) {
  const say = useWords()
  return (
    <>
      <Field label={say('signIn.password')} hint={say('password.hint')} error={trouble.fields.password}>
        {(control) => (
          <PasswordInput {...control} name="password" size="large" autoComplete="new-password" autoFocus={autoFocus} />
        )}
      </Field>
      <Field label={say('setUp.confirmation')} error={trouble.fields.passwordConfirmation}>
        {(control) => (
          <PasswordInput {...control} name="passwordConfirmation" size="large" autoComplete="new-password" />
        )}
      </Field>
    </>
  )
}
