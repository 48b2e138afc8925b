import { missing } from '../../access/guard/missing.ts'
import { isScalarIn } from '../../access/guard/scalar.ts'
import type { HeldRule } from '../../access/rules/held.ts'
import { Forbidden } from '../../contract/errors.ts'
import { formsOf, heldBy, type Member, type Rights } from './now.ts'

/** @throws Forbidden: what somebody would get is more than the author of the change has */
export function escalation(): Forbidden {
  return new Forbidden({ code: 'escalation' })
}

/**
 * All that somebody may do must be within what the author of the change may.
 * @throws Forbidden
 */
export function demandWeaker({ book, speech, actor }: Rights, target: Member | undefined): void {
  if (target) demandHeld({ book, speech, actor }, { before: [], after: heldBy(target.person) })
}

/**
 * What a change gives, beyond what was given before, must be what its author has.
 * @throws Forbidden
 */
export function demandHeld(
  { book, speech, actor }: Rights,
  { before, after }: { before: readonly HeldRule[]; after: readonly HeldRule[] },
): void {
  if (!actor) throw escalation()
  const isScalar = isScalarIn(book.resources)
  const given = missing({ actor: formsOf(book, actor.person), before, after, speech, isScalar })
  if (given.length > 0) throw escalation()
}
