import type { Group } from '../../store/groups.ts'
import type { HeldRule } from './held.ts'
import { heldRules } from './held-rules.ts'
import type { Reading } from './parse.ts'

const fixed = new WeakMap<Group, readonly (readonly HeldRule[] | undefined)[]>()

/** The same as `heldRules` for groups of a book: rules that say the same for everybody are read once a book. */
export function heldOnce(groups: readonly Group[], reading: Reading): HeldRule[] {
  return groups.flatMap((group) => {
    const kept = fixed.get(group) ?? fixedRules(group, reading)
    fixed.set(group, kept)
    return group.rules.flatMap((rule, at) => kept[at] ?? heldRules([{ ...group, rules: [rule] }], reading))
  })
}

/** The rules that name nothing of a person, by their places. */
function fixedRules(group: Group, reading: Reading): (readonly HeldRule[] | undefined)[] {
  return group.rules.map((rule) => {
    const isOpen = JSON.stringify([rule.conditions, rule.check]).includes('${')
    return isOpen ? undefined : heldRules([{ ...group, rules: [rule] }], reading)
  })
}
