import { instantBind, msOf } from './instants.ts'
import type { Reader } from './sql/text.ts'
import type { Bind, Database, WriteScope } from './types.ts'

/** A user who is in a group, and since when, until when, by whom. Instants are ISO 8601. */
export interface Membership {
  readonly user: number
  readonly grantedBy: number | null
  readonly grantedAt: string
  readonly expiresAt: string | null
}

/** The memberships of a group that have not run out, the latest first. */
export async function readMemberships(reader: Reader, group: number): Promise<Membership[]> {
  const rows = await reader.read<MembershipRow>(
    `SELECT ${columns} FROM user_permission_groups m WHERE m.group_id = $1 AND ${living} ORDER BY m.granted_at DESC, m.user_id DESC`,
    [group],
  )
  return rows.map(membershipOf)
}

/** One of them, if there is one. */
export async function readMembership(
  reader: Reader,
  { group, user }: { group: number; user: number },
): Promise<Membership | undefined> {
  const [row] = await reader.read<MembershipRow>(
    `SELECT ${columns} FROM user_permission_groups m WHERE m.group_id = $1 AND m.user_id = $2 AND ${living}`,
    [group, user],
  )
  return row && membershipOf(row)
}

interface Granted {
  group: number
  user: number
  /** The user who grants it. */
  by: number
  /** ISO 8601, or null for no end. */
  expiresAt: string | null
}

/** Puts a user into a group, or moves the end of their membership; who granted it first, and when, stays known. */
export async function writeMembership(
  { engine }: Pick<Database, 'engine'>,
  scope: WriteScope,
  { group, user, by, expiresAt }: Granted,
): Promise<void> {
  const end: Bind = expiresAt === null ? null : instantBind(engine, new Date(expiresAt).getTime())
  await scope.run(
    `DELETE FROM user_permission_groups WHERE group_id = $1 AND user_id = $2 AND expires_at <= CURRENT_TIMESTAMP`,
    [group, user],
  )
  await scope.run(
    `INSERT INTO user_permission_groups (user_id, group_id, granted_by, granted_at, expires_at) VALUES ($1, $2, $3, $4, $5)
     ON CONFLICT (user_id, group_id) DO UPDATE SET expires_at = excluded.expires_at`,
    [user, group, by, instantBind(engine, Date.now()), end],
  )
  scope.changed('user_permission_groups')
}

/** Takes a user out of a group. */
export async function removeMembership(
  scope: WriteScope,
  { group, user }: { group: number; user: number },
): Promise<void> {
  await scope.run('DELETE FROM user_permission_groups WHERE group_id = $1 AND user_id = $2', [group, user])
  scope.changed('user_permission_groups')
}

const columns = 'm.user_id, m.granted_by, m.granted_at, m.expires_at'
const living = '(m.expires_at IS NULL OR m.expires_at > CURRENT_TIMESTAMP)'

interface MembershipRow {
  user_id: number
  granted_by: number | null
  granted_at: unknown
  expires_at: unknown
}

function membershipOf({ user_id, granted_by, granted_at, expires_at }: MembershipRow): Membership {
  const iso = (instant: unknown) => new Date(msOf(instant)).toISOString()
  return {
    user: Number(user_id),
    grantedBy: granted_by === null ? null : Number(granted_by),
    grantedAt: iso(granted_at),
    expiresAt: expires_at === null ? null : iso(expires_at),
  }
}
