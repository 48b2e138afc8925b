import { all, type Condition, not } from '../../store/sql/condition.ts'
import { contradicts, type Facts, type Judge, learn } from './facts.ts'
import { type Known, nothingKnown } from './known.ts'
import { type Literal, numberIn } from './literal.ts'
import { alwaysNode, choicesOf, demandsOf, type Junction, junction, type Node, neverNode } from './nodes.ts'
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
}

/** What several questions share. */
export interface Work {
  looks: number
  readonly shapes: Shapes
  /** For each way to tell how many values fields have, and for the rows that each path leads to. */
  readonly grounds: Map<Question['isScalar'], Map<string, Ground>>
}

/** What is worked out about the rows in question. */
interface Ground {
  /** Whether some row may fulfil a condition, by the number of the condition. */
  readonly answers: Map<number, boolean>
  /** What follows from facts begins here. */
  readonly nothing: Known
  /** What a turn of reducing found of leaves, by their numbers: the turn with its verdict in the last digit. */
  readonly verdicts: number[]
  turns: number
}

export function work(): Work {
  return { looks: 0, shapes: shapes(), grounds: new Map() }
}

/** A question about rows of a resource. Relations lead to fields of others: `brand.name`. */
export function question(isScalar?: Question['isScalar'], shared: Work = work()): Question {
  return { isScalar, path: '', spent: { terms: 0 }, work: shared }
}

/**
 * Whether some row may fulfil normal conditions, all of them. True as well when nobody can say.
 * @throws TooComplex
 */
export function isSatisfiable(conditions: readonly Condition[], asked: Question): boolean {
  const open = conditions.flatMap((condition) => demandsOf(asked.work.shapes.nodeOf(condition)))
  const ground = groundOf(asked)
  return search({ facts: new Map(), open }, { asked, ground, judge: judgeOf(asked, ground) })
}

/**
 * Whether some row may fulfil any of some normal conditions, and all of others. True as well when nobody can say.
 * @throws TooComplex
 */
export function isAnySatisfiable(ways: readonly Condition[], rest: readonly Condition[], asked: Question): boolean {
  const { nodeOf } = asked.work.shapes
  const ground = groundOf(asked)
  const within = { asked, ground, judge: judgeOf(asked, ground) }
  const cases = ways.map((way) => new Set(demandsOf(nodeOf(way))))
  const shared = [...(cases[0] ?? [])].filter((part) => cases.every((parts) => parts.has(part)))
  const open = [...shared, ...rest.flatMap((one) => demandsOf(nodeOf(one)))]
  const settled = settle({ facts: new Map(), open }, within)
  const left = cases.flatMap((parts) => spread([...parts].filter((part) => !shared.includes(part))))
  return settled !== undefined && searchAny(settled, left, within)
}

/** A case for each way of the only part that has several. Which of many is to be tried first depends on what else is known. */
function spread(parts: readonly Node[]): (readonly Node[])[] {
  const [one, ...more] = parts.filter(({ is }) => is === 'any')
  if (!one || more.length > 0) return [parts]
  const others = parts.filter((part) => part !== one)
  return choicesOf(one).map((choice) => [...demandsOf(choice), ...others])
}

/** Takes as a fact what most of the cases have in common, once for all of them. */
function searchAny(state: State, cases: readonly (readonly Node[])[], within: Search): boolean {
  const common = mostCommon(cases)
  if (!common) return cases.some((parts) => search({ ...state, open: [...parts, ...state.open] }, within))
  const having = cases.filter((parts) => parts.includes(common))
  const settled = settle({ ...state, open: [common, ...state.open] }, within)
  const left = having.map((parts) => parts.filter((part) => part !== common))
  if (settled && searchAny(settled, left, within)) return true
  const others = cases.filter((parts) => !parts.includes(common))
  return others.length > 0 && searchAny(state, others, within)
}

/** The literal that most of the cases demand, at least two of them. */
function mostCommon(cases: readonly (readonly Node[])[]): Literal | undefined {
  const counts = new Map<Literal, number>()
  let found: Literal | undefined
  let most = 1
  for (const part of cases.flat()) {
    if (part.is !== 'literal') continue
    const count = (counts.get(part) ?? 0) + 1
    counts.set(part, count)
    if (count > most) [found, most] = [part, count]
  }
  return found
}

interface Search {
  asked: Question
  ground: Ground
  judge: Judge
}

