import type { Rule, Vocabulary } from '@ficha/api/contract'
import { everyAction, everySubject, type Granted, grantedBy, rulesAbout } from './matrixModel.ts'
import { meaningOf } from './ruleChanges.ts'

/** What one group says of an action, beside what the other says too. */
export interface Side {
  granted: Granted
  /** Rules that only this group has, cut to the action. */
  only: readonly Rule[]
  /** Fields that these rules name and those of the other group do not. */
  fields: readonly string[]
}

/** An action on a subject that two groups do not treat alike. */
export interface Difference {
  subject: string
  action: string
  left: Side
  right: Side
}

/** Where two groups differ, in the order of the vocabulary; what both say in the same way is left out. */
export function differences(left: readonly Rule[], right: readonly Rule[], { subjects }: Vocabulary): Difference[] {
  const both = [...left, ...right]
  const names = [...new Set([everySubject, ...subjects.map(({ name }) => name), ...both.map(({ subject }) => subject)])]
  return names.flatMap((subject) => {
    const known = subjects.find(({ name }) => name === subject)?.actions.map(({ name }) => name) ?? []
    const named = both.filter((rule) => rule.subject === subject).flatMap(({ actions }) => actions)
    const actions = [...new Set([...known, ...named])].filter(
      (action) => action !== everyAction || named.includes(everyAction),
    )
    return actions.flatMap((action) => differenceIn(left, right, subject, action) ?? [])
  })
}

function differenceIn(
  left: readonly Rule[],
  right: readonly Rule[],
  subject: string,
  action: string,
): Difference | undefined {
  const [ours, theirs] = [about(left, subject, action), about(right, subject, action)]
  const [onlyLeft, onlyRight] = [without(ours, theirs), without(theirs, ours)]
  if (onlyLeft.length + onlyRight.length === 0) return undefined
  return {
    subject,
    action,
    left: { granted: grantedBy(ours, action), only: onlyLeft, fields: fieldsBeyond(onlyLeft, theirs) },
    right: { granted: grantedBy(theirs, action), only: onlyRight, fields: fieldsBeyond(onlyRight, ours) },
  }
}

/** Fields that grants name and others do not; where one side has all of them, or grants nothing, there is nothing to count. */
function fieldsBeyond(rules: readonly Rule[], others: readonly Rule[]): string[] {
  const [named, known] = [fieldsIn(rules), fieldsIn(others)]
  return named && known ? [...named].filter((field) => !known.has(field)) : []
}

function fieldsIn(rules: readonly Rule[]): ReadonlySet<string> | undefined {
  const grants = rules.filter(({ inverted }) => !inverted)
  if (grants.length === 0 || grants.some(({ fields }) => !fields)) return undefined
  return new Set(grants.flatMap(({ fields }) => fields ?? []))
}

/** The rules about an action as if they spoke of nothing else. */
function about(rules: readonly Rule[], subject: string, action: string): Rule[] {
  return rulesAbout(rules, subject, action).flatMap((at) => {
    const rule = rules[at]
    return rule ? [{ ...rule, actions: [action] }] : []
  })
}

function without(rules: readonly Rule[], others: readonly Rule[]): Rule[] {
  const said = new Set(others.map(meaningOf))
  return rules.filter((rule) => !said.has(meaningOf(rule)))
}
