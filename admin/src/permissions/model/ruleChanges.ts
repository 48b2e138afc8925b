import type { Rule } from '@ficha/api/contract'
import { isConditional } from './matrixModel.ts'

/** What makes one list of rules another one. */
export type RuleChange =
  | { kind: 'rule-added' | 'rule-removed'; rule: Rule }
  | { kind: 'rule-changed'; former: Rule; rule: Rule }

/** What became of rules, by their ids; their order says nothing, since a denial wins wherever it stands. */
export function ruleChanges(former: readonly Rule[], present: readonly Rule[]): RuleChange[] {
  const idIn = (rules: readonly Rule[], id: string | undefined) =>
    rules.find((rule) => id !== undefined && rule.id === id)
  const changes = present.flatMap((rule): RuleChange[] => {
    const before = idIn(former, rule.id)
    if (!before) return [{ kind: 'rule-added', rule }]
    return meaningOf(before) === meaningOf(rule) ? [] : [{ kind: 'rule-changed', former: before, rule }]
  })
  const gone = former.filter(({ id }) => !idIn(present, id))
  return [...changes, ...gone.map((rule): RuleChange => ({ kind: 'rule-removed', rule }))]
}

/** What a rule says, whatever it is called and in whatever order it names actions and fields. */
export function meaningOf({ subject, actions, fields, conditions, check, inverted = false, reason }: Rule): string {
  return JSON.stringify([
    subject,
    [...actions].sort(),
    fields ? [...fields].sort() : null,
    isConditional(conditions) ? conditions : null,
    check ?? null,
    inverted,
    reason ?? null,
  ])
}
