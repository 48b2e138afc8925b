import { instantBind, msOf, thisSecondMs } from './instants.ts'
import { whileGranted } from './sql/condition.ts'
import { type Reader, SqlText } from './sql/text.ts'
import type { Bind, Database, WriteScope } from './types.ts'

/** A user who is in a group, and since when, until when, by whom. Instants are ISO 8601. */
export interface Membership {
  readonly user: number
  readonly grantedBy: number | null
  readonly grantedAt: string
  readonly expiresAt: string | null
}

/** The memberships of a group that have not run out, the latest first. */
export async function readMemberships(
  reader: Reader,
  { engine }: Pick<Database, 'engine'>,
  group: number,
): Promise<Membership[]> {
  const text = new SqlText(engine, {})
  const of = `m.group_id = ${text.bind(group)}${whileGranted(text, granted, 'm')}`
  const rows = await reader.read<MembershipRow>(
    `SELECT ${columns} FROM user_permission_groups m WHERE ${of} ORDER BY m.granted_at DESC, m.user_id DESC`,
    text.binds,
  )
  return rows.map(membershipOf)
}

/** One of them, if there is one. */
export async function readMembership(
  reader: Reader,
  { engine }: Pick<Database, 'engine'>,
  { group, user }: { group: number; user: number },
): Promise<Membership | undefined> {
  const text = new SqlText(engine, {})
  const of = `m.group_id = ${text.bind(group)} AND m.user_id = ${text.bind(user)}${whileGranted(text, granted, 'm')}`
  const [row] = await reader.read<MembershipRow>(
    `SELECT ${columns} FROM user_permission_groups m WHERE ${of}`,
    text.binds,
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
  await scope.run('DELETE FROM user_permission_groups WHERE group_id = $1 AND user_id = $2 AND expires_at <= $3', [
    group,
    user,
    instantBind(engine, thisSecondMs()),
  ])
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
const granted = { granted: true }

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
