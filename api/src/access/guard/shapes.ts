import { all, any, type Condition, not } from '../../store/sql/condition.ts'
import { type Nodes, nodes } from './nodes.ts'

/** What is worked out once about conditions that come up again and again while questions are answered. */
export interface Shapes extends Nodes {
  /** The same number for conditions that are written alike. */
  numberOf(condition: Condition): number
  /** The condition, or its negation, with negations at the leaves alone, and a part of a tree for each of its roots. */
  normal(condition: Condition, negated?: boolean): Condition
}

export function shapes(): Shapes {
  const numbers = new Map<Condition, number>()
  const alike = new Map<string, number>()
  const normals = [new Map<Condition, Condition>(), new Map<Condition, Condition>()] as const

  const numberOf = (condition: Condition): number => {
    const known = numbers.get(condition)
    if (known !== undefined) return known
    const text = textOf(condition, numberOf)
    const number = alike.get(text) ?? alike.size
    alike.set(text, number)
    numbers.set(condition, number)
    return number
  }

  const normal = (condition: Condition, negated = false): Condition => {
    const known = normals[negated ? 1 : 0].get(condition)
    if (known) return known
    const found = pushedDown(condition, negated, normal)
    normals[negated ? 1 : 0].set(condition, found)
    return found
  }

  return { numberOf, normal, ...nodes(numberOf) }
}

function textOf(condition: Condition, numberOf: Shapes['numberOf']): string {
  if (condition.is === 'all' || condition.is === 'any') return `${condition.is} ${condition.of.map(numberOf).join()}`
  return condition.is === 'not' ? `not ${numberOf(condition.of)}` : JSON.stringify(condition)
}

function pushedDown(condition: Condition, negated: boolean, normal: Shapes['normal']): Condition {
  switch (condition.is) {
    case 'not':
      return normal(condition.of, !negated)
    case 'all':
    case 'any': {
      const parts = condition.of.map((part) => normal(part, negated))
      if (condition.of.every((part, at) => part === parts[at])) return condition
      return (condition.is === 'all') === negated ? any(parts) : all(parts)
    }
    case 'field':
      if (condition.operator !== 'under' || condition.value.length === 1) return negated ? not(condition) : condition
      return normal(any(condition.value.map((root) => ({ ...condition, value: [root] }))), negated)
    default:
      return negated ? not(condition) : condition
  }
}
