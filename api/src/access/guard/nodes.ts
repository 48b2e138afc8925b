import { type Condition, not } from '../../store/sql/condition.ts'
import { type Leaf, type Literal, literal } from './literal.ts'

/** A normal condition in the form in which questions are answered: its leaves are literals, and no `all` stands in an `all`. */
export type Node = Truth | Literal | Junction

interface Truth {
  readonly is: 'always' | 'never'
}

/** Several nodes of which all must hold, or any. */
export interface Junction {
  readonly is: 'all' | 'any'
  readonly of: readonly Node[]
  /** At least the fields and relations that its literals are about. */
  readonly abouts: ReadonlySet<string>
}

export const alwaysNode: Truth = { is: 'always' }
export const neverNode: Truth = { is: 'never' }

/** Where nodes come from: conditions that say the same, part for part, are one node. */
export interface Nodes {
  /** @param condition a normal one */
  nodeOf(condition: Condition): Node
  literalOf(leaf: Leaf, holds: boolean): Literal
}

/** @param numberOf gives the same number for conditions that are written alike */
export function nodes(numberOf: (condition: Condition) => number): Nodes {
  const known = new Map<Condition, Node>()
  const literals = new Map<number, Literal>()
  const junctions = new Map<string, Node>()
  const places = new Map<Node, number>()

  const literalOf = (leaf: Leaf, holds: boolean): Literal => {
    const number = numberOf(leaf)
    const affirmed = literals.get(number) ?? literal(leaf, number)
    literals.set(number, affirmed)
    return holds ? affirmed : affirmed.opposite
  }

  const nodeOf = (condition: Condition): Node => {
    const kept = known.get(condition) ?? made(condition)
    known.set(condition, kept)
    return kept
  }

  const made = (condition: Condition): Node => {
    switch (condition.is) {
      case 'always':
      case 'never':
        return condition.is === 'always' ? alwaysNode : neverNode
      case 'all':
      case 'any':
        return junctionOf(condition.is, condition.of.map(nodeOf))
      case 'not':
        return literalOf(leafIn(condition.of), false)
      default:
        return literalOf(condition, true)
    }
  }

  const junctionOf = (is: Junction['is'], nodes: readonly Node[]): Node => {
    const of = [...new Set(nodes.flatMap((node) => (node.is === is ? node.of : node)))]
    const key = `${is} ${of.map(placeOf)}`
    const kept = junctions.get(key) ?? junction(is, of, new Set(of.flatMap(aboutsOf)))
    junctions.set(key, kept)
    return kept
  }

  const placeOf = (node: Node): number => {
    const place = places.get(node) ?? places.size
    places.set(node, place)
    return place
  }

  return { nodeOf, literalOf }
}

/** @throws for a condition that is not normal */
function leafIn(condition: Condition): Leaf {
  if (condition.is === 'field' || condition.is === 'related' || condition.is === 'search') return condition
  throw new Error(`Only leaves are negated in a normal condition: ${JSON.stringify(not(condition))}`)
}

function aboutsOf(node: Node): readonly string[] {
  if (node.is === 'literal') return [node.about]
  return node.is === 'all' || node.is === 'any' ? [...node.abouts] : []
}

/** Puts nodes together as `all` and `any` do with conditions; what stands in one of the same sort becomes part of it. */
export function junction(is: Junction['is'], nodes: readonly Node[], abouts: ReadonlySet<string>): Node {
  const [idle, decisive] = is === 'all' ? [alwaysNode, neverNode] : [neverNode, alwaysNode]
  const of: Node[] = []
  for (const node of nodes) {
    if (node.is === decisive.is) return decisive
    if (node.is === is) of.push(...node.of)
    else if (node.is !== idle.is) of.push(node)
  }
  const [first = idle] = of
  return of.length > 1 ? { is, of, abouts } : first
}

/** What a node demands, one by one. */
export function demandsOf(node: Node): readonly Node[] {
  if (node.is === 'always') return []
  return node.is === 'all' ? node.of : [node]
}

/** The ways in which a node can be fulfilled. */
export function choicesOf(node: Node): readonly Node[] {
  return node.is === 'any' ? node.of : [node]
}
