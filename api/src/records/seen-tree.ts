import { shownWhere, titleRows, workedOutOnce } from '../access/access.ts'
import type { Person } from '../access/person.ts'
import { rowsOf } from '../access/rows.ts'
import type { Resource } from '../define/resource.ts'
import { columnName } from '../derive/columns.ts'
import { idsOnPath, subtreeIds, treePaths } from '../store/read/tree.ts'
import { all, type Condition, conditionSql } from '../store/sql/condition.ts'
import { conditionKey } from '../store/sql/condition-key.ts'
import { secondOf, tablesIn } from '../store/sql/tables.ts'
import { quoted, SqlText } from '../store/sql/text.ts'
import type { Panel } from './panel.ts'

/** What a person sees of a tree: for each record that they see with its parent, the parent; and the titles they may read. */
interface SeenTree {
  readonly parents: ReadonlyMap<number, number | null>
  readonly children: ReadonlyMap<number, readonly number[]>
  readonly titles: ReadonlyMap<number, string>
}

/** The ids of the named records and of what this person sees below them; where all is seen, of everything below. */
export async function seenBelow(
  panel: Panel,
  person: Person,
  tree: Resource,
  roots: readonly number[],
): Promise<number[]> {
  if (edgeRows(person, tree).is === 'always') return subtreeIds(panel, tree, roots)
  const { children } = await seenTree(panel, person, tree)
  const found = new Set<number>()
  const next = [...roots]
  for (let id = next.pop(); id !== undefined; id = next.pop()) {
    if (found.has(id)) continue
    found.add(id)
    // Below a record that is not seen nothing is known, unless somebody is told of it by its child.
    next.push(...(children.get(id) ?? []))
  }
  return [...found]
}

/** The ids of the named records and of what this person sees above them, as far as one sees it of the next; where all is seen, of everything above. */
export async function seenAbove(
  panel: Panel,
  person: Person,
  tree: Resource,
  ids: readonly number[],
): Promise<number[]> {
  if (edgeRows(person, tree).is === 'always') {
    const paths = await treePaths(panel.database, panel.kept, tree)
    return [...new Set(ids.flatMap((id) => [id, ...idsOnPath(paths.get(id) ?? '')]))]
  }
  const { parents } = await seenTree(panel, person, tree)
  const found = new Set<number>()
  for (const id of ids) {
    for (let at: number | null | undefined = id; at !== null && at !== undefined; at = parents.get(at)) found.add(at)
  }
  return [...found]
}

/** "Acme › Sul" of a record of a tree, up to the first record that this person does not see with its name. */
export async function pathsOf(
  panel: Panel,
  person: Person,
  tree: Resource,
): Promise<(id: number) => string | undefined> {
  const { parents, titles } = await seenTree(panel, person, tree)
  return (id) => {
    const names: string[] = []
    for (let at: number | null | undefined = id; at !== null && at !== undefined; at = parents.get(at)) {
      const title = titles.get(at)
      if (title === undefined) break
      names.unshift(title)
    }
    return names.length > 0 ? names.join(' › ') : undefined
  }
}

/** The records whose place is seen: they are, and so is the field that names the record above. */
const edgeRows = workedOutOnce(
  (person, tree): Condition => all([rowsOf(person, 'read', tree), shownWhere(person, tree, tree.tree ?? '')]),
)

function childrenOf(parents: ReadonlyMap<number, number | null>): Map<number, number[]> {
  const children = new Map<number, number[]>()
  for (const [id, parent] of parents) {
    if (parent === null) continue
    const known = children.get(parent)
    if (known) known.push(id)
    else children.set(parent, [id])
  }
  return children
}

function seenTree({ database, kept, resources }: Panel, person: Person, tree: Resource): Promise<SeenTree> {
  const [edges, named] = [edgeRows(person, tree), titleRows(person, tree)]
  const tables = [tree.table, ...[edges, named].flatMap((condition) => tablesIn(resources, tree, condition))]
  const key = [conditionKey(edges), conditionKey(named), secondOf(resources, tables) ?? ''].join(' ')
  return kept.of(`seen ${tree.table} ${key}`, tables, async () => {
    const column = (name: string) => {
      const field = tree.fields[name]
      return field?.column ? `t.${quoted(columnName(name, field))}` : 'NULL'
    }
    const read = (value: string, condition: Condition) => {
      const text = new SqlText(database.engine, resources)
      const where = conditionSql(text, tree, condition, 't')
      return database.read<{ id: number; value: unknown }>(
        `SELECT t.id, ${value} AS value FROM ${quoted(tree.table)} t WHERE ${where}`,
        text.binds,
      )
    }
    const [placed, titled] = await Promise.all([read(column(tree.tree ?? ''), edges), read(column(tree.title), named)])
    const parents = new Map(placed.map(({ id, value }) => [Number(id), value === null ? null : Number(value)]))
    return {
      parents,
      children: childrenOf(parents),
      titles: new Map(titled.flatMap(({ id, value }) => (value === null ? [] : [[Number(id), String(value)]]))),
    }
  })
}
