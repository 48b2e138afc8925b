import { instantBind } from './instants.ts'
import type { Database, WriteScope } from './types.ts'

/** What is written down: at most 40 characters each. */
type RightsKind =
  | `group-${'created' | 'changed' | 'deleted'}`
  | 'tests-overridden'
  | 'rules-broken'
  | `member-${'added' | 'changed' | 'removed'}`
  | `user-${'created' | 'changed' | 'deleted'}`
  | 'link-issued'
  | 'password-changed'
  | 'sessions-ended'
  | `view-as${'' | '-ended'}`

/** Something that was done to who may do what, or who may act as whom. */
interface RightsEntry {
  /** The user who did it; null for the application itself. */
  readonly actor: number | null
  readonly kind: RightsKind
  readonly target: { readonly type: 'user' | 'permissionGroup'; readonly id: number | null }
  /** As it was, and as it is: JSON, with whole rules, and never with a secret. Left out: nothing. */
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
