import type { Rule } from '../../contract/permissions.ts'
import { always, type Condition, never } from '../../store/sql/condition.ts'
import type { HeldRule } from './held.ts'
import { parseConditions, type Reading, RuleFault, unresolved } from './parse.ts'

/** A group with its rules as they are stored. */
export interface StoredGroup {
  readonly id: number
  readonly name: string
  readonly rules: readonly Rule[]
}

/**
 * The rules of groups as they hold for somebody. A rule that cannot be read any more, or compares with something the person has
 * not, fails closed: it grants nothing, or denies all that it speaks of.
 */
export function heldRules(groups: readonly StoredGroup[], reading: Reading): HeldRule[] {
  return groups.flatMap((group) => group.rules.flatMap((rule) => heldRule(group, rule, reading) ?? []))
}

function heldRule({ id, name }: StoredGroup, rule: Rule, reading: Reading): HeldRule | undefined {
  const { inverted = false, actions, subject, fields = null, reason = null } = rule
  const held = { id: rule.id ?? '', group: { id, name }, actions, subject, fields, inverted, reason }
  if (rule.status === 'needs_review') return closed(held)
  try {
    const condition = read(reading, rule, rule.conditions)
    if (condition === unresolved) return inverted ? { ...held, condition: always, check: null } : undefined
    const check = rule.check ? read(reading, rule, rule.check) : null
    return { ...held, condition, check: check === unresolved ? never : check }
  } catch (error) {
    if (error instanceof RuleFault) return closed(held)
    throw error
  }
}

function read(reading: Reading, { subject }: Rule, conditions: Rule['conditions']): Condition | typeof unresolved {
  if (!conditions) return always
  if (subject === 'all' && Object.keys(conditions).length > 0) throw new RuleFault('all', 'relation')
  return subject === 'all' ? always : parseConditions(reading, subject, conditions)
}

/** What is left of a rule that cannot be read: nothing of a grant, the whole subject of a denial. */
function closed(held: Omit<HeldRule, 'condition' | 'check'>): HeldRule | undefined {
  return held.inverted ? { ...held, fields: null, condition: always, check: null } : undefined
}
