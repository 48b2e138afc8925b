import type { Resource } from '../../define/resource.ts'
import { quoted, type Reader } from '../sql/text.ts'
import type { Database } from '../types.ts'
import type { KeptAnswers } from './kept.ts'

/** The records of a tree resource by id: the path `/1/2/4/` from the root down to each. */
export type TreePaths = ReadonlyMap<number, string>

/** The whole tree, kept until it changes: trees are small beside what hangs on them. */
export function treePaths(database: Database, kept: KeptAnswers, resource: Resource): Promise<TreePaths> {
  return kept.of(`tree ${resource.table}`, [resource.table], () => readTree(database, resource))
}

/** The whole tree as it is now. */
export async function readTree(reader: Reader, resource: Resource): Promise<TreePaths> {
  const rows = await reader.read<{ id: number; path: string }>(`SELECT id, path FROM ${quoted(resource.table)}`)
  return new Map(rows.map(({ id, path }) => [Number(id), path]))
}

/** The ids of the named records and of everything below them. */
export function subtreeIds(
  { database, kept }: { database: Database; kept: KeptAnswers },
  resource: Resource,
  roots: readonly number[],
): Promise<number[]> {
  return kept.of(`below ${resource.table} ${roots}`, [resource.table], async () => {
    return idsBelow(await treePaths(database, kept, resource), roots)
  })
}

/** The ids of the named records and of everything below them, in a tree at hand. */
export function idsBelow(paths: TreePaths, roots: readonly number[]): number[] {
  const prefixes = roots.flatMap((root) => paths.get(root) ?? [])
  return [...paths].filter(([, path]) => prefixes.some((prefix) => path.startsWith(prefix))).map(([id]) => id)
}

/** The topmost record above, or the record itself: `/1/2/4/` -> 1. */
export function rootId(path: string): number {
  return Number(path.split('/')[1])
}

/** The records on the way down, the last one itself: `/1/2/4/` -> 1, 2, 4. */
export function idsOnPath(path: string): number[] {
  return path.split('/').filter(Boolean).map(Number)
}
