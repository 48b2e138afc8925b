import type { Words } from '../providers/i18n.ts'

/** What keeps a form with a new password from being sent: empty fields, and a confirmation that differs. The rest the API judges. */
export function passwordTrouble(values: Readonly<Record<string, string>>, say: Words): Record<string, string> {
  const empty = Object.entries(values).filter(([, value]) => value.trim() === '')
  const trouble = Object.fromEntries(empty.map(([name]) => [name, say('shell.required')]))
  if (!trouble.passwordConfirmation && values.password !== values.passwordConfirmation) {
    trouble.passwordConfirmation = say('password.different')
  }
  return trouble
}
