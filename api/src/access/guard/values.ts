import type { FieldLeaf } from './literal.ts'

/** A value that a field is compared with; a symbol stands for one that is not known, and equals itself alone for sure. */
export type Value = string | number | boolean | symbol

/** What `eq` and `in` compare with. */
export interface Values {
  readonly all: ReadonlySet<Value>
  readonly unknown: readonly symbol[]
}

const read = new WeakMap<FieldLeaf, Values>()

/** The values one of which a field must have, or undefined when the leaf says something else. */
export function valuesOf(leaf: FieldLeaf): Values | undefined {
  if (leaf.operator !== 'eq' && leaf.operator !== 'in') return undefined
  const known = read.get(leaf)
  if (known) return known
  const given: readonly unknown[] = leaf.operator === 'in' ? leaf.value : [leaf.value]
  const found = given.map(comparable)
  const all = new Set(found.filter((value) => value !== undefined))
  if (found.includes(undefined)) return undefined
  const values = { all, unknown: [...all].filter((value) => typeof value === 'symbol') }
  read.set(leaf, values)
  return values
}

/** A value as it is compared; undefined when nothing is known of how. */
export function comparable(given: unknown): Value | undefined {
  if (typeof given === 'string' || typeof given === 'number' || typeof given === 'boolean') return given
  const name = placeholderOf(given)
  return name === undefined ? undefined : Symbol.for(name)
}

/** The name of a placeholder that a condition keeps, `user.brand`; undefined for any other value. */
export function placeholderOf(given: unknown): string | undefined {
  if (typeof given !== 'object' || given === null || !('placeholder' in given)) return undefined
  return typeof given.placeholder === 'string' ? given.placeholder : undefined
}
