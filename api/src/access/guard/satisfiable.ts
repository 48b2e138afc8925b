import { all, always, any, type Condition, never, not } from '../../store/sql/condition.ts'
import { contradicts, type Facts, type Judge, learn } from './facts.ts'
import { aboutOf, type Leaf, leafOf, literalOf } from './literal.ts'
import { type Shapes, shapes } from './shapes.ts'

/** Conditions have more terms than can be looked at one by one. */
export class TooComplex extends Error {}

const maxTerms = 4096

/** How often a leaf is held against what is known, for all questions that share the work: about a second. */
const maxLooks = 200_000

/** What one question is answered with. */
export interface Question {
  /** Left out, a field may hold several values unless it is asked for what only one can be. */
  readonly isScalar?: (path: string) => boolean
  /** The relations that lead to the rows in question: `brand.`, or nothing. */
  readonly path: string
  readonly spent: { terms: number }
  readonly work: Work
  readonly answers: Map<string, boolean>
}

/** What several questions share. */
export interface Work {
  looks: number
  readonly shapes: Shapes
}

export function work(): Work {
  return { looks: 0, shapes: shapes() }
}

/** A question about rows of a resource. Relations lead to fields of others: `brand.name`. */
export function question(isScalar?: Question['isScalar'], shared: Work = work()): Question {
  return { isScalar, path: '', spent: { terms: 0 }, work: shared, answers: new Map() }
}

/**
 * Whether some row may fulfil a normal condition. True as well when nobody can say.
 * @throws TooComplex
 */
export function isSatisfiable(condition: Condition, asked: Question): boolean {
  return condition.is !== 'never' && search(new Map(), partsOf(condition), { asked, judge: judgeOf(asked) })
}

interface Search {
  asked: Question
  judge: Judge
}

function judgeOf(asked: Question): Judge {
  const { numberOf, normal } = asked.work.shapes
  return {
    numberOf,
    isScalar: (field) => asked.isScalar?.(asked.path + field),
    canRelate({ through, of }, none) {
      const others = none.flatMap((leaf) => (leaf.is === 'related' && leaf.through === through ? leaf.of : []))
      const condition = all([of, ...others.map(not)])
      const path = `${asked.path}${through}.`
      const key = `${path} ${numberOf(condition)}`
      const answer = asked.answers.get(key) ?? isSatisfiable(normal(condition), { ...asked, path })
      asked.answers.set(key, answer)
      return answer
    },
  }
}

/** Takes as facts what must be, and tries one way after the other where several are open. `parts` are reduced to the facts. */
function search(facts: Facts, parts: readonly Condition[], within: Search): boolean {
  if (++within.asked.spent.terms > maxTerms) throw new TooComplex()
  const known = new Map(facts)
  let open = parts
  for (;;) {
    const news = new Set<string>()
    for (const literal of open.flatMap((part) => literalOf(part) ?? [])) {
      if (contradicts(known, literal, within.judge)) return false
      learn(known, literal, within.judge)
      news.add(aboutOf(literal.leaf))
    }
    if (news.size === 0) break
    const reduce = reducing(known, news, within)
    open = open.filter((part) => !literalOf(part)).flatMap((part) => partsOf(reduce(part)))
    if (open.some(({ is }) => is === 'never')) return false
  }
  const fewest = fewestWays(open)
  if (!fewest) return true
  const rest = open.filter((part) => part !== fewest)
  return waysOf(fewest).some((way) => search(known, [...partsOf(way), ...rest], within))
}

function fewestWays(parts: readonly Condition[]): Condition | undefined {
  let found: { part: Condition; ways: number } | undefined
  for (const part of parts) {
    const ways = waysOf(part).length
    if (!found || ways < found.ways) found = { part, ways }
  }
  return found?.part
}

/** Gives what of a condition is still open when the facts are known; `news` names what it was not yet reduced to. */
function reducing(facts: Facts, news: ReadonlySet<string>, { asked, judge }: Search) {
  const verdicts = new Map<number, boolean | undefined>()

  const verdictOn = (leaf: Leaf): boolean | undefined => {
    const number = judge.numberOf(leaf)
    if (verdicts.has(number)) return verdicts.get(number)
    if (++asked.work.looks > maxLooks) throw new TooComplex()
    const verdict = verdictOf(facts, leaf, judge)
    verdicts.set(number, verdict)
    return verdict
  }

  const reduce = (condition: Condition): Condition => {
    if (condition.is === 'all' || condition.is === 'any') {
      const parts = condition.of.map(reduce)
      if (condition.of.every((part, at) => part === parts[at])) return condition
      return condition.is === 'all' ? all(parts) : any(parts)
    }
    const leaf = leafOf(condition)
    const verdict = leaf && news.has(aboutOf(leaf)) ? verdictOn(leaf) : undefined
    if (verdict === undefined) return condition
    return verdict === (condition.is !== 'not') ? always : never
  }

  return reduce
}

/** Whether a leaf holds for sure or for sure does not; undefined when it may or may not. */
function verdictOf(facts: Facts, leaf: Leaf, judge: Judge): boolean | undefined {
  if (contradicts(facts, { leaf, holds: true }, judge)) return false
  return contradicts(facts, { leaf, holds: false }, judge) ? true : undefined
}

/** What a condition demands, one by one. */
export function partsOf(condition: Condition): readonly Condition[] {
  if (condition.is === 'always') return []
  return condition.is === 'all' ? condition.of.flatMap(partsOf) : [condition]
}

/** The ways in which a condition can be fulfilled. */
export function waysOf(condition: Condition): readonly Condition[] {
  return condition.is === 'any' ? condition.of.flatMap(waysOf) : [condition]
}