function judgeOf(asked: Question, { nothing }: Ground): Judge {
  const { numberOf, normal, literalOf } = asked.work.shapes
  return {
    nothing,
    literalOf,
    isScalar: (field) => asked.isScalar?.(asked.path + field),
    canRelate({ through, of }, none) {
      const others = none.flatMap((leaf) => (leaf.is === 'related' && leaf.through === through ? leaf.of : []))
      const condition = all([of, ...others.map(not)])
      const there = { ...asked, path: `${asked.path}${through}.` }
      const { answers } = groundOf(there)
      const number = numberOf(condition)
      const answer = answers.get(number) ?? isSatisfiable([normal(condition)], there)
      answers.set(number, answer)
      return answer
    },
  }
}

function groundOf({ isScalar, path, work: { grounds } }: Question): Ground {
  const paths = grounds.get(isScalar) ?? new Map<string, Ground>()
  grounds.set(isScalar, paths)
  const ground = paths.get(path) ?? { answers: new Map(), nothing: nothingKnown(), verdicts: [], turns: 0 }
  paths.set(path, ground)
  return ground
}

/** Facts, and what is open, reduced to them. */
interface State {
  readonly facts: Facts
  readonly open: readonly Node[]
}

/** Takes as facts what must be, and tries one way after the other where several are open. */
function search(state: State, within: Search): boolean {
  if (++within.asked.spent.terms > maxTerms) throw new TooComplex()
  const settled = settle(state, within)
  if (!settled) return false
  const { facts, open } = settled
  const fewest = fewestChoices(open)
  if (!fewest) return true
  const rest = open.filter((part) => part !== fewest)
  return choicesOf(fewest).some((choice) => search({ facts, open: [...demandsOf(choice), ...rest] }, within))
}

/** Takes literals for facts until there are none open; undefined when that cannot be. */
function settle({ facts, open: given }: State, within: Search): State | undefined {
  const known = new Map(facts)
  let open = given
  for (;;) {
    const news = new Set<string>()
    const undecided: Node[] = []
    for (const part of open) {
      if (part.is === 'never') return undefined
      if (part.is !== 'literal') {
        undecided.push(part)
        continue
      }
      if (contradicts(known, part, within.judge)) return undefined
      learn(known, part, within.judge)
      news.add(part.about)
    }
    if (news.size === 0) return { facts: known, open }
    const reduce = reducing(known, news, within)
    open = undecided.flatMap((part) => demandsOf(reduce(part)))
  }
}

function fewestChoices(parts: readonly Node[]): Node | undefined {
  let [found] = parts
  for (const part of parts) {
    if (found && choicesOf(part).length < choicesOf(found).length) found = part
  }
  return found
}

/** Gives what of a node is still open when the facts are known; `news` names what it was not yet reduced to. */
function reducing(facts: Facts, news: ReadonlySet<string>, { asked, ground, judge }: Search) {
  const { verdicts } = ground
  ground.turns += 1
  const turn = ground.turns * 3

  /** 0: open, 1: does not hold, 2: holds. */
  const verdictOn = (literal: Literal): number => {
    const number = numberIn(literal)
    const kept = (verdicts[number] ?? 0) - turn
    if (kept >= 0) return kept
    const verdict = news.has(literal.about) ? lookedAt(literal) : 0
    verdicts[number] = turn + verdict
    return verdict
  }

  const lookedAt = (literal: Literal): number => {
    if (++asked.work.looks > maxLooks) throw new TooComplex()
    const verdict = verdictOf(facts, literal, judge)
    return verdict === undefined ? 0 : verdict ? 2 : 1
  }

  const reduce = (node: Node): Node => {
    if (node.is === 'literal') {
      const verdict = verdictOn(node)
      return verdict === 0 ? node : (verdict === 2) === node.holds ? alwaysNode : neverNode
    }
    return (node.is === 'all' || node.is === 'any') && isTouched(node, news) ? reduceParts(node) : node
  }

  const reduceParts = (node: Junction): Node => {
    const decisive = node.is === 'all' ? 'never' : 'always'
    let changed: Node[] | undefined
    let at = 0
    for (const part of node.of) {
      const reduced = reduce(part)
      if (reduced.is === decisive) return reduced
      if (reduced !== part) changed ??= node.of.slice(0, at)
      changed?.push(reduced)
      at++
    }
    return changed ? junction(node.is, changed, node.abouts) : node
  }

  return reduce
}

function isTouched({ abouts }: Junction, news: ReadonlySet<string>): boolean {
  for (const name of news) if (abouts.has(name)) return true
  return false
}

/** Whether the leaf of a literal holds for sure or for sure does not; undefined when it may or may not. */
function verdictOf(facts: Facts, literal: Literal, judge: Judge): boolean | undefined {
  if (contradicts(facts, literal, judge)) return !literal.holds
  return contradicts(facts, literal.opposite, judge) ? literal.holds : undefined
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
