import type { Condition } from '../../store/sql/condition.ts'

/** A condition that is not put together from others. */
export type Leaf = Extract<Condition, { is: 'field' | 'related' | 'search' }>
export type FieldLeaf = Extract<Condition, { is: 'field' }>

/** A leaf that is said to hold of a row, or not to. */
export interface Literal<L extends Leaf = Leaf> {
  readonly leaf: L
  readonly holds: boolean
}

/** The field or relation that a leaf is about. */
export function aboutOf(leaf: Leaf): string {
  if (leaf.is === 'search') return ''
  return leaf.is === 'related' ? leaf.through : leaf.field
}

/** The leaf that a normal condition affirms or negates, or undefined when it is put together from others. */
export function leafOf(condition: Condition): Leaf | undefined {
  const leaf = condition.is === 'not' ? condition.of : condition
  return leaf.is === 'field' || leaf.is === 'related' || leaf.is === 'search' ? leaf : undefined
}

/** The same as a literal. */
export function literalOf(condition: Condition): Literal | undefined {
  const leaf = leafOf(condition)
  return leaf && { leaf, holds: condition.is !== 'not' }
}
