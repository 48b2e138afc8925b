import type { LinkOwner } from '../contract/session.ts'
import { instantBind } from './instants.ts'
import type { Reader } from './sql/text.ts'
import { hashOfToken, newToken } from './tokens.ts'
import type { Database, WriteScope } from './types.ts'

/** What the holder of a link may do, once. */
export type LinkPurpose = 'set-up' | PasswordPurpose

/** Choosing a password. */
export type PasswordPurpose = LinkOwner['purpose']

interface NewLink {
  readonly purpose: LinkPurpose
  readonly lifeMs: number
  /** Whom it is for, and who gives it out; left out for a set-up, which makes the first user. */
  readonly userId?: number
  readonly issuedBy?: number
}

/** Makes the token of a link; a link made before for the same purpose and user stops working. */
export async function issueLink(
  { engine }: Database,
  scope: WriteScope,
  { purpose, lifeMs, userId, issuedBy }: NewLink,
): Promise<string> {
  const former = userId === undefined ? 'user_id IS NULL' : 'user_id = $2'
  await scope.run(
    `DELETE FROM one_time_links WHERE purpose = $1 AND ${former}`,
    userId === undefined ? [purpose] : [purpose, userId],
  )
  const token = newToken()
  const now = Date.now()
  await scope.run(
    'INSERT INTO one_time_links (token_hash, purpose, user_id, issued_by, created_at, expires_at) VALUES ($1, $2, $3, $4, $5, $6)',
    [
      hashOfToken(token),
      purpose,
      userId ?? null,
      issuedBy ?? null,
      instantBind(engine, now),
      instantBind(engine, now + lifeMs),
    ],
  )
  return token
}

/** A user as the link to their password knows them. */
export interface LinkedUser extends LinkOwner {
  readonly id: number
  /** The user who gave it out. */
  readonly issuer: number
}

/** Whose password a token is good for; undefined when it never was one, is spent or past its time, or when one of the two is not active. */
export async function ownerOfLink(
  reader: Reader,
  { engine }: Pick<Database, 'engine'>,
  token: string,
): Promise<LinkedUser | undefined> {
  const [owner] = await reader.read<LinkedUser>(
    `SELECT u.id, u.name, u.email, l.purpose, i.id AS issuer
     FROM one_time_links l
     JOIN users u ON u.id = l.user_id AND u.active
     JOIN users i ON i.id = l.issued_by AND i.active
     WHERE l.token_hash = $1 AND l.purpose IN ('invitation', 'reset') AND l.expires_at > $2`,
    [hashOfToken(token), instantBind(engine, Date.now())],
  )
  return owner
}

/** Ends every link to a user's password. */
export async function endLinksOf(scope: WriteScope, userId: number): Promise<void> {
  await scope.run('DELETE FROM one_time_links WHERE user_id = $1', [userId])
}

/** Uses a link up: whom it was for, or undefined when it was never given out, is spent, or past its time. Of two at once one wins. */
export async function spendLink(
  { engine }: Database,
  scope: WriteScope,
  { purpose, token }: { purpose: LinkPurpose; token: string },
): Promise<{ userId: number | null } | undefined> {
  const [link] = await scope.read<{ user_id: number | null }>(
    'DELETE FROM one_time_links WHERE token_hash = $1 AND purpose = $2 AND expires_at > $3 RETURNING user_id',
    [hashOfToken(token), purpose, instantBind(engine, Date.now())],
  )
  return link && { userId: link.user_id }
}
