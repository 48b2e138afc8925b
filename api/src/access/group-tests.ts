import type { GroupTest, Rule } from '../contract/permissions.ts'
import { all, always, type Condition } from '../store/sql/condition.ts'
import { implies, isContradictory, TooComplex } from './guard/implies.ts'
import { isScalarIn } from './guard/scalar.ts'
import { type RuleBook, symbolicReading } from './rules/book.ts'
import { abilityFrom, afterImage, effective, type RuleSet, rulesAbout } from './rules/effective.ts'
import { heldRules } from './rules/held-rules.ts'
import { parseConditions, type Reading, RuleFault, unresolved } from './rules/parse.ts'
import { suits } from './rules/placeholders.ts'
import type { Speech } from './rules/validate.ts'

/** A group with the sentences that must stay true of it. */
export interface Tested {
  readonly rules: readonly Rule[]
  readonly tests: readonly GroupTest[]
  readonly speech: Speech
  /** How conditions are read for somebody of a brand, or of none. */
  readonly reading: (brand: number | null) => Reading
}

/** What came of one test. */
export interface TestOutcome {
  readonly index: number
  readonly passed: boolean
  /**
   * `holds`; `unknown`: it names what is not there; `impossible`: no record can be like that; `nothing`: no rule allows it;
   * `depends`: it is so of some such records only; `granted`: a rule allows it to some; `complex`: it cannot be told.
   */
  readonly why: 'holds' | 'unknown' | 'impossible' | 'nothing' | 'depends' | 'granted' | 'complex'
  /** Places of the rules that speak about it, the strongest first. */
  readonly rules: readonly number[]
}

/**
 * Runs the tests of a group on its rules alone. Somebody can, when every record that is as the test says is one on which they are
 * allowed; they cannot, when none is. What is true of some of them alone passes neither.
 */
export function runTests(tested: Tested): TestOutcome[] {
  const sets = new Map<number | null, Images>()
  return tested.tests.map((test, index) => {
    const brand = test.brand ?? null
    const images = sets.get(brand) ?? imagesFor(tested, brand)
    sets.set(brand, images)
    return { index, ...outcomeOf(tested, test, images) }
  })
}

/** How conditions are read for a person of a brand of whom no more is known. */
export function readingOfBrand(book: RuleBook, brand: number | null): Reading {
  const symbolic = symbolicReading(book)
  return {
    ...symbolic,
    placeholder: (name, field) => {
      if (name !== 'user.brand') return symbolic.placeholder(name, field)
      return suits(name, field) ? (brand ?? unresolved) : undefined
    },
  }
}

interface Images {
  readonly before: RuleSet
  readonly after: RuleSet
  readonly reading: Reading
}

function imagesFor({ rules, reading: readingOf }: Tested, brand: number | null): Images {
  const reading = readingOf(brand)
  const placed = rules.map((rule, index) => ({ ...rule, id: String(index) }))
  const held = heldRules([{ id: 0, name: '', rules: placed }], reading)
  return { before: abilityFrom(held), after: abilityFrom(afterImage(held)), reading }
}

type Found = Omit<TestOutcome, 'index'>

function outcomeOf({ speech }: Tested, test: GroupTest, { before, after, reading }: Images): Found {
  const { action, subject, can } = test
  const field = test.field ?? undefined
  const when = conditionOf(test, speech, reading)
  if (!when) return { passed: false, why: 'unknown', rules: [] }
  // A record that is not there yet is judged by what it has become.
  const set = action === 'create' ? after : before
  const rules = rulesAbout(set, action, subject, field).map(({ id }) => Number(id))
  const allowed = effective(set, action, subject, field)
  const isScalar = (path: string) => isScalarIn(reading.subjects)(subject, path)
  try {
    if (isContradictory(when, isScalar)) return { passed: false, why: 'impossible', rules: [] }
    if (can && implies(when, allowed, isScalar)) return { passed: true, why: 'holds', rules }
    const isNever = isContradictory(all([when, allowed]), isScalar)
    if (can) return { passed: false, why: isNever ? 'nothing' : 'depends', rules }
    return isNever ? { passed: true, why: 'holds', rules } : { passed: false, why: 'granted', rules }
  } catch (error) {
    if (error instanceof TooComplex) return { passed: false, why: 'complex', rules }
    throw error
  }
}

/** What is known of the record; undefined where the test names what is not there. */
function conditionOf({ action, subject, field, when }: GroupTest, speech: Speech, reading: Reading) {
  const known = Object.hasOwn(speech, subject) ? speech[subject] : undefined
  if (!known?.actions.includes(action)) return undefined
  if (field !== null && field !== undefined && !known.fields.includes(field)) return undefined
  return when ? readOf(reading, subject, when) : always
}

function readOf(reading: Reading, subject: string, when: NonNullable<GroupTest['when']>): Condition | undefined {
  try {
    const condition = parseConditions(reading, subject, when)
    return condition === unresolved ? { is: 'never' } : condition
  } catch (error) {
    if (error instanceof RuleFault) return undefined
    throw error
  }
}
