import type { SessionUser } from '../contract/session.ts'
import { instantBind, msOf } from './instants.ts'
import { KeptAnswers } from './read/kept.ts'
import { hashOfToken, newToken } from './tokens.ts'
import type { Bind, Database, WriteScope } from './types.ts'
import { readViewed, type Viewed, type ViewingColumns } from './viewing.ts'

/** How long a session lives. */
export interface SessionTimes {
  /** Without a request. */
  readonly idleMs: number
  /** In any case. */
  readonly absoluteMs: number
}

/** A living session with its user, and the groups they are in now. */
export interface Session {
  readonly id: number
  readonly lastSeenMs: number
  readonly user: SessionUser
  /** The brand whose part of the tree they work in. */
  readonly brand: number | null
  /** Memberships that have not run out. */
  readonly groups: readonly { readonly id: number }[]
  /** Goes up with every change of groups and rules. */
  readonly rulesVersion: string
  /** Through whose eyes it shows the panel; undefined for its own user. */
  readonly viewed?: Viewed
}

/** A session as its user sees it in the list of their sessions. */
export interface SessionEntry {
  readonly id: number
  readonly createdAt: string
  readonly lastSeenAt: string
  readonly address: string | null
  readonly agent: string | null
}

/** Where a session is used from. */
export interface Place {
  readonly address: string
  readonly agent: string | undefined
}

/** Where sessions are and how long they live. */
export interface SessionStore {
  readonly database: Database
  readonly times: SessionTimes
}

/** A session is marked as used at most this often: reading should not write all the time. */
const touchEveryMs = 60_000

/** Sessions being marked right now: a page asks for many things at once. */
const touching = new WeakMap<Database, Set<number>>()

/** Tables that say whether a session lives and what its user may do. */
const tables = ['sessions', 'users', 'user_permission_groups', 'rbac_state']

const kept = new WeakMap<Database, KeptAnswers>()

/**
 * The living session of a token: what ended a moment ago is over now. On PostgreSQL it is asked from the database every time,
 * since other processes write too. The one process that has an SQLite file hears of every write, and asks again after each,
 * and every second for what ends by the clock.
 */
export function findSession(store: SessionStore, token: string): Promise<Session | undefined> {
  const { database } = store
  if (database.engine === 'postgres') return readSession(store, token)
  const answers = kept.get(database) ?? new KeptAnswers(database)
  kept.set(database, answers)
  return answers.of(`${hashOfToken(token)} ${Math.floor(Date.now() / 1_000)}`, tables, () => readSession(store, token))
}

async function readSession(store: SessionStore, token: string): Promise<Session | undefined> {
  const rows = await store.database.read<FoundRow>(foundSql, [hashOfToken(token), ...living(store)])
  const [first] = rows
  if (!first) return undefined
  const viewed = await readViewed(store.database, first)
  if (viewed === 'gone') return undefined
  return {
    id: first.id,
    lastSeenMs: msOf(first.last_seen_at),
    user: {
      id: first.user_id,
      name: first.name,
      email: first.email,
      mustChangePassword: Boolean(first.must_change_password),
    },
    brand: first.brand_id === null ? null : Number(first.brand_id),
    groups: rows.flatMap(({ group_id: id }) => (id === null ? [] : [{ id: Number(id) }])),
    rulesVersion: String(first.rules_version),
    viewed,
  }
}

/** Marks a session as used. */
export async function touchSession({ database }: SessionStore, { id, lastSeenMs }: Session): Promise<void> {
  const busy = touching.get(database) ?? new Set()
  if (Date.now() - lastSeenMs < touchEveryMs || busy.has(id)) return
  touching.set(database, busy.add(id))
  try {
    const now = instantBind(database.engine, Date.now())
    await database.write((scope) =>
      changing(scope).run('UPDATE sessions SET last_seen_at = $1 WHERE id = $2', [now, id]),
    )
  } finally {
    busy.delete(id)
  }
}

