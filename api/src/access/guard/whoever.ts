import { all, any, type Condition, not } from '../../store/sql/condition.ts'
import type { HeldRule } from '../rules/held.ts'
import { placeholderOf } from './values.ts'

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

/** The placeholders that a condition compares with and somebody may lack: everybody has an id, and now is always. */
function namesIn(condition: Condition): string[] {
  return [...new Set(valuesIn(condition))].filter((name) => name.startsWith('user.') && name !== 'user.id')
}

function valuesIn(condition: Condition): readonly string[] {
  switch (condition.is) {
    case 'all':
    case 'any':
      return condition.of.flatMap(valuesIn)
    case 'not':
    case 'related':
      return valuesIn(condition.of)
    case 'search':
      return condition.in.flatMap(({ where }) => valuesIn(where))
    case 'field': {
      const given: readonly unknown[] = condition.operator === 'null' ? [] : [condition.value].flat()
      return given.map(placeholderOf).filter((name) => name !== undefined)
    }
    default:
      return []
  }
}

/** No field has the name of a placeholder. */
function isKnown(name: string): Condition {
  return not({ is: 'field', field: `$${name}`, operator: 'null' })
}
