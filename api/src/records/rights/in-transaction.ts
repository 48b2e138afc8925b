import type { WriteScope } from '../../store/types.ts'
import type { Panel } from '../panel.ts'
import { memberNow, type Rights, rightsNow } from './now.ts'
import { demandWeaker } from './within.ts'

/** What is known in a transaction for as long as nothing in it changes rights. */
interface Known {
  readonly rights: Promise<Rights>
  /** Users who were found to be no stronger. */
  readonly weaker: Map<number, Promise<void>>
}

const known = new WeakMap<WriteScope, Map<number, Known>>()

/**
 * Somebody may do no more than whoever asks; the rules are read once in a transaction, whoever it is asked of.
 * @throws Forbidden
 */
export function demandWeakerUser(
  panel: Panel,
  scope: WriteScope,
  { actor, user }: { actor: number; user: number },
): Promise<void> {
  const actors = known.get(scope) ?? new Map<number, Known>()
  known.set(scope, actors)
  const kept = actors.get(actor) ?? { rights: rightsNow(panel, scope, { actor }), weaker: new Map() }
  actors.set(actor, kept)
  const answer = kept.weaker.get(user) ?? demandOne(panel, scope, { kept, user })
  kept.weaker.set(user, answer)
  return answer
}

async function demandOne(
  panel: Panel,
  scope: WriteScope,
  { kept, user: id }: { kept: Known; user: number },
): Promise<void> {
  const rights = await kept.rights
  const target = await memberNow(panel, scope, { ...rights, id })
  demandWeaker(rights, target?.person)
}

/** Rights are about to change in a transaction: what was known in it no longer holds. */
export function forgetRights(scope: WriteScope): void {
  known.delete(scope)
}
