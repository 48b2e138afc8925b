import type { Condition } from '../../store/sql/condition.ts'

/** Whether every row that fulfils `a` fulfils `b`. */
export function implies(a: Condition, b: Condition): boolean {
  return a.is === 'never' || b.is === 'always' || JSON.stringify(a) === JSON.stringify(b)
}
