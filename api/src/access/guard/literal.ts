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

/** The literal that a normal condition is, or undefined when it is put together from others. */
export function literalOf(condition: Condition): Literal | undefined {
  const leaf = condition.is === 'not' ? condition.of : condition
  if (leaf.is !== 'field' && leaf.is !== 'related' && leaf.is !== 'search') return undefined
  return { leaf, holds: condition.is !== 'not' }
}
