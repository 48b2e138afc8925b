import type { Condition } from './condition.ts'

const keys = new WeakMap<Condition, number>()
let last = 0

/** Stands for a condition that is kept with its person, as part of the key of an answer: the condition itself may be long. */
export function conditionKey(condition: Condition): number {
  const known = keys.get(condition) ?? ++last
  keys.set(condition, known)
  return known
}
