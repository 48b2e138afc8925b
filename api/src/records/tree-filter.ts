import type { Operator } from '../contract/operators.ts'
import { any, type Condition } from '../store/sql/condition.ts'
import type { Asking } from './panel.ts'
import { seenAbove, seenBelow } from './seen-tree.ts'

interface InTree {
  /** A reference into a tree, or `id` of its own records. */
  name: string
  operator: Operator
  ids: readonly number[]
}

/**
 * The rows whose reference names one of these records of a tree, or what this person sees below (`under`) or above it
 * (`reaches`: or nothing at all, which reaches everywhere). Undefined where there is no tree.
 */
export async function treeCondition(
  { panel, person, resource }: Asking,
  { name, operator, ids }: InTree,
): Promise<Condition | undefined> {
  const tree = name === 'id' ? resource : panel.resources[resource.fields[name]?.format.resource ?? '']
  if (tree?.tree === undefined) return undefined
  const named = (value: readonly number[]): Condition => ({ is: 'field', field: name, operator: 'in', value })
  if (operator === 'under') return named(await seenBelow(panel, person, tree, ids))
  return any([{ is: 'field', field: name, operator: 'null' }, named(await seenAbove(panel, person, tree, ids))])
}
