import type { GroupTest, Rule, Vocabulary } from '@ficha/api/contract'
import { type ConditionNode, readConditions } from './conditionModel.ts'
import { fieldOf, subjectOf, titleKey } from './speech.ts'

/** A record that a rule names by its id. */
export interface NamedRecord {
  resource: string
  id: number
}

interface Speaking {
  rules: readonly Rule[]
  tests?: readonly GroupTest[]
  vocabulary: Vocabulary
}

/** The records that the conditions of rules and tests name, each once. */
export function recordsNamedBy({ rules, tests = [], vocabulary }: Speaking): NamedRecord[] {
  const found = [
    ...rules.flatMap(({ subject, conditions, check }) =>
      [conditions, check].flatMap((given) => inConditions(given, subject, vocabulary)),
    ),
    ...tests.flatMap(({ subject, when, brand }) => [
      ...inConditions(when, subject, vocabulary),
      ...(brand ? [{ resource: 'brand', id: brand }] : []),
    ]),
  ]
  return [...new Map(found.map((record) => [titleKey(record.resource, record.id), record])).values()]
}

function inConditions(given: unknown, subject: string, vocabulary: Vocabulary): NamedRecord[] {
  const group = readConditions(given)
  return group ? inNode(group, subject, vocabulary) : []
}

function inNode(node: ConditionNode, subject: string, vocabulary: Vocabulary): NamedRecord[] {
  switch (node.kind) {
    case 'group':
      return node.parts.flatMap((part) => inNode(part, subject, vocabulary))
    case 'related':
      return inNode(node.of, targetOf(node.through, subject, vocabulary), vocabulary)
    case 'comparison': {
      const resource = fieldOf({ vocabulary }, subject, node.field)?.format.resource
      const ids = [node.value].flat().filter((id) => typeof id === 'number')
      return resource ? ids.map((id) => ({ resource, id })) : []
    }
    case 'opaque':
      return []
  }
}

/** The subject that a relation leads to. */
export function targetOf(through: string, subject: string, vocabulary: Vocabulary): string {
  const relation = subjectOf({ vocabulary }, subject)?.relations.find(({ name }) => name === through)
  return relation?.subject ?? fieldOf({ vocabulary }, subject, through)?.format.resource ?? through
}
