import type { Condition } from '../../store/sql/condition.ts'

/** A condition that is not put together from others. */
export type Leaf = Extract<Condition, { is: 'field' | 'related' | 'search' }>
export type FieldLeaf = Extract<Condition, { is: 'field' }>

/** A leaf that is said to hold of a row, or not to. */
export interface Literal<L extends Leaf = Leaf> {
  readonly is: 'literal'
  readonly leaf: L
  readonly holds: boolean
  /** The same for literals that say the same, and another for each that does not. */
  readonly code: number
  /** What says the contrary. */
  readonly opposite: Literal<L>
  /** The field or relation that it is about. */
  readonly about: string
  /** What it can contradict: its field or relation, or itself alone where nobody looks into its words. */
  readonly place: string
}

/** That a leaf with a number of its own holds; `opposite` is that it does not. */
export function literal<L extends Leaf>(leaf: L, number: number): Literal<L> {
  const about = aboutOf(leaf)
  const shared = { is: 'literal', leaf, about, place: isOpaque(leaf) ? `#${number}` : about } as const
  const affirmed = { ...shared, holds: true, code: 2 * number + 1 }
  // It is one as soon as it has its opposite.
  const negated: Literal<L> = { ...shared, holds: false, code: 2 * number, opposite: affirmed as Literal<L> }
  return Object.assign(affirmed, { opposite: negated })
}

/** The number of the leaf of a literal. */
export function numberIn({ code }: Pick<Literal, 'code'>): number {
  return code >> 1
}

function aboutOf(leaf: Leaf): string {
  if (leaf.is === 'search') return ''
  return leaf.is === 'related' ? leaf.through : leaf.field
}

/** Whether what a leaf says is taken as it is written. */
export function isOpaque(leaf: Leaf): boolean {
  return leaf.is === 'search' || (leaf.is === 'field' && ['like', 'starts', 'under'].includes(leaf.operator))
}
