import type { Person } from '../../../access/person.ts'
import type { Deed } from '../../../access/reach.ts'
import type { RuleBook } from '../../../access/rules/book.ts'
import type { ExplainStep, Rule } from '../../../contract/permissions.ts'
import { fieldsNamed } from '../../../derive/condition-references.ts'
import { conditionSentence } from '../../../derive/words/condition.ts'
import { isConditional } from '../../../derive/words/rule.ts'
import { fieldName, type Speech } from '../../../derive/words/speech.ts'
import type { View } from '../../read.ts'
import type { Asker } from '../asker.ts'
import { type GroupSight, groupSight } from '../people.ts'
import { speechFor } from '../speech.ts'
import type { Trace, TracedRule } from './trace.ts'

interface Stepped {
  readonly traced: Trace
  readonly deed: Deed
  /** Whose rights they are. */
  readonly person: Person
  readonly book: RuleBook
  /** As the reader sees it. */
  readonly record: View | undefined
}

/** The rules of a trace as its reader may know them: of groups whose rules they may not read, of their own, only the reason. */
export async function stepsOf(asker: Asker, { traced, deed, person, book, record }: Stepped): Promise<ExplainStep[]> {
  const groups = [...new Set(traced.rules.map(({ rule }) => rule.group.id))]
  const sight = await groupSight(asker, book, groups)
  const written = new Map<string, Rule>()
  for (const group of groups) {
    for (const rule of book.groups.get(group)?.rules ?? []) if (rule.id !== undefined) written.set(rule.id, rule)
  }
  const spoken = traced.rules.flatMap(({ rule }) => {
    const found = sight.showsRules(rule.group.id) ? written.get(rule.id) : undefined
    return found ? [[found.subject, found.conditions] as const] : []
  })
  const speech = await speechFor(asker, spoken)
  const isOwn = person.user.id === asker.person.user.id
  return traced.rules.map((one) =>
    stepOf(one, { sight, speech, isOwn, deed, record, written: written.get(one.rule.id) }),
  )
}

interface Known {
  readonly sight: GroupSight
  readonly speech: Speech
  readonly isOwn: boolean
  readonly deed: Deed
  readonly record: View | undefined
  /** The rule as it stands in its group. */
  readonly written: Rule | undefined
}

function stepOf({ rule, matched }: TracedRule, { sight, speech, isOwn, deed, record, written }: Known): ExplainStep {
  const { id, name } = rule.group
  const isShown = sight.showsRules(id)
  // One may know the groups one is in.
  const group = { id, name: isOwn ? name : sight.nameOf(id) }
  const conditions = conditionsOf(deed.action, written)
  const isAlways = rule.condition.is === 'always' || !isConditional(conditions)
  return {
    rule: rule.id,
    group,
    inverted: rule.inverted,
    ...(isShown && { condition: isAlways ? null : conditionSentence(speech, rule.subject, conditions) }),
    matched,
    values: isShown && !isAlways && record ? valuesOf(speech, { subject: deed.resource.name, conditions, record }) : [],
    reason: isOwn || isShown ? rule.reason : null,
  }
}

/** What a new record is asked for is what the rule says of it afterwards. */
function conditionsOf(action: string, written: Rule | undefined): Rule['conditions'] {
  return action === 'create' && !written?.inverted ? (written?.check ?? written?.conditions) : written?.conditions
}

interface Valued {
  readonly subject: string
  readonly conditions: NonNullable<Rule['conditions']>
  readonly record: View
}

function valuesOf(speech: Speech, { subject, conditions, record }: Valued): ExplainStep['values'] {
  return fieldsNamed(conditions)
    .filter((field) => Object.hasOwn(record, field))
    .map((field) => ({ field, label: fieldName(speech, subject, field), value: record[field] }))
}
