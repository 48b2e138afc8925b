import type { Rule } from '../../src/contract/permissions.ts'

type Rest = Omit<Rule, 'actions' | 'subject' | 'inverted'>

/** A rule that grants. */
export function allow(actions: string | string[], subject: string, rest: Rest = {}): Rule {
  return { actions: [actions].flat(), subject, ...rest }
}

/** A rule that denies. */
export function deny(actions: string | string[], subject: string, rest: Rest = {}): Rule {
  return { actions: [actions].flat(), subject, ...rest, inverted: true }
}

/** A word for something of the person, as rules write it: `user.brand`, `now-30d`. */
export const token = (word: string) => `\${${word}}`

/** The records of the person's own part of the tree of brands. */
export const own = { brand: { $under: token('user.brand') } }
