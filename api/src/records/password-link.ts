import { isDemoAccount } from '../access/demo.ts'
import { system } from '../access/person.ts'
import { Forbidden } from '../contract/errors.ts'
import { auditRights } from '../store/audit.ts'
import { type LinkedUser, ownerOfLink, spendLink } from '../store/one-time-links.ts'
import { endSession, openSession, type Place, type SessionStore } from '../store/sessions.ts'
import type { Reader } from '../store/sql/text.ts'
import { usersOf } from './first-access.ts'
import type { Panel } from './panel.ts'
import { rightsNow } from './rights/now.ts'
import { isWeaker } from './rights/within.ts'
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
  await demandIssuer(panel, panel.database, owner)
  return owner
}

/** Whoever gave a link out could act as its user until it is used: they must still be able to do all that the user may. */
async function demandIssuer(panel: Panel, reader: Reader, { id, issuer }: LinkedUser): Promise<void> {
  const rights = await rightsNow(panel, reader, { actor: issuer, target: id })
  const { actor, target } = rights
  if (!actor?.account.active || !target || !isWeaker(rights, target.person)) throw gone()
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
    await demandIssuer(panel, scope, owner)
    await change(asking, { before, values, scope, judged: false })
    await auditRights(database, scope, {
      actor: owner.id,
      kind: 'password-changed',
      target: { type: 'user', id: owner.id },
      after: { by: owner.purpose },
    })
    if (formerToken !== undefined) await endSession(scope, formerToken)
    return openSession(sessions, scope, { ...place, userId: owner.id })
  })
  return { owner, session }
}

/** Never given out, used, past its time, or of somebody who is not active: which of them is told to nobody. */
function gone(): Forbidden {
  return new Forbidden({ detail: { key: 'link.gone' } })
}
