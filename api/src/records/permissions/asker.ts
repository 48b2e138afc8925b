import { mayRead, shownWhere } from '../../access/access.ts'
import { rowsOf } from '../../access/rows.ts'
import { Forbidden, Missing } from '../../contract/errors.ts'
import type { Resource } from '../../define/resource.ts'
import { judgeRow } from '../../store/read/judge.ts'
import type { Asking, Panel } from '../panel.ts'

/** Who asks about rights, and in which language. */
export type Asker = Omit<Asking, 'resource'>

/** The resource of permission groups. @throws Error when the app has none */
export function groupsOf({ resources }: Pick<Panel, 'resources'>): Resource {
  const { permissionGroup } = resources
  if (!permissionGroup)
    throw new Error('An app needs a resource "permissionGroup" with name, audience, rules and tests.')
  return permissionGroup
}

/** @throws Forbidden when this person may not read the rules of any group */
export function demandRules({ panel, person }: Pick<Asker, 'panel' | 'person'>): void {
  const groups = groupsOf(panel)
  if (!mayRead(person, groups, 'rules'))
    throw new Forbidden({ asked: { action: 'read', subject: groups.name, field: 'rules' } })
}

/**
 * Asks for a group whose rules this person may read.
 * @throws Missing for one they do not see, Forbidden for one whose rules are hidden
 */
export async function demandRulesOf({ panel, person }: Pick<Asker, 'panel' | 'person'>, id: number): Promise<void> {
  demandRules({ panel, person })
  const resource = groupsOf(panel)
  const { database, resources } = panel
  const judged = await judgeRow(database, { engine: database.engine, resources, resource, id }, [
    rowsOf(person, 'read', resource),
    shownWhere(person, resource, 'rules'),
  ])
  if (!judged?.[0]) throw new Missing()
  if (!judged[1]) throw new Forbidden({ asked: { action: 'read', subject: resource.name, field: 'rules' } })
}
