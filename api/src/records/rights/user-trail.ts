import { auditRights } from '../../store/audit.ts'
import type { StaffMember } from '../../store/staff.ts'
import type { Done } from './guard.ts'

/** What of a user is written down: who they are to the panel, and nothing that opens it. */
interface UserEntry extends Pick<StaffMember, 'email' | 'brand' | 'active' | 'mustChangePassword'> {
  readonly groups: readonly number[]
  /** Whether a password was set. */
  readonly password?: true
}

/** Writes down what a write did to who somebody is to the panel; nothing when it did nothing to that. */
export async function auditUser({ asking, scope, id, fields, rights, then }: Done): Promise<void> {
  const before = rights.target && entryOf(rights.target.account)
  const after = then.target && {
    ...entryOf(then.target.account),
    ...(fields?.includes('password') && { password: true as const }),
  }
  if (JSON.stringify(before) === JSON.stringify(after)) return
  await auditRights(asking.panel.database, scope, {
    actor: asking.person.user.id,
    kind: before ? (after ? 'user-changed' : 'user-deleted') : 'user-created',
    target: { type: 'user', id: id ?? null },
    before,
    after,
  })
}

function entryOf({ email, brand, active, mustChangePassword, memberships }: StaffMember): UserEntry {
  return { email, brand, active, mustChangePassword, groups: memberships }
}
