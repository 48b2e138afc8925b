import type { StoredFile } from '../../contract/formats/file.ts'
import { instantBind } from '../instants.ts'
import type { Engine, Reader } from '../sql/text.ts'
import type { WriteScope } from '../types.ts'

/** Which field of which resource a file is for, and who uploaded it; 0 for the application itself. */
export interface Destination {
  readonly resource: string
  readonly field: string
  readonly user: number
}

/** A file on its way. */
export interface Begun extends Destination {
  readonly key: string
  readonly storedAs: string
  readonly name: string
  readonly type: string
  readonly expiresAt: number
}

/** What names a file to the file store and in its table. */
export interface Stored {
  readonly key: string
  readonly storedAs: string
}

/** Of files that are to go and that nobody can claim any more: a moment that is always past. */
const gone = 0

/** Writes down a file before its content is stored, so that none is ever stored that nobody knows of. */
export async function beginFile(engine: Engine, scope: WriteScope, file: Begun): Promise<void> {
  const { key, storedAs, resource, field, user, name, type, expiresAt } = file
  await scope.run(
    `INSERT INTO stored_files (key, stored_as, resource, field, user_id, name, type, created_at, expires_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [key, storedAs, resource, field, user, name, type, instantBind(engine, Date.now()), instantBind(engine, expiresAt)],
  )
}

/** Its content is stored: it can be claimed from now on. */
export async function finishFile(
  scope: WriteScope,
  key: string,
  { size, sha256 }: { size: number; sha256: string },
): Promise<void> {
  await scope.run('UPDATE stored_files SET size = $1, sha256 = $2 WHERE key = $3', [size, sha256, key])
}

/** How many files of a user have neither been claimed nor gone. */
export async function countUnclaimed(engine: Engine, reader: Reader, user: number): Promise<number> {
  const [row] = await reader.read<{ count: number | string }>(
    'SELECT count(*) AS count FROM stored_files WHERE user_id = $1 AND expires_at > $2',
    [user, instantBind(engine, Date.now())],
  )
  return Number(row?.count ?? 0)
}

/**
 * Whether this is an upload of this user for this field that waits for its record. On PostgreSQL it stays locked until the
 * transaction ends: of two who name it at once, the second finds it taken.
 */
export async function isClaimable(
  engine: Engine,
  scope: WriteScope,
  { key, resource, field, user }: Destination & { key: string },
): Promise<boolean> {
  const lock = engine === 'postgres' ? ' FOR UPDATE' : ''
  const found = await scope.read(
    `SELECT key FROM stored_files
     WHERE key = $1 AND resource = $2 AND field = $3 AND user_id = $4 AND sha256 IS NOT NULL AND expires_at > $5${lock}`,
    [key, resource, field, user, instantBind(engine, Date.now())],
  )
  return found.length > 0
}

/** Makes an upload the file of a record: it waits no more. */
export async function claimFile(scope: WriteScope, key: string): Promise<void> {
  await scope.run('UPDATE stored_files SET expires_at = NULL WHERE key = $1', [key])
}

/** Lets files go: nobody has them any more, and they are to be taken away after the commit. */
export async function letFilesGo(engine: Engine, scope: WriteScope, keys: readonly string[]): Promise<Stored[]> {
  const rows: Stored[] = []
  for (const key of keys) {
    rows.push(
      ...(await scope.read<Stored>(
        'UPDATE stored_files SET expires_at = $1 WHERE key = $2 RETURNING key, stored_as AS "storedAs"',
        [instantBind(engine, gone), key],
      )),
    )
  }
  return rows
}

/** Lets all uploads go that nobody has claimed in time. Whoever claims one at this moment comes before this, or comes too late. */
export async function letUnclaimedGo(engine: Engine, scope: WriteScope): Promise<void> {
  await scope.run('UPDATE stored_files SET expires_at = $1 WHERE expires_at <= $2', [
    instantBind(engine, gone),
    instantBind(engine, Date.now()),
  ])
}

/** The files that are to be taken away. */
export function filesToGo(engine: Engine, reader: Reader, limit: number): Promise<Stored[]> {
  return reader.read<Stored>(
    'SELECT key, stored_as AS "storedAs" FROM stored_files WHERE expires_at = $1 ORDER BY key LIMIT $2',
    [instantBind(engine, gone), limit],
  )
}

/** The content has been taken away: nothing more is known of the file. */
export async function forgetFile(scope: WriteScope, key: string): Promise<void> {
  await scope.run('DELETE FROM stored_files WHERE key = $1', [key])
}

/** What is known of a file of a record. */
export interface KnownFile extends StoredFile {
  readonly storedAs: string
  readonly sha256: string
}

/** A file by its key; undefined when there is none. */
export async function findFile(reader: Reader, key: string): Promise<KnownFile | undefined> {
  const [row] = await reader.read<KnownFile>(
    'SELECT key AS id, stored_as AS "storedAs", name, size, type, sha256 FROM stored_files WHERE key = $1',
    [key],
  )
  return row
}
