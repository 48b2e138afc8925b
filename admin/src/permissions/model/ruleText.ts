import type { Rule, WordKey } from '@ficha/api/contract'
import type { DraftRule } from './ruleEdits.ts'

/** The keys of a rule that a person writes, in their order. */
const keys = ['actions', 'subject', 'fields', 'conditions', 'check', 'inverted', 'reason'] as const

type Key = (typeof keys)[number]

/** A rule as JSON for experts: what says nothing is left out, and so is what the API gives. */
export function writeRule(rule: Rule): string {
  const said = keys.filter((key) => rule[key] !== null && rule[key] !== undefined && rule[key] !== false)
  return JSON.stringify(Object.fromEntries(said.map((key) => [key, rule[key]])), null, 2)
}

/** What is said of a text that is no rule. */
export interface TextProblem {
  key: WordKey
  params?: Record<string, string>
}

/** A rule read from its text, over the one it was; keys that are left out say nothing. */
export function readRule(text: string, { unreadable: _text, ...former }: DraftRule): DraftRule | TextProblem {
  const given = parse(text)
  if (given === undefined) return { key: 'permission.json.syntax' }
  if (!isObject(given)) return { key: 'permission.json.object' }
  const unknown = Object.keys(given).find((key) => !keys.some((known) => known === key))
  if (unknown !== undefined) return { key: 'permission.json.unknown', params: { key: unknown } }
  const wrong = keys.find((key) => !shapes[key](given[key]))
  if (wrong) return { key: shapeTexts[wrong], params: { key: wrong } }
  // Each key has the shape that was just checked.
  const read = given as Partial<Rule>
  const same = keys.filter((key) => key in former || read[key] !== undefined)
  const values = same.map((key) => [key, read[key] ?? (key === 'inverted' ? false : null)])
  return { ...former, ...('status' in former && { status: 'ok' as const }), ...Object.fromEntries(values) }
}

/** Whether the text was no rule. */
export function isProblem(read: DraftRule | TextProblem): read is TextProblem {
  return 'key' in read
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function isObject(given: unknown): given is Readonly<Record<string, unknown>> {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

const isNames = (given: unknown) =>
  Array.isArray(given) && given.length > 0 && given.every((name) => typeof name === 'string' && name !== '')
const isNothing = (given: unknown) => given === undefined || given === null
const isCondition = (given: unknown) => isNothing(given) || isObject(given)

/** What CASL would take for something else: an empty list of fields is all of them, a text "false" is true. */
const shapes: Readonly<Record<Key, (given: unknown) => boolean>> = {
  actions: isNames,
  subject: (given) => typeof given === 'string' && given !== '',
  fields: (given) => isNothing(given) || isNames(given),
  conditions: isCondition,
  check: isCondition,
  inverted: (given) => given === undefined || typeof given === 'boolean',
  reason: (given) => isNothing(given) || typeof given === 'string',
}

const shapeTexts = {
  actions: 'permission.json.names',
  subject: 'permission.json.text',
  fields: 'permission.json.namesOrNull',
  conditions: 'permission.json.condition',
  check: 'permission.json.condition',
  inverted: 'permission.json.boolean',
  reason: 'permission.json.text',
} as const satisfies Record<Key, WordKey>
