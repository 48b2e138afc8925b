import { LRUCache } from 'lru-cache'
import type { Resources } from '../../define/resource.ts'
import { type Group, readGroups } from '../../store/groups.ts'
import { idsBelow, readTree, type TreePaths } from '../../store/read/tree.ts'
import type { Reader } from '../../store/sql/text.ts'
import type { Database } from '../../store/types.ts'
import type { Reading } from './parse.ts'
import { filledIn, keptSymbolic, type Scope } from './placeholders.ts'

/** All that decides who may do what, as it was at one version of it. */
export interface RuleBook {
  readonly version: string
  readonly groups: ReadonlyMap<number, Group>
  /** Groups with rules that compare with the time it is. */
  readonly timely: ReadonlySet<number>
  readonly resources: Resources
  readonly trees: ReadonlyMap<string, TreePaths>
}

const books = new WeakMap<Database, LRUCache<string, Promise<RuleBook>>>()

/** One now, and one while requests that began before it still run. */
const booksKept = 2

/** The rules at a version or a later one: read from the database once a version, and again when that failed. */
export function ruleBook(database: Database, resources: Resources, version: string): Promise<RuleBook> {
  const known = books.get(database) ?? new LRUCache<string, Promise<RuleBook>>({ max: booksKept })
  books.set(database, known)
  const kept = known.get(version)
  if (kept) return kept
  const book = readRuleBook(database, resources)
  known.set(version, book)
  book.catch(() => known.delete(version))
  return book
}

/** The rules as they are now, or as a transaction sees them. */
export async function readRuleBook(reader: Reader, resources: Resources): Promise<RuleBook> {
  const { version, groups } = await readGroups(reader)
  const trees = new Map<string, TreePaths>()
  for (const resource of Object.values(resources)) {
    if (resource.tree !== undefined) trees.set(resource.name, await readTree(reader, resource))
  }
  const timely = groups.filter(({ rules }) => JSON.stringify(rules).includes('${now'))
  return {
    version,
    groups: new Map(groups.map((group) => [group.id, group])),
    timely: new Set(timely.map(({ id }) => id)),
    resources,
    trees,
  }
}

/** How the conditions of rules are read for a person, at an instant. */
export function readingFor({ resources, trees }: RuleBook, scope: Scope, atMs = Date.now()): Reading {
  return {
    subjects: resources,
    placeholder: filledIn(scope, atMs),
    below: (tree, roots) => below(trees.get(tree), roots),
  }
}

/** The same for whoever the person may be: placeholders stay as they are. */
export function symbolicReading({ resources, trees }: RuleBook): Reading {
  return {
    subjects: resources,
    placeholder: keptSymbolic,
    below: (tree, roots) =>
      roots.every((root) => typeof root === 'number') ? below(trees.get(tree), roots) : undefined,
  }
}

const parts = new WeakMap<TreePaths, Map<string, readonly number[]>>()

/** Looked up once a tree: many rules speak of the same part of it. */
function below(paths: TreePaths | undefined, roots: readonly unknown[]): readonly number[] {
  if (!paths) return []
  const known = parts.get(paths) ?? new Map<string, readonly number[]>()
  parts.set(paths, known)
  const key = roots.join()
  const ids = known.get(key) ?? idsBelow(paths, roots.map(Number))
  known.set(key, ids)
  return ids
}
