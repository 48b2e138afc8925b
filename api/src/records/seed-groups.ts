import { system } from '../access/person.ts'
import type { GroupSeed } from '../contract/permissions.ts'
import { createBody } from '../derive/validators.ts'
import { insert } from './create.ts'
import type { Panel } from './panel.ts'

/** Makes the groups that the product brings along, on a database where nobody has made one; says whether it did. */
export async function ensureGroups(panel: Panel, groups: readonly GroupSeed[]): Promise<boolean> {
  const resource = panel.resources.permissionGroup
  if (!resource) return false
  const body = createBody(resource)
  return panel.database.write(async (scope) => {
    const own = await scope.read('SELECT id FROM permission_groups WHERE NOT "system" LIMIT 1')
    const used = await scope.read('SELECT id FROM users LIMIT 1')
    if (own.length > 0 || used.length > 0) return false
    for (const group of groups)
      await insert({ panel, person: system, resource, language: 'pt-BR' }, body.parse(group), scope)
    return true
  })
}
