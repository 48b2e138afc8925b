import type { StaffMember } from '../../store/staff.ts'
import type { Done } from './guard.ts'
import { heldBy, personWith } from './now.ts'
import { demandHeld } from './within.ts'

/**
 * What a change of a user gives them once memberships have ended, now or before the change, must be what its author has: a group
 * that keeps somebody in check is not taken from them by the clock either.
 * @throws Forbidden
 */
export function demandLater({ rights, then }: Done): void {
  const [was, is] = [rights.target?.account, then.target?.account]
  if (!was || !is) return
  const { book, atMs } = rights
  for (const endMs of new Set([...was.endings, ...is.endings].map(({ atMs }) => atMs))) {
    const [before, after] = [stayingAfter(was, endMs), stayingAfter(is, endMs)]
    if (before.brand === after.brand && `${before.memberships}` === `${after.memberships}`) continue
    demandHeld(rights, {
      before: heldBy(personWith(book, before, atMs)),
      after: heldBy(personWith(book, after, atMs)),
    })
  }
}

/** Somebody as they are when all has ended that ends until then. */
function stayingAfter(member: StaffMember, endMs: number): StaffMember {
  const ended = new Set(member.endings.flatMap(({ group, atMs }) => (atMs <= endMs ? group : [])))
  return { ...member, memberships: member.memberships.filter((group) => !ended.has(group)) }
}
