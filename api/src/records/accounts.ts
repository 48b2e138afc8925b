import { Conflict, Missing } from '../contract/errors.ts'
import type { Accounts } from '../define/action.ts'
import { auditRights } from '../store/audit.ts'
import { issueLink, type PasswordPurpose } from '../store/one-time-links.ts'
import { endSessionsOf } from '../store/sessions.ts'
import type { WriteScope } from '../store/types.ts'
import { passwordLetter } from './letter.ts'
import type { Asking } from './panel.ts'
import { demandWeakerUser } from './rights/in-transaction.ts'

/** How long a link works. */
const linkHours: Readonly<Record<PasswordPurpose, number>> = { invitation: 72, reset: 24 }

/** What goes out after the commit: for each letter whether the server took it. */
export type Post = Promise<boolean>[]

/** Accounts as an action's `run` handles them, inside its transaction; letters come into `post` when it has been committed. */
export function accountsOf(asking: Asking, scope: WriteScope, post: Post): Accounts {
  const { panel, person } = asking
  return {
    async hasPassword(user) {
      return (await accountOf(asking, user, scope)).password !== null
    },
    async passwordLink(user) {
      const { name, email, password, active } = await accountOf(asking, user, scope)
      if (user === person.user.id) throw new Conflict({ key: 'conflict.ownAccount' })
      if (!active) throw new Conflict({ key: 'conflict.inactiveAccount' })
      const purpose = password === null ? 'invitation' : 'reset'
      const hours = linkHours[purpose]
      const lifeMs = hours * 60 * 60_000
      const expiresAt = new Date(Date.now() + lifeMs).toISOString()
      const token = await issueLink(panel.database, scope, {
        purpose,
        lifeMs,
        userId: user,
        issuedBy: person.user.id,
      })
      await audit(user, 'link-issued', { purpose, expiresAt })
      // What follows the # stays in the browser: no server and no log sees it.
      const url = `${panel.origin}/set-password#${token}`
      const { mail } = panel
      if (mail) {
        const letter = passwordLetter({ language: 'pt-BR', purpose, hours, name, url })
        scope.afterCommit(() => post.push(mail.send({ to: email, ...letter })))
      }
      return { url }
    },
    async endSessions(user) {
      await accountOf(asking, user, scope)
      const sessions = await endSessionsOf(scope, user)
      await audit(user, 'sessions-ended', { sessions })
      return sessions
    },
  }

  function audit(id: number, kind: 'link-issued' | 'sessions-ended', after: object): Promise<void> {
    return auditRights(panel.database, scope, { actor: person.user.id, kind, target: { type: 'user', id }, after })
  }
}

interface Account {
  id: number
  name: string
  email: string
  password: string | null
  active: unknown
}

/**
 * The user that any of this is done to, locked until the transaction ends: somebody who may do no more than whoever asks.
 * @throws Missing, Forbidden
 */
async function accountOf({ panel, person }: Asking, user: number, scope: WriteScope): Promise<Account> {
  const lock = panel.database.engine === 'postgres' ? ' FOR UPDATE' : ''
  const [account] = await scope.read<Account>(
    `SELECT id, name, email, password, active FROM users WHERE id = $1${lock}`,
    [user],
  )
  if (!account) throw new Missing()
  if (!person.administrator && user !== person.user.id)
    await demandWeakerUser(panel, scope, { actor: person.user.id, user })
  return account
}
