import type { FieldError } from '../../contract/errors.ts'
import { type Rule, type RuleConditions, standardActions } from '../../contract/permissions.ts'
import type { WordKey } from '../../contract/words/index.ts'
import { baseFields, type Resource } from '../../define/resource.ts'
import type { Subjects } from '../../define/subject.ts'
import { parseConditions, type Reading, RuleFault } from './parse.ts'

/** What rules of one audience may speak of: the name of a subject with its actions and fields. */
export interface Speech {
  readonly [subject: string]: { readonly actions: readonly string[]; readonly fields: readonly string[] }
}

/** The words that rules about subjects of another system may use. */
export function speechOfSubjects(subjects: Subjects): Speech {
  return Object.fromEntries(
    Object.values(subjects).map(({ name, actions, fields }) => [
      name,
      { actions: Object.keys(actions), fields: Object.keys(fields) },
    ]),
  )
}

/** The words that rules about resources may use. Passwords are nobody's to read and everybody's to set who may update. */
export function speechOf(subjects: Readonly<Record<string, Resource>>): Speech {
  return Object.fromEntries(
    Object.values(subjects).map((resource) => [
      resource.name,
      {
        actions: [...standardActions, ...Object.keys(resource.actions), ...Object.keys(resource.verbs)],
        fields: [...Object.keys(resource.fields), ...baseFields.filter((name) => name !== 'id')],
      },
    ]),
  )
}

/** One thing wrong with one rule of a list. */
export interface Fault {
  readonly index: number
  readonly code: string
  readonly error: FieldError
}

/** All that is wrong with rules as they would be saved; CASL would take most of it for a grant of everything. */
export function faultsOf(rules: readonly Rule[], speech: Speech, reading: Reading): Fault[] {
  return rules.flatMap((rule, index) =>
    [...nameFaults(rule, speech), ...conditionFaults(rule, reading)].map((fault) => ({
      index,
      code: fault.code,
      error: fault.error,
    })),
  )
}

type Found = Pick<Fault, 'code' | 'error'>

function nameFaults({ actions, subject, fields }: Rule, speech: Speech): Found[] {
  if (subject === 'all') {
    const known = new Set(['manage', ...Object.values(speech).flatMap((one) => one.actions)])
    return [...unknownActions(actions, known), ...(fields ? [found('fields', 'rule.fieldsOfAll')] : [])]
  }
  const one = Object.hasOwn(speech, subject) ? speech[subject] : undefined
  if (!one) return [found('subject', 'rule.subject', { subject })]
  const unknown = (fields ?? []).filter((name) => !one.fields.includes(name))
  return [
    ...unknownActions(actions, new Set(['manage', ...one.actions])),
    ...unknown.map((field) => found('field', 'rule.field', { field })),
  ]
}

function unknownActions(actions: readonly string[], known: ReadonlySet<string>): Found[] {
  return actions.filter((action) => !known.has(action)).map((action) => found('action', 'rule.action', { action }))
}

function conditionFaults({ subject, conditions, check }: Rule, reading: Reading): Found[] {
  return [conditions, check].flatMap((given) => (given ? conditionFault(reading, subject, given) : []))
}

function conditionFault(reading: Reading, subject: string, given: RuleConditions): Found[] {
  if (Object.keys(given).length === 0) return []
  if (subject === 'all') return [found('condition', 'rule.conditionOfAll')]
  try {
    parseConditions(reading, subject, given)
    return []
  } catch (error) {
    if (!(error instanceof RuleFault)) throw error
    return [found(error.code, faultKeys[error.code], { path: error.path })]
  }
}

const faultKeys = {
  shape: 'rule.shape',
  depth: 'rule.depth',
  field: 'rule.condition.field',
  relation: 'rule.relation',
  operator: 'rule.operator',
  value: 'rule.value',
  placeholder: 'rule.placeholder',
} as const satisfies Record<RuleFault['code'], WordKey>

function found(code: string, key: WordKey, params?: Record<string, string>): Found {
  return { code, error: { key, params } }
}
