import { any, type Condition } from '../../store/sql/condition.ts'
import { changing } from '../guard/questions.ts'
import { type RuleSet, rulesAbout } from '../rules/effective.ts'
import type { HeldRule } from '../rules/held.ts'
import type { Linted, Remark } from './lint.ts'

/** Rules that others leave nothing to do, and denials of what nothing allows. */
export function coverRemarks(linted: Linted, skipped: ReadonlySet<number>): Remark[] {
  const places = [...linted.held.keys()].filter((index) => !skipped.has(index))
  const denied = places.flatMap((index) => deniedRemark(linted, index))
  const idle = new Set([...skipped, ...denied.map(({ index }) => index)])
  // From the last to the first: of two that are alike the later one is said to be too much.
  const covered = places.toReversed().flatMap((index): Remark[] => {
    if (idle.has(index) || !isCovered(linted, index, idle)) return []
    idle.add(index)
    return [{ index, code: 'covered', key: 'lint.covered' }]
  })
  return [...denied, ...covered]
}

interface Ask {
  readonly action: string
  readonly field: string | undefined
}

/** All that a rule speaks of; a rule about every field also of those to come. */
function asksOf({ actions, fields }: HeldRule): Ask[] {
  const names: readonly (string | undefined)[] = fields ?? [undefined, '__future__']
  return actions.flatMap((action) => names.map((field) => ({ action, field })))
}

function isCovered(linted: Linted, index: number, idle: ReadonlySet<number>): boolean {
  const rule = linted.held.get(index)
  if (!rule) return false
  const known = new Map<string, boolean>()
  const covers = (set: RuleSet, own: Condition, { action, field }: Ask) => {
    const others = rulesAbout(set, action, rule.subject, field).filter(
      ({ id, inverted }) => inverted === rule.inverted && id !== rule.id && !idle.has(Number(id)),
    )
    const key = `${set === linted.before} ${others.map(({ id }) => id)}`
    const answer = known.get(key) ?? isWithin(linted, rule, own, others)
    known.set(key, answer)
    return answer
  }
  return asksOf(rule).every((ask) => {
    const isChange = !rule.inverted && changing.has(ask.action)
    return (
      covers(linted.before, rule.condition, ask) &&
      (!isChange || covers(linted.after, rule.check ?? rule.condition, ask))
    )
  })
}

/** More alternatives than these are compared by how they are written alone: a remark is not worth the search. */
const maxAlternatives = 20

function isWithin(linted: Linted, { subject }: HeldRule, own: Condition, others: readonly HeldRule[]): boolean {
  const { implies, isAlike } = linted.comparer
  const conditions = others.map(({ condition }) => condition)
  if (conditions.length > maxAlternatives)
    return conditions.some((condition) => condition.is === 'always' || isAlike(condition, own))
  return conditions.length > 0 && implies(own, any(conditions), linted.isScalar(subject))
}

/** Of a grant: that it is denied wherever it would hold. Of a denial: that the group grants nothing of it. */
function deniedRemark(linted: Linted, index: number): Remark[] {
  const rule = linted.held.get(index)
  if (!rule) return []
  const about = (inverted: boolean) =>
    asksOf(rule).map(({ action, field }) =>
      rulesAbout(linted.before, action, rule.subject, field).filter((other) => other.inverted === inverted),
    )
  if (rule.inverted) {
    return about(false).some((grants) => grants.length > 0) ? [] : [{ index, code: 'denyAlone', key: 'lint.denyAlone' }]
  }
  const denials = about(true)
  const distinct = new Map(denials.map((denying) => [denying.map(({ id }) => id).join(), denying]))
  if (![...distinct.values()].every((denying) => isWithin(linted, rule, rule.condition, denying))) return []
  const first = Math.min(...denials.flat().map(({ id }) => Number(id)))
  return first < index
    ? [{ index, code: 'exception', key: 'lint.exception', number: first + 1 }]
    : [{ index, code: 'denied', key: 'lint.denied', number: first + 1 }]
}
