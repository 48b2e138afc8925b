import { demand } from '../access/access.ts'
import { namingConflicts } from './conflict.ts'
import type { WriteScope } from '../store/types.ts'
import type { Asking } from './panel.ts'
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
  await namingConflicts(resource, async () => {
    await panel.models.get(resource.table)?.destroy({ where: { id }, transaction: scope.transaction })
  })
  scope.changed(resource.table)
  for (const table of goneAlong(asking)) scope.changed(table)
}

/** Tables whose rows the database deletes along: their lists must not be answered from memory. */
function goneAlong({ panel, resource }: Asking): string[] {
  return Object.values(panel.resources)
    .filter(({ fields }) => Object.values(fields).some(({ column }) => column?.type === 'reference' && column.resource === resource.name && column.onDelete === 'cascade'))
    .map(({ table }) => table)
}
