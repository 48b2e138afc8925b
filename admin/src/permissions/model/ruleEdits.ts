import type { Rule } from '@ficha/api/contract'

/** A rule under the hands of somebody: what was typed beside it may be no rule at the moment. */
export interface DraftRule extends Rule {
  /** The text that stands in the place of its JSON; it cannot be saved, and is not lost. */
  unreadable?: string
}

type Rules = readonly DraftRule[]

/** A new rule for an action on a subject, at the end. */
export function addRule(rules: Rules, rule: Pick<Rule, 'subject' | 'actions' | 'inverted'>): DraftRule[] {
  const fresh: DraftRule = { fields: null, conditions: null, check: null, inverted: false, reason: null, ...rule }
  return [...rules, fresh]
}

/** A copy of a rule right after it; a new one to the API. */
export function duplicateRule(rules: Rules, at: number): DraftRule[] {
  return rules.flatMap((rule, place) => (place === at ? [rule, withoutId(rule)] : [rule]))
}

function withoutId({ id: _id, status: _status, ...rule }: DraftRule): DraftRule {
  return rule
}

/** A rule that was taken out, and where it stood. */
export interface Removed {
  rule: DraftRule
  at: number
}

export function removeRule(rules: Rules, at: number): { rules: DraftRule[]; removed?: Removed } {
  const rule = rules[at]
  return { rules: rules.filter((_, place) => place !== at), removed: rule && { rule, at } }
}

/** Puts a rule back where it stood. */
export function restoreRule(rules: Rules, { rule, at }: Removed): DraftRule[] {
  return [...rules.slice(0, at), rule, ...rules.slice(at)]
}

/** The rules with some keys of one changed. A broken one counts as mended: the API judges it anew. */
export function changeRule(rules: Rules, at: number, change: Partial<DraftRule>): DraftRule[] {
  return rules.map((rule, place) => {
    if (place !== at) return rule
    const { unreadable: _text, ...read } = rule
    return { ...read, ...('status' in read && { status: 'ok' as const }), ...change }
  })
}

interface Toggle {
  action: string
  chosen: boolean
  /** All there are, in the order in which they are offered. */
  order: readonly string[]
}

/** Chooses an action of a rule, or takes it away; the last one stays, since a rule speaks of something. */
export function toggleAction({ actions }: Rule, { action, chosen, order }: Toggle): string[] {
  const others = actions.filter((name) => name !== action)
  if (chosen) return withName(others, action, order)
  return others.length > 0 ? others : [...actions]
}

/** The names and one more, before the first that is offered after it: who takes one out and puts it in again has changed nothing. */
export function withName(names: readonly string[], added: string, order: readonly string[]): string[] {
  const place = order.indexOf(added)
  const at = place < 0 ? -1 : names.findIndex((name) => order.indexOf(name) > place)
  return at < 0 ? [...names, added] : [...names.slice(0, at), added, ...names.slice(at)]
}

/** The rules as they can be sent: what stands as unreadable text counts as it was before. */
export function readableRules(rules: Rules): Rule[] {
  return rules.map(({ unreadable: _text, ...rule }) => rule)
}