/** Begins a session under a token that nobody has seen before, and gives it. Sessions that are over are cleared away on the way. */
export async function openSession(
  store: SessionStore,
  scope: WriteScope,
  { userId, address, agent }: Place & { userId: number },
): Promise<string> {
  const { engine } = store.database
  const [now, idleSince] = living(store)
  await scope.run('DELETE FROM sessions WHERE expires_at <= $1 OR last_seen_at <= $2', [now, idleSince])
  const token = newToken()
  const expires = instantBind(engine, Date.now() + store.times.absoluteMs)
  await changing(scope).run(
    'INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, expires_at, address, agent) VALUES ($1, $2, $3, $4, $5, $6, $7)',
    [hashOfToken(token), userId, now, now, expires, address, agent?.slice(0, 255) ?? null],
  )
  return token
}

/** Ends the session of a token, if it is one. */
export async function endSession(scope: WriteScope, token: string): Promise<void> {
  await changing(scope).run('DELETE FROM sessions WHERE token_hash = $1', [hashOfToken(token)])
}

/** Ends one session of a user; says whether there was one. */
export async function endSessionById({ database }: SessionStore, userId: number, id: number): Promise<boolean> {
  const sql = 'DELETE FROM sessions WHERE id = $1 AND user_id = $2 RETURNING id'
  const ended = await database.write((scope) => changing(scope).read(sql, [id, userId]))
  return ended.length > 0
}

/** Ends every session of a user but one. */
export async function endOtherSessions({ database }: SessionStore, userId: number, keptId: number): Promise<void> {
  const sql = 'DELETE FROM sessions WHERE user_id = $1 AND id <> $2'
  await database.write((scope) => changing(scope).run(sql, [userId, keptId]))
}

/** Ends every session of a user inside a transaction, and gives how many there were. */
export async function endSessionsOf(scope: WriteScope, userId: number): Promise<number> {
  const ended = await changing(scope).read('DELETE FROM sessions WHERE user_id = $1 RETURNING id', [userId])
  return ended.length
}

/** The scope of a write that changes sessions: what is kept of them no longer holds. */
function changing(scope: WriteScope): WriteScope {
  scope.changed('sessions')
  return scope
}

/** The living sessions of a user, the last used first. */
export async function listSessions(store: SessionStore, userId: number): Promise<SessionEntry[]> {
  const rows = await store.database.read<EntryRow>(listSql, [userId, ...living(store)])
  return rows.map(({ created_at, last_seen_at, ...row }) => ({
    ...row,
    createdAt: new Date(msOf(created_at)).toISOString(),
    lastSeenAt: new Date(msOf(last_seen_at)).toISOString(),
  }))
}

/** The two bounds of a living session: it expires after the first, and was used after the second. */
function living({ database: { engine }, times }: SessionStore): [now: Bind, idleSince: Bind] {
  const now = Date.now()
  return [instantBind(engine, now), instantBind(engine, now - times.idleMs)]
}

interface FoundRow extends ViewingColumns {
  id: number
  last_seen_at: unknown
  user_id: number
  name: string
  email: string
  must_change_password: unknown
  rules_version: unknown
  brand_id: number | null
  group_id: number | null
}

interface EntryRow {
  id: number
  created_at: unknown
  last_seen_at: unknown
  address: string | null
  agent: string | null
}

/** One row per group the user is in, or one without. */
const foundSql = `
  SELECT s.id, s.last_seen_at, u.id AS user_id, u.name, u.email, u.must_change_password, u.brand_id, r.version AS rules_version,
         s.viewing_user_id, s.viewing_group_id, s.viewing_brand_id, m.group_id
  FROM sessions s
  JOIN users u ON u.id = s.user_id
  JOIN rbac_state r ON r.id = 1
  LEFT JOIN user_permission_groups m ON m.user_id = u.id AND (m.expires_at IS NULL OR m.expires_at > $2)
  WHERE s.token_hash = $1 AND s.expires_at > $2 AND s.last_seen_at > $3 AND u.active
  ORDER BY m.group_id`

const listSql = `
  SELECT id, created_at, last_seen_at, address, agent
  FROM sessions
  WHERE user_id = $1 AND expires_at > $2 AND last_seen_at > $3
  ORDER BY last_seen_at DESC, id DESC`
