import { isPassword } from '../access/passwords.ts'
import { type Person, system } from '../access/person.ts'
import type { Throttle } from '../access/throttle.ts'
import { Invalid } from '../contract/errors.ts'
import { auditRights } from '../store/audit.ts'
import { openSession, type Place, type SessionStore } from '../store/sessions.ts'
import { usersOf } from './first-access.ts'
import type { Panel } from './panel.ts'
import { withHashes } from './save.ts'
import { change, currentVersion } from './update.ts'

interface Parts {
  panel: Panel
  sessions: SessionStore
  throttle: Throttle
}

interface Wanted {
  person: Person
  place: Place
  change: { current: string; password: string; passwordConfirmation: string }
}

/**
 * Changes a person's own password, ends all their sessions, and gives the token of a new one. Wrong guesses of the current
 * password count like those of a sign-in: a stolen session does not open more than itself.
 * @throws Invalid, TooMany
 */
export async function changePassword(
  { panel, sessions, throttle }: Parts,
  { person, place, change: wanted }: Wanted,
): Promise<string> {
  const { database } = panel
  const { id, email } = person.user
  const resource = usersOf(panel)
  if (wanted.password === wanted.current) throw new Invalid({ password: [{ key: 'invalid.samePassword' }] })
  const { password, passwordConfirmation } = wanted

  await throttle.guard({ email, address: place.address }, async () => {
    const [account] = await database.read<{ password: string | null }>('SELECT password FROM users WHERE id = $1', [id])
    if (!(await isPassword(wanted.current, account?.password)))
      throw new Invalid({ current: [{ key: 'invalid.currentPassword' }] })
  })

  const values = { ...(await withHashes(resource, { password, passwordConfirmation })), mustChangePassword: false }
  const asking = { panel, person: system, resource, language: 'pt-BR' } as const
  return database.write(async (scope) => {
    const before = await currentVersion(asking, { id, action: 'update', expected: '*', scope })
    await change(asking, { before, values, scope, judged: false })
    await auditRights(database, scope, { actor: id, kind: 'password-changed', target: { type: 'user', id } })
    return openSession(sessions, scope, { ...place, userId: id })
  })
}
