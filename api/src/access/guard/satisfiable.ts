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
  readonly answers: Map<string, boolean>
}

/** What several questions share. */
export interface Work {
  looks: number
  readonly shapes: Shapes
  /** What follows from facts, for each way to tell how many values fields have, and for the rows that each path leads to. */
  readonly known: Map<Question['isScalar'], Map<string, Known>>
}

export function work(): Work {
  return { looks: 0, shapes: shapes(), known: new Map() }
}

/** A question about rows of a resource. Relations lead to fields of others: `brand.name`. */
export function question(isScalar?: Question['isScalar'], shared: Work = work()): Question {
  return { isScalar, path: '', spent: { terms: 0 }, work: shared, answers: new Map() }
}

/**
 * Whether some row may fulfil normal conditions, all of them. True as well when nobody can say.
 * @throws TooComplex
 */
export function isSatisfiable(conditions: readonly Condition[], asked: Question): boolean {
  const parts = conditions.flatMap((condition) => demandsOf(asked.work.shapes.nodeOf(condition)))
  return !parts.some(({ is }) => is === 'never') && search(new Map(), parts, { asked, judge: judgeOf(asked) })
}

interface Search {
  asked: Question
  judge: Judge
}

function judgeOf(asked: Question): Judge {
  const { numberOf, normal, literalOf } = asked.work.shapes
  return {
    nothing: nothingOf(asked),
    literalOf,
    isScalar: (field) => asked.isScalar?.(asked.path + field),
    canRelate({ through, of }, none) {
      const others = none.flatMap((leaf) => (leaf.is === 'related' && leaf.through === through ? leaf.of : []))
      const condition = all([of, ...others.map(not)])
      const path = `${asked.path}${through}.`
      const key = `${path} ${numberOf(condition)}`
      const answer = asked.answers.get(key) ?? isSatisfiable([normal(condition)], { ...asked, path })
      asked.answers.set(key, answer)
      return answer
    },
  }
}

function nothingOf({ isScalar, path, work: { known } }: Question): Known {
  const paths = known.get(isScalar) ?? new Map<string, Known>()
  known.set(isScalar, paths)
  const nothing = paths.get(path) ?? nothingKnown()
  paths.set(path, nothing)
  return nothing
}

/** Takes as facts what must be, and tries one way after the other where several are open. `parts` are reduced to the facts. */
function search(facts: Facts, parts: readonly Node[], within: Search): boolean {
  if (++within.asked.spent.terms > maxTerms) throw new TooComplex()
  const known = new Map(facts)
  let open = parts
  for (;;) {
    const news = new Set<string>()
    const undecided: Node[] = []
    for (const part of open) {
      if (part.is !== 'literal') {
        undecided.push(part)
        continue
      }
      if (contradicts(known, part, within.judge)) return false
      learn(known, part, within.judge)
      news.add(part.about)
    }
    if (news.size === 0) break
    const reduce = reducing(known, news, within)
    open = undecided.flatMap((part) => demandsOf(reduce(part)))
    if (open.some(({ is }) => is === 'never')) return false
  }
  const fewest = fewestChoices(open)
  if (!fewest) return true
  const rest = open.filter((part) => part !== fewest)
  return choicesOf(fewest).some((choice) => search(known, [...demandsOf(choice), ...rest], within))
}

function fewestChoices(parts: readonly Node[]): Node | undefined {
  let [found] = parts
  for (const part of parts) {
    if (found && choicesOf(part).length < choicesOf(found).length) found = part
  }
  return found
}

/** Gives what of a node is still open when the facts are known; `news` names what it was not yet reduced to. */
function reducing(facts: Facts, news: ReadonlySet<string>, { asked, judge }: Search) {
  const verdicts = new Map<number, boolean | undefined>()

  const verdictOn = (literal: Literal): boolean | undefined => {
    const number = numberIn(literal)
    const kept = verdicts.get(number)
    if (kept !== undefined || verdicts.has(number)) return kept
    if (++asked.work.looks > maxLooks) throw new TooComplex()
    const verdict = verdictOf(facts, literal, judge)
    verdicts.set(number, verdict)
    return verdict
  }

  const reduce = (node: Node): Node => {
    if (node.is === 'literal') {
      const verdict = news.has(node.about) ? verdictOn(node) : undefined
      return verdict === undefined ? node : verdict === node.holds ? alwaysNode : neverNode
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
