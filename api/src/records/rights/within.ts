import { type Missing, missing } from '../../access/guard/missing.ts'
import { isScalarIn } from '../../access/guard/scalar.ts'
import type { Person } from '../../access/person.ts'
import type { HeldRule } from '../../access/rules/held.ts'
import { Forbidden } from '../../contract/errors.ts'
import { formsOf, heldBy, type Rights } from './now.ts'

/** @throws Forbidden: what somebody would get is more than the author of the change has */
export function escalation(): Forbidden {
  return new Forbidden({ code: 'escalation' })
}

/**
 * All that somebody may do must be within what the author of the change may.
 * @throws Forbidden
 */
export function demandWeaker(rights: Rights, person: Person | undefined): void {
  if (person) demandHeld(rights, { before: [], after: heldBy(person) })
}

/** Whether somebody may do no more than the author of a change. */
export function isWeaker(rights: Rights, person: Person): boolean {
  return givenBeyond(rights, { before: [], after: heldBy(person) }).length === 0
}

/**
 * What a change gives, beyond what was given before, must be what its author has.
 * @throws Forbidden
 */
export function demandHeld(rights: Rights, change: Change): void {
  if (!rights.actor || givenBeyond(rights, change).length > 0) throw escalation()
}

interface Change {
  readonly before: readonly HeldRule[]
  readonly after: readonly HeldRule[]
}

function givenBeyond({ book, speech, actor }: Rights, { before, after }: Change): Missing[] {
  const forms = actor ? formsOf(book, actor.person) : []
  return missing({ actor: forms, before, after, speech, isScalar: isScalarIn(book.resources) })
}
