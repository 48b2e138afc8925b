import type { Rule } from '../../contract/permissions.ts'
import type { WordKey } from '../../contract/words/index.ts'
import { type Comparer, comparer, TooComplex } from '../guard/implies.ts'
import { isScalarIn, scalarsBySubject } from '../guard/scalar.ts'
import { abilityFrom, afterImage, type RuleSet } from '../rules/effective.ts'
import type { HeldRule } from '../rules/held.ts'
import { heldRules } from '../rules/held-rules.ts'
import type { Reading } from '../rules/parse.ts'
import { coverRemarks } from './covers.ts'
import { fieldRemarks } from './fields.ts'

/** Something odd about one rule of a list. */
export interface Remark {
  readonly index: number
  readonly code: LintCode
  readonly key: WordKey
  /** Number of another rule. */
  readonly number?: number
  /** Names of fields of the rule's subject. */
  readonly fields?: readonly string[]
}

export type LintCode =
  | 'never'
  | 'gone'
  | 'covered'
  | 'denied'
  | 'exception'
  | 'denyAlone'
  | 'writeUnseen'
  | 'conditionWritable'
  | 'conditionHidden'
  | 'allFields'

/** What remarks are made from: the rules that can be read, each by its place. */
export interface Linted {
  readonly rules: readonly Rule[]
  readonly held: ReadonlyMap<number, HeldRule>
  readonly before: RuleSet
  readonly after: RuleSet
  readonly reading: Reading
  readonly isScalar: ReturnType<typeof scalarsBySubject>
  readonly comparer: Comparer
}

interface Given {
  readonly rules: readonly Rule[]
  /** With placeholders kept as they are. */
  readonly reading: Reading
  /** Places of rules that are wrong, which are said to be so elsewhere. */
  readonly wrong: ReadonlySet<number>
}

/** What is odd about the rules of a group, though it may be saved: rules that do nothing, or hardly what was meant. */
export function lint({ rules, reading, wrong }: Given): Remark[] {
  const placed = rules.flatMap((rule, index) => (wrong.has(index) ? [] : { ...rule, id: String(index) }))
  const held = heldRules([{ id: 0, name: '', rules: placed }], reading)
  const linted: Linted = {
    rules,
    held: new Map(held.map((rule) => [Number(rule.id), rule])),
    before: abilityFrom(held),
    after: abilityFrom(afterImage(held)),
    reading,
    isScalar: scalarsBySubject(isScalarIn(reading.subjects)),
    comparer: comparer(),
  }
  const idle = placed.flatMap(({ id }) => idleRemark(linted, Number(id)) ?? [])
  const skipped = new Set(idle.map(({ index }) => index))
  const remarks = [...idle, ...coverRemarks(linted, skipped), ...fieldRemarks(linted, skipped)]
  return remarks.toSorted((one, other) => one.index - other.index)
}

/** A rule that holds for no record, whoever asks. */
function idleRemark(linted: Linted, index: number): Remark | undefined {
  const rule = linted.held.get(index)
  const { conditions, status } = linted.rules[index] ?? {}
  const isConditional = Object.keys(conditions ?? {}).length > 0
  if (status === 'needs_review') return { index, code: 'gone', key: rule ? 'lint.broken.deny' : 'lint.broken.allow' }
  if (!rule || (isConditional && rule.condition.is === 'always'))
    return { index, code: 'gone', key: rule ? 'lint.gone.deny' : 'lint.gone.allow' }
  return isIdle(linted, rule) ? { index, code: 'never', key: 'lint.never' } : undefined
}

function isIdle({ comparer, isScalar }: Linted, { condition, subject }: HeldRule): boolean {
  try {
    return comparer.isContradictory(condition, isScalar(subject))
  } catch (error) {
    if (error instanceof TooComplex) return false
    throw error
  }
}
