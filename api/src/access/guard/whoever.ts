import { all, any, type Condition, not } from '../../store/sql/condition.ts'
import type { HeldRule } from '../rules/held.ts'

/**
 * Rules with their placeholders left open, as they hold for whoever the person may be: a grant not at all, a denial always, for
 * somebody who lacks what it compares with.
 */
export function forWhoever(rules: readonly HeldRule[]): HeldRule[] {
  return rules.map((rule) => {
    const { condition, check, inverted } = rule
    const names = namesIn(condition)
    if (inverted) return { ...rule, condition: any([condition, ...names.map((name) => not(isKnown(name)))]) }
    const known = names.map(isKnown)
    return {
      ...rule,
      condition: all([condition, ...known]),
      check: check && all([check, ...known, ...namesIn(check).map(isKnown)]),
    }
  })
}

/** Everybody has an id, and now is always. */
const placeholder = /\{"placeholder":"(user\.(?!id")[^"]+)"\}/g

function namesIn(condition: Condition): string[] {
  const names = [...JSON.stringify(condition).matchAll(placeholder)].flatMap(([, name]) => name ?? [])
  return [...new Set(names)]
}

/** No field has the name of a placeholder. */
function isKnown(name: string): Condition {
  return not({ is: 'field', field: `$${name}`, operator: 'null' })
}
