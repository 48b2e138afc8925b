import { implies } from '../../../access/guard/implies.ts'
import { abilityFrom, effective, type RuleSet } from '../../../access/rules/effective.ts'
import type { HeldRule } from '../../../access/rules/held.ts'
import type { ActionImpact, SubjectImpact, SubjectVocabulary, Vocabulary } from '../../../contract/permissions.ts'
import { classOf, raised } from './fields.ts'

/** What changes for the logins of customers: their records are in another system, so that only fields can be told. */
export function platformImpact(
  { subjects }: Vocabulary,
  before: readonly HeldRule[],
  after: readonly HeldRule[],
): SubjectImpact[] {
  const [old, now] = [abilityFrom(before), abilityFrom(after)]
  return subjects.flatMap((words) => {
    const changes = words.actions.flatMap((action) => changeOf(words, action, { old, now }) ?? [])
    return changes.length > 0 ? [{ subject: words.name, label: words.label[1], changes }] : []
  })
}

const none = { count: 0, samples: [] }

function changeOf(
  { name: subject, fields }: SubjectVocabulary,
  { name: action, label }: SubjectVocabulary['actions'][number],
  { old, now }: Record<'old' | 'now', RuleSet>,
): ActionImpact | undefined {
  const [was, is] = [effective(old, action, subject), effective(now, action, subject)]
  const classes = (rules: RuleSet) =>
    new Map(fields.map(({ name }) => [name, classOf(effective(rules, action, subject, name))]))
  const [former, next] = [classes(old), classes(now)]
  const [gained, lost] = [raised(former, next), raised(next, former)]
  if (implies(is, was) && implies(was, is) && gained.length === 0 && lost.length === 0) return undefined
  const told = (names: readonly string[]) =>
    fields.filter(({ name }) => names.includes(name)).map(({ name, label }) => ({ name, label }))
  return {
    action,
    label,
    usersGaining: 0,
    usersLosing: 0,
    rowsGained: none,
    rowsLost: none,
    fieldsGained: told(gained),
    fieldsLost: told(lost),
  }
}
