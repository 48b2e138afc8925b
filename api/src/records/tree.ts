import { Invalid } from '../contract/errors.ts'
import type { Resource } from '../define/resource.ts'
import { rootColumnName } from '../derive/columns.ts'
import { quoted } from '../store/sql/text.ts'
import type { WriteScope } from '../store/types.ts'
import type { Panel } from './panel.ts'
import { raiseRightsVersion } from './rights-version.ts'
import { rootedFields } from './row.ts'

/** Levels of a tree, the root being the first. */
const maxDepth = 5

/**
 * Lets one transaction at a time write into a tree: two that each see the other's old place would make a cycle. Asked for
 * before any row is locked. SQLite has one writer anyway.
 */
export async function lockTree({ database }: Panel, { table, tree }: Resource, scope: WriteScope): Promise<void> {
  if (tree === undefined || database.engine !== 'postgres') return
  await scope.run('SELECT pg_advisory_xact_lock(hashtext($1))', [`tree ${table}`])
}

interface Move {
  scope: WriteScope
  id: number
  /** The record above, or null for a root. */
  parent: number | null
}

/**
 * Gives a record of a tree, and everything below it, the path that its place demands: `/1/2/4/`.
 * @throws Invalid when it would stand below itself, or a level too deep
 */
export async function placeInTree(panel: Panel, resource: Resource, { scope, id, parent }: Move): Promise<void> {
  if (!resource.tree) return
  // Rules reach parts of trees.
  await raiseRightsVersion(scope)
  await lockTree(panel, resource, scope)
  const table = quoted(resource.table)
  const above = parent === null ? '/' : await pathOf(scope, table, parent)
  const path = `${above}${id}/`
  if (above.includes(`/${id}/`)) throw new Invalid({ [resource.tree]: [{ key: 'invalid.cycle' }] })
  const before = await pathOf(scope, table, id)
  const below = before
    ? await scope.read<{ id: number; path: string }>(`SELECT id, path FROM ${table} WHERE path > $1 AND path < $2`, [
        before,
        `${before.slice(0, -1)}0`,
      ])
    : []
  const moved = [
    { id, path },
    ...below.map((row) => ({ id: Number(row.id), path: path + row.path.slice(before.length) })),
  ]
  if (moved.some((row) => row.path.split('/').length - 2 > maxDepth)) {
    throw new Invalid({ [resource.tree]: [{ key: 'invalid.depth', params: { maximum: maxDepth } }] })
  }
  for (const row of moved) {
    await panel.database.sequelize.query(`UPDATE ${table} SET path = $1 WHERE id = $2`, {
      bind: [row.path, row.id],
      transaction: scope.transaction,
    })
  }
  if (before && before.split('/')[1] !== path.split('/')[1]) {
    await moveRoots(panel, resource, { scope, ids: moved.map((row) => row.id), root: Number(path.split('/')[1]) })
  }
}

async function pathOf(scope: WriteScope, table: string, id: number): Promise<string> {
  const [row] = await scope.read<{ path: string | null }>(`SELECT path FROM ${table} WHERE id = $1`, [id])
  return row?.path ?? ''
}

interface Roots {
  scope: WriteScope
  ids: number[]
  root: number
}

/** Records that are unique under the root of a tree follow when a part of the tree moves under another root. */
async function moveRoots({ database, resources }: Panel, tree: Resource, { scope, ids, root }: Roots): Promise<void> {
  for (const resource of Object.values(resources)) {
    for (const name of rootedFields(resource)) {
      const column = resource.fields[name]?.column
      if (column?.type !== 'reference' || column.resource !== tree.name) continue
      const owner = `${rootColumnName(name).replace(/_root$/, '')}_id`
      const places = ids.map((_, index) => `$${index + 2}`).join(', ')
      await database.sequelize.query(
        `UPDATE ${quoted(resource.table)} SET ${quoted(rootColumnName(name))} = $1 WHERE ${quoted(owner)} IN (${places})`,
        { bind: [root, ...ids], transaction: scope.transaction },
      )
      scope.changed(resource.table)
    }
  }
}
