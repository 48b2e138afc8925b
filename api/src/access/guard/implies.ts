import { all, type Condition } from '../../store/sql/condition.ts'
import { isAnySatisfiable, partsOf, type Question, question, TooComplex, waysOf, work } from './satisfiable.ts'
import type { Shapes } from './shapes.ts'

export { TooComplex }

/**
 * Whether every row that fulfils `a` fulfils `b`, whatever its placeholders stand for. True is certain; false may mean that it
 * cannot be told: what `like`, `under` and orders of texts say is not looked into, and more than 4,096 terms are not looked at.
 * @param isScalar whether a field, `name` or `brand.name`, holds at most one value; left out, only what the conditions show is known
 */
export function implies(a: Condition, b: Condition, isScalar?: Question['isScalar']): boolean {
  return isImplied(a, b, question(isScalar))
}

/** Compares conditions that come up again and again: what is seen of them is seen once. */
export interface Comparer {
  readonly implies: typeof implies
  readonly isContradictory: typeof isContradictory
  /** Whether two conditions are written alike. */
  isAlike(a: Condition, b: Condition): boolean
}

export function comparer(): Comparer {
  const shared = work()
  const { numberOf } = shared.shapes
  const answers = new Map<Question['isScalar'], Map<string, boolean>>()
  return {
    implies(a, b, isScalar) {
      const known = answers.get(isScalar) ?? new Map<string, boolean>()
      answers.set(isScalar, known)
      const key = `${numberOf(a)} ${numberOf(b)}`
      const answer = known.get(key) ?? isImplied(a, b, question(isScalar, { ...shared, looks: 0 }))
      known.set(key, answer)
      return answer
    },
    isContradictory: (condition, isScalar) => isUnsatisfiable(condition, question(isScalar, { ...shared, looks: 0 })),
    isAlike: (a, b) => numberOf(a) === numberOf(b),
  }
}

/** The same, with work that several questions may share. */
export function isImplied(a: Condition, b: Condition, asked: Question): boolean {
  const { numberOf, normal } = asked.work.shapes
  if (a.is === 'never' || b.is === 'always' || numberOf(a) === numberOf(b)) return true
  const [given, wanted] = [normal(a), normal(b)]
  try {
    const refused = normal(wanted, true)
    const { ways, rest } = split(given)
    const open = ways.filter((way) => !isPlain(all([way, ...rest]), wanted, numberOf))
    return !isAnySatisfiable(open, [...rest, refused], asked)
  } catch (error) {
    if (error instanceof TooComplex) return false
    throw error
  }
}

/**
 * Whether no row can fulfil a condition. True is certain.
 * @throws TooComplex
 */
export function isContradictory(condition: Condition, isScalar?: Question['isScalar']): boolean {
  return isUnsatisfiable(condition, question(isScalar))
}

function isUnsatisfiable(condition: Condition, asked: Question): boolean {
  const { ways, rest } = split(asked.work.shapes.normal(condition))
  return !isAnySatisfiable(ways, rest, asked)
}

/** The ways to fulfil a condition, of which each can be told alone, and what it demands besides. */
function split(condition: Condition): { ways: readonly Condition[]; rest: readonly Condition[] } {
  if (condition.is !== 'all') return { ways: waysOf(condition), rest: [] }
  const [most] = condition.of.filter(({ is }) => is === 'any').sort((a, b) => waysOf(b).length - waysOf(a).length)
  if (!most) return { ways: [condition], rest: [] }
  return { ways: waysOf(most), rest: condition.of.filter((part) => part !== most) }
}

/** Whether it can be seen from how the conditions are written. */
function isPlain(a: Condition, b: Condition, numberOf: Shapes['numberOf']): boolean {
  const given = new Set(partsOf(a).map(numberOf))
  const isGiven = (part: Condition): boolean => {
    if (part.is === 'all') return part.of.every(isGiven)
    return given.has(numberOf(part)) || (part.is === 'any' && part.of.some(isGiven))
  }
  return isGiven(b)
}
