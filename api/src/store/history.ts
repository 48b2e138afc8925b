import { instantBind, msOf } from './instants.ts'
import type { Keeper } from './record-keys.ts'
import type { Reader } from './sql/text.ts'
import type { Database, WriteScope } from './types.ts'

/** Field -> its value before and after, on the wire; references are ids. Empty for a secret: that it changed is all there is to know. */
export type Changes = Readonly<Record<string, readonly [before: unknown, after: unknown] | readonly []>>

/** What happened to a record, as it is written down. */
export interface HistoryRow {
  /** The user who did it; null for the application itself. */
  readonly actor: number | null
  readonly resource: string
  readonly record: number
  /** `create`, `update`, `delete`, or the action that was run on it. */
  readonly action: string
  /** What brought it about where that was done to another record: `customer.migrate`. */
  readonly cause: string | null
  /** Of the record after it. */
  readonly version: number
  readonly changes: Changes
  /** Changes of personal fields, and what the person said of it, as `seal` made them for their keeper. */
  readonly sealed: { readonly text: string; readonly keeper: Keeper } | null
}

export interface KeptHistoryRow extends Omit<HistoryRow, 'resource' | 'record'> {
  readonly id: number
  /** Milliseconds. */
  readonly at: number
}

/** Writes down what happened, in the transaction in which it happens. Entries are only ever added. */
export async function addToHistory(
  { engine }: Pick<Database, 'engine'>,
  scope: WriteScope,
  { actor, resource, record, action, cause, version, changes, sealed }: HistoryRow,
): Promise<void> {
  await scope.run(
    `INSERT INTO history (at, actor_id, resource, record_id, action, cause, version, changes, sealed, keeper_resource, keeper_id)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
    [
      instantBind(engine, Date.now()),
      actor,
      resource,
      record,
      action,
      cause,
      version,
      JSON.stringify(changes),
      sealed?.text ?? null,
      sealed?.keeper.resource ?? null,
      sealed?.keeper.id ?? null,
    ],
  )
  scope.changed('history')
}

interface StoredRow {
  id: number | string
  at: unknown
  actor_id: number | null
  action: string
  cause: string | null
  version: number
  changes: string | Changes
  sealed: string | null
  keeper_resource: string | null
  keeper_id: number | null
}

/** Everything that happened to a record, the latest first. */
export async function historyRows(reader: Reader, resource: string, record: number): Promise<KeptHistoryRow[]> {
  const rows = await reader.read<StoredRow>(
    `SELECT id, at, actor_id, action, cause, version, changes, sealed, keeper_resource, keeper_id FROM history
     WHERE resource = $1 AND record_id = $2 ORDER BY id DESC`,
    [resource, record],
  )
  return rows.map(({ id, at, actor_id, changes, sealed, keeper_resource, keeper_id, ...row }) => ({
    ...row,
    id: Number(id),
    at: msOf(at),
    actor: actor_id,
    changes: typeof changes === 'string' ? JSON.parse(changes) : changes,
    sealed:
      sealed !== null && keeper_resource !== null && keeper_id !== null
        ? { text: sealed, keeper: { resource: keeper_resource, id: Number(keeper_id) } }
        : null,
  }))
}
