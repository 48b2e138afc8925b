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
 * The rules of groups as they hold for somebody. A rule that is not in the form in which rules are stored, cannot be read any more,
 * or compares with something the person has not, fails closed: it grants nothing, or denies all that it speaks of.
 */
export function heldRules(groups: readonly StoredGroup[], reading: Reading): HeldRule[] {
  return groups.flatMap((group) => group.rules.flatMap((rule) => heldRule(group, rule, reading) ?? []))
}

function heldRule({ id, name }: StoredGroup, rule: Rule, reading: Reading): HeldRule | undefined {
  const { inverted = false, actions, subject, fields = null, reason = null } = rule
  // Only what says that it is none is no denial.
  const held = {
    id: rule.id ?? '',
    group: { id, name },
    actions,
    subject,
    fields,
    inverted: inverted !== false,
    reason,
  }
  if (!isInForm(rule)) return closed(held)
  try {
    const condition = read(reading, rule, rule.conditions)
    if (condition === unresolved) return inverted ? { ...held, condition: always, check: null } : undefined
    const check = rule.check === null || rule.check === undefined ? null : read(reading, rule, rule.check)
    return { ...held, condition, check: check === unresolved ? never : check }
  } catch (error) {
    if (error instanceof RuleFault) return closed(held)
    throw error
  }
}

const isName = (given: unknown) => typeof given === 'string' && given !== ''
const areNames = (given: unknown) => Array.isArray(given) && given.length > 0 && given.every(isName)

/** CASL takes a subject that is empty for every subject, and fields that are no list for every field. */
function isInForm({ status = 'ok', inverted = false, actions, subject, fields = null }: Rule): boolean {
  const isWhole = areNames(actions) && isName(subject) && (fields === null || areNames(fields))
  return isWhole && typeof inverted === 'boolean' && status === 'ok'
}

/** Only what is left out, or null, is no condition at all. */
function read(reading: Reading, { subject }: Rule, conditions: Rule['conditions']): Condition | typeof unresolved {
  if (conditions === null || conditions === undefined) return always
  if (subject === 'all' && Object.keys(conditions).length > 0) throw new RuleFault('all', 'relation')
  return parseConditions(reading, subject, conditions)
}

/** What is left of a rule that cannot be read: nothing of a grant, the whole subject of a denial. */
function closed(held: Omit<HeldRule, 'condition' | 'check'>): HeldRule | undefined {
  if (!held.inverted) return undefined
  const actions = areNames(held.actions) ? held.actions : ['manage']
  const subject = isName(held.subject) ? held.subject : 'all'
  return { ...held, actions, subject, fields: null, condition: always, check: null }
}
