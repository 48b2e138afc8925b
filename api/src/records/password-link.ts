import { isDemoAccount } from '../access/demo.ts'
import { system } from '../access/person.ts'
import { Forbidden } from '../contract/errors.ts'
import { type LinkedUser, ownerOfLink, spendLink } from '../store/one-time-links.ts'
import { endSession, openSession, type Place, type SessionStore } from '../store/sessions.ts'
import { usersOf } from './first-access.ts'
import type { Panel } from './panel.ts'
import { withHashes } from './save.ts'
import { change, currentVersion } from './update.ts'

interface Parts {
  panel: Panel
  /** In production the accounts of the demo are refused, whichever way they come. */
  production: boolean
}

/** Whose password a link is for. @throws Forbidden when it does not work any more */
export async function readPasswordLink({ panel, production }: Parts, token: string): Promise<LinkedUser> {
  const owner = await ownerOfLink(panel.database, panel.database, token)
  if (!owner || (production && isDemoAccount(owner.email))) throw gone()
  return owner
}

interface Wanted {
  token: string
  password: string
  passwordConfirmation: string
  place: Place
  /** Of the session the browser came with: it ends. */
  formerToken: string | undefined
}

/**
 * Sets the password of whoever the link is for and uses the link up, all or nothing. Every session of theirs ends, and so does
 * every other link to their password. Gives who they are and the token of a new session.
 * @throws Forbidden, Invalid
 */
export async function setPasswordByLink(
  parts: Parts & { sessions: SessionStore },
  { token, password, passwordConfirmation, place, formerToken }: Wanted,
): Promise<{ owner: LinkedUser; session: string }> {
  const { panel, sessions } = parts
  const { database } = panel
  const resource = usersOf(panel)
  const owner = await readPasswordLink(parts, token)
  const values = { ...(await withHashes(resource, { password, passwordConfirmation })), mustChangePassword: false }
  const asking = { panel, person: system, resource, language: 'pt-BR' } as const
  const session = await database.write(async (scope) => {
    const before = await currentVersion(asking, { id: owner.id, action: 'update', expected: '*', scope })
    const link = await spendLink(database, scope, { purpose: owner.purpose, token })
    if (link?.userId !== owner.id || before.active !== true) throw gone()
    await change(asking, { before, values, scope, judged: false })
    if (formerToken !== undefined) await endSession(scope, formerToken)
    return openSession(sessions, scope, { ...place, userId: owner.id })
  })
  return { owner, session }
}

/** Never given out, used, past its time, or of somebody who is not active: which of them is told to nobody. */
function gone(): Forbidden {
  return new Forbidden({ detail: { key: 'link.gone' } })
}
