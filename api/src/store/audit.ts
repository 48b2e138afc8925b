import { instantBind } from './instants.ts'
import type { Database, WriteScope } from './types.ts'

/** Something that was done to who may do what. */
export interface RightsEntry {
  /** The user who did it; null for the application itself. */
  readonly actor: number | null
  /** `member-added`, `view-as`, …: at most 40 characters. */
  readonly kind: string
  readonly target: { readonly type: 'user' | 'permissionGroup'; readonly id: number | null }
  /** As it was, and as it is: JSON, with whole rules. Left out: nothing. */
  readonly before?: unknown
  readonly after?: unknown
}

/** Writes down what was done to rights, in the transaction that does it. Entries are only ever added. */
export async function auditRights(
  { engine }: Pick<Database, 'engine'>,
  scope: WriteScope,
  { actor, kind, target, before, after }: RightsEntry,
): Promise<void> {
  await scope.run(
    `INSERT INTO rbac_audit (at, actor_id, kind, target_type, target_id, "before", "after")
     VALUES ($1, $2, $3, $4, $5, $6, $7)`,
    [instantBind(engine, Date.now()), actor, kind, target.type, target.id, jsonText(before), jsonText(after)],
  )
}

function jsonText(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
