import { demand } from '../access/access.ts'
import type { Resource, Resources } from '../define/resource.ts'
import type { WriteScope } from '../store/types.ts'
import { namingUse } from './conflict.ts'
import { filesGoing } from './files/going.ts'
import { letGo } from './files/removal.ts'
import { rememberGoing } from './history/remember.ts'
import type { Asking } from './panel.ts'
import { decidesRights, guardingRights, isMadeOfRights } from './rights/guarding.ts'
import { raiseRightsVersion } from './rights-version.ts'
import { currentVersion, type Expected } from './update.ts'

export interface Removal {
  id: number
  expected: Expected
}

/**
 * Deletes a record.
 * @throws Missing, Forbidden, Stale, and Conflict while others point to it; nothing is deleted then
 */
export async function remove(asking: Asking, { id, expected }: Removal): Promise<void> {
  const { panel, person, resource } = asking
  demand(person, 'delete', resource)
  await panel.database.write(async (scope) => {
    await currentVersion(asking, { id, action: 'delete', expected, scope })
    await erase(asking, id, scope)
  })
}

/** Takes a row away inside a transaction. Who may is the caller's to ask. */
export async function erase(asking: Asking, id: number, scope: WriteScope): Promise<void> {
  const { panel, resource } = asking
  if (isMadeOfRights(resource) || resource.tree !== undefined) await raiseRightsVersion(scope)
  const work = async () => {
    await rememberGoing(asking, id, scope)
    const files = await filesGoing(asking, id, scope)
    await namingUse(async () => {
      await panel.models.get(resource.table)?.destroy({ where: { id }, transaction: scope.transaction })
    })
    if (files.length > 0) await letGo(panel, scope, files)
    return id
  }
  if (decidesRights(asking)) await guardingRights(asking, { scope, id }, work)
  else await work()
  scope.changed(resource.table)
  for (const table of goneAlong(panel.resources, resource)) scope.changed(table)
}

/** Tables whose rows the database deletes along, however far: their lists must not be answered from memory. */
function goneAlong(
  resources: Resources,
  resource: Resource,
  known: ReadonlySet<Resource> = new Set([resource]),
): string[] {
  const next = Object.values(resources).filter((other) => !known.has(other) && isPartOf(other, resource))
  const seen = new Set([...known, ...next])
  return next.flatMap((other) => [other.table, ...goneAlong(resources, other, seen)])
}

function isPartOf({ fields }: Resource, { name }: Resource): boolean {
  return Object.values(fields).some(
    ({ column }) => column?.type === 'reference' && column.resource === name && column.onDelete === 'cascade',
  )
}
