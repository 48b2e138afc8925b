import { system } from '../../access/person.ts'
import type { Resource } from '../../define/resource.ts'
import type { WriteScope } from '../../store/types.ts'
import type { Asking } from '../panel.ts'
import { raiseRightsVersion } from '../rights-version.ts'
import { demandAdministrator } from './administrators.ts'
import { groupGuard } from './groups.ts'
import { forgetRights } from './in-transaction.ts'
import { rightsNow, withTarget } from './now.ts'
import { userGuard } from './users.ts'

/** Whether the records of a resource are what rights are made of: people, and groups with their rules. */
export function isMadeOfRights({ name }: Pick<Resource, 'name'>): boolean {
  return name === 'user' || name === 'permissionGroup'
}

/** Whether a write is one of what rights are made of, by somebody whose own rights bound it. */
export function decidesRights({ resource, person }: Asking): boolean {
  return person !== system && isMadeOfRights(resource)
}

interface Guarded {
  scope: WriteScope
  /** The record that is changed or taken away; undefined for a new one. */
  id?: number
  /** Names of the fields that are set; undefined when the record goes. */
  fields?: readonly string[]
}

/**
 * Runs a write of a user, a group or a membership between two looks at who may do what: it may give nobody more than its author
 * has, take from nobody what keeps them in check, and not leave the panel without an administrator.
 * @param work writes, and gives the id of what it wrote
 * @throws Forbidden, Conflict, Invalid; the transaction is the caller's to roll back
 */
export async function guardingRights<T extends number | undefined>(
  asking: Asking,
  { scope, id, fields }: Guarded,
  work: () => Promise<T>,
): Promise<T> {
  const { panel, person, resource } = asking
  await raiseRightsVersion(scope)
  const isUser = resource.name === 'user'
  const guard = isUser ? userGuard : groupGuard
  const actor = person.user.id
  const before = await rightsNow(panel, scope, { actor, target: isUser ? id : undefined })
  await guard.before({ asking, id, fields, rights: before })
  const written = await work()
  forgetRights(scope)
  const about = id ?? written
  const then = isUser
    ? await withTarget(panel, scope, { rights: before, target: about })
    : await rightsNow(panel, scope, { actor })
  await guard.after({ asking, scope, id: about, fields, rights: before, then })
  if (id !== undefined) await demandAdministrator(scope)
  return written
}
