import type { GroupChange, Rule } from '../../../contract/permissions.ts'
import { say } from '../../../contract/words/index.ts'
import type { Resource } from '../../../define/resource.ts'
import { Labels } from '../../../derive/labels.ts'
import { ruleSentence } from '../../../derive/words/rule.ts'
import { type Speech, titleKey } from '../../../derive/words/speech.ts'
import type { Values } from '../../settle.ts'

/** What changes between the rules of a group and those of a file. Their order says nothing. */
export function ruleChanges(speech: Speech, before: readonly Rule[], after: readonly Rule[]): GroupChange[] {
  const { removed, added } = difference(before, after)
  const text = (rule: Rule) => ruleSentence(speech, rule)
  const changes: GroupChange[] = []
  for (const rule of added) {
    const at = removed.findIndex((one) => subjectKey(one) === subjectKey(rule))
    const [former] = at < 0 ? [] : removed.splice(at, 1)
    changes.push(
      former
        ? {
            kind: 'rule-changed',
            text: say(speech.language, 'import.ruleChanged', { from: text(former), to: text(rule) }),
          }
        : { kind: 'rule-added', text: text(rule) },
    )
  }
  return [...changes, ...removed.map((rule) => ({ kind: 'rule-removed' as const, text: text(rule) }))]
}

/** The rules of a file with the ids of those that are there already and stay as they are. */
export function keepingIds(before: readonly Rule[], after: readonly Rule[]): Rule[] {
  const open = [...before]
  return after.map((rule) => {
    const at = open.findIndex((one) => ruleKey(one) === ruleKey(rule))
    const [kept] = at < 0 ? [] : open.splice(at, 1)
    return kept?.id === undefined ? rule : { ...rule, id: kept.id }
  })
}

function difference(before: readonly Rule[], after: readonly Rule[]): { removed: Rule[]; added: Rule[] } {
  const removed = [...before]
  const added = after.filter((rule) => {
    const at = removed.findIndex((one) => ruleKey(one) === ruleKey(rule))
    if (at >= 0) removed.splice(at, 1)
    return at < 0
  })
  return { removed, added }
}

const subjectKey = ({ subject, actions, inverted = false }: Rule) => sorted([subject, actions, inverted])

function ruleKey({ actions, subject, fields, conditions, check, inverted, reason, status }: Rule): string {
  return sorted([
    [...actions].sort(),
    subject,
    fields ? [...fields].sort() : null,
    conditions ?? null,
    check ?? null,
    inverted ?? false,
    reason || null,
    status ?? 'ok',
  ])
}

/** JSON in which the order of keys says nothing. */
export function sorted(value: unknown): string {
  return JSON.stringify(value, (_, given: unknown) =>
    typeof given === 'object' && given !== null && !Array.isArray(given)
      ? Object.fromEntries(Object.entries(given).toSorted(([one], [other]) => (one < other ? -1 : 1)))
      : given,
  )
}

/** What changes of the other fields. */
export function fieldChanges(
  speech: Speech,
  resource: Resource,
  { before, after }: Record<'before' | 'after', Values>,
): GroupChange[] {
  const labels = new Labels(speech.language)
  return Object.entries(after)
    .filter(([name, value]) => sorted(value ?? null) !== sorted(before[name] ?? null))
    .map(([name, value]) => {
      const field = resource.fields[name]
      const label = field ? labels.field(resource.name, name, field) : name
      return {
        kind: 'field' as const,
        text: say(speech.language, 'import.field', { label, value: shown(speech, name, value) }),
      }
    })
}

function shown({ language, titles }: Speech, name: string, value: unknown): string {
  if (value === null || value === undefined || value === '') return say(language, 'kind.empty')
  if (typeof value === 'boolean') return say(language, value ? 'kind.yes' : 'kind.no')
  if (name === 'brand') return titles?.get(titleKey('brand', value)) ?? `#${value}`
  return Array.isArray(value) ? String(value.length) : String(value)
}
