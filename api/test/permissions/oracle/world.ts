import type { Rule } from '../../../src/contract/permissions.ts'
import type { Resources } from '../../../src/define/resource.ts'

/** A record as somebody sees it from whom nothing is hidden. */
export interface Row {
  readonly id: number
  readonly [field: string]: unknown
}

/** Every record there is, by resource. */
export type World = Readonly<Record<string, readonly Row[]>>

/** Somebody, as far as rules can speak of them. */
export interface Who {
  readonly id: number
  readonly email: string
  readonly brand: number | null
  /** The rules of each group they are in. */
  readonly groups: readonly (readonly Rule[])[]
}

/** All that a decision depends on. */
export interface Scene {
  readonly resources: Resources
  readonly world: World
  readonly who: Who
}

/** A reference is its id, as far as comparing goes. */
export function plain(value: unknown): unknown {
  return typeof value === 'object' && value !== null && 'id' in value ? value.id : value
}

/** The record with this id, if there is one. */
export function rowOf(world: World, subject: string, id: unknown): Row | undefined {
  return world[subject]?.find((row) => row.id === id)
}

/** Whether a record of a tree is `root` or stands somewhere below it. */
export function isBelow(
  { resources, world }: Scene,
  subject: string,
  { id, root }: { id: unknown; root: unknown },
): boolean {
  if (id === root) return rowOf(world, subject, id) !== undefined
  const above = plain(rowOf(world, subject, id)?.[resources[subject]?.tree ?? ''] ?? null)
  return above !== null && isBelow({ resources, world, who: nobody }, subject, { id: above, root })
}

const nobody: Who = { id: 0, email: '', brand: null, groups: [] }
