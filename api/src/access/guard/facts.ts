import { type Known, learned } from './known.ts'
import { type FieldLeaf, isOpaque, type Leaf, type Literal, numberIn } from './literal.ts'
import { isComparison, isEmpty, isWithin, onlyValue, rangesOf } from './ranges.ts'
import { type Value, type Values, valuesOf } from './values.ts'

/** What is assumed of one row, by the field or relation it is about. */
export type Facts = ReadonlyMap<string, Known>

/** What facts are judged by. */
export interface Judge {
  /** What is known of a field or relation before anything is assumed. */
  readonly nothing: Known
  literalOf(leaf: Leaf, holds: boolean): Literal
  /** Whether a field has at most one value, so that two different ones contradict each other; undefined when nobody knows. */
  isScalar(field: string): boolean | undefined
  /** Whether a record at the other end of a relation can fulfil one condition and none of others. */
  canRelate(leaf: Extract<Leaf, { is: 'related' }>, none: readonly Leaf[]): boolean
}

/** Whether a literal cannot be true together with the facts. */
export function contradicts(facts: Facts, literal: Literal, judge: Judge): boolean {
  const known = facts.get(literal.place) ?? judge.nothing
  const kept = known.refusals.get(literal.code)
  if (kept !== undefined) return kept
  const same = factAlike(known, literal)
  if (!same && isOpaque(literal.leaf)) {
    const fact = filled(literal, judge)
    return fact !== undefined && contradicts(facts, fact, judge)
  }
  const refused = same ? same.holds !== literal.holds : !canHold([...known.literals, literal], judge)
  known.refusals.set(literal.code, refused)
  return refused
}

/** Takes a literal among the facts, which it does not contradict; once. */
export function learn(facts: Map<string, Known>, literal: Literal, judge: Judge): void {
  const known = facts.get(literal.place) ?? judge.nothing
  if (factAlike(known, literal)) return
  facts.set(literal.place, learned(known, literal))
  const fact = filled(literal, judge)
  if (fact) learn(facts, fact, judge)
}

function factAlike({ literals }: Known, literal: Literal): Literal | undefined {
  return literals.find((fact) => numberIn(fact) === numberIn(literal))
}

const fills = new WeakMap<FieldLeaf, FieldLeaf>()

/** What holds of an empty field says that it is empty, and nothing else: one whose words nobody looks into is filled. */
function filled({ leaf, holds }: Literal, judge: Judge): Literal | undefined {
  if (!holds || leaf.is !== 'field' || !isOpaque(leaf)) return undefined
  const empty: FieldLeaf = fills.get(leaf) ?? { is: 'field', field: leaf.field, operator: 'null' }
  fills.set(leaf, empty)
  return judge.literalOf(empty, false)
}

/** Whether literals about one field or relation can hold of one row. */
function canHold(literals: readonly Literal[], judge: Judge): boolean {
  const [first, ...more] = literals
  if (first && more.length === 0) return canHoldAlone(first, judge)
  const isFilled = literals.some(({ leaf, holds }) => saysEmpty(leaf) !== holds)
  if (literals.some(({ leaf, holds }) => saysEmpty(leaf) && holds)) return !isFilled
  if (!isFilled) return true
  const about = literals.filter((literal): literal is Literal<FieldLeaf> => literal.leaf.is === 'field')
  if (about.length < literals.length && !canRelate(literals, judge)) return false
  return (judge.isScalar(about[0]?.leaf.field ?? '') ?? showsOne(about)) ? hasValue(about) : hasValues(about)
}

/** A comparison can always hold of something, but with one of no values. */
function canHoldAlone({ leaf, holds }: Literal, judge: Judge): boolean {
  if (!holds || leaf.is === 'search') return true
  return leaf.is === 'related' ? judge.canRelate(leaf, []) : valuesOf(leaf)?.all.size !== 0
}

function canRelate(literals: readonly Literal[], judge: Judge): boolean {
  const none = literals.flatMap(({ leaf, holds }) => (holds ? [] : leaf))
  return literals.every(({ leaf, holds }) => leaf.is !== 'related' || !holds || judge.canRelate(leaf, none))
}

function saysEmpty(leaf: Leaf): boolean {
  return leaf.is === 'field' && leaf.operator === 'null'
}

/** Only fields of one value have an order, or are true or false. */
function showsOne(literals: readonly Literal<FieldLeaf>[]): boolean {
  return literals.some(({ leaf }) => {
    const values = valuesOf(leaf)?.all
    return isComparison(leaf) || values?.has(true) || values?.has(false)
  })
}

/** Whether one value can be all that is said of it. */
function hasValue(literals: readonly Literal<FieldLeaf>[]): boolean {
  const ranges = rangesOf(literals)
  const { wanted, refused } = setsOf(literals)
  const fits = (value: Value) => !refused.some(({ all }) => all.has(value)) && isWithin(ranges, value)
  for (const range of ranges.values()) {
    const only = onlyValue(range)
    if (isEmpty(range) || (only !== undefined && !fits(only))) return false
  }
  if (wanted.length === 0) {
    const isTruth = refused.some(({ all }) => all.has(true) || all.has(false))
    return !isTruth || fits(true) || fits(false)
  }
  // An unknown value may turn out to be any other.
  const certain = wanted.filter(({ unknown }) => !unknown.some(fits)).sort((a, b) => a.all.size - b.all.size)
  const [narrowest] = certain
  if (!narrowest) return true
  for (const value of narrowest.all) {
    if (typeof value !== 'symbol' && fits(value) && certain.every(({ all }) => all.has(value))) return true
  }
  return false
}

/** The same of a field with any number of values: each that is wanted may be another. */
function hasValues(literals: readonly Literal<FieldLeaf>[]): boolean {
  const { wanted, refused } = setsOf(literals)
  return wanted.every(({ all }) => {
    for (const value of all) if (!refused.some((values) => values.all.has(value))) return true
    return false
  })
}

function setsOf(literals: readonly Literal<FieldLeaf>[]): Record<'wanted' | 'refused', Values[]> {
  const of = (wanted: boolean) => literals.flatMap(({ leaf, holds }) => (holds === wanted && valuesOf(leaf)) || [])
  return { wanted: of(true), refused: of(false) }
}
