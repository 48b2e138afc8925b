import { demand, mayRead, shownWhere } from '../../access/access.ts'
import { rowsOf } from '../../access/rows.ts'
import { Conflict, Forbidden, Invalid, Missing, type Refusal } from '../../contract/errors.ts'
import type { Member, MemberRequest } from '../../contract/permissions.ts'
import type { Resource } from '../../define/resource.ts'
import { auditRights } from '../../store/audit.ts'
import { instantBind } from '../../store/instants.ts'
import { type Membership, readMembership, removeMembership, writeMembership } from '../../store/members.ts'
import { judgeRow } from '../../store/read/judge.ts'
import type { WriteScope } from '../../store/types.ts'
import { usersOf } from '../first-access.ts'
import type { Asking } from '../panel.ts'
import { demandAfter, demandBefore } from '../permitted.ts'
import { guardingRights } from '../rights/guarding.ts'
import { demandAssign } from '../rights/users.ts'
import { raiseRightsVersion } from '../rights-version.ts'
import { demandWritable } from '../save.ts'
import { type Asker, groupsOf } from './asker.ts'
import { demandGroup, membersAmong } from './members.ts'

/**
 * Puts a user into a group, or moves the end of their membership.
 * @throws Forbidden, Missing, Invalid, Conflict; nothing is written then
 */
export async function putMember(
  asker: Asker,
  group: number,
  { user, expiresAt = null }: MemberRequest,
): Promise<{ member: Member; isNew: boolean }> {
  demandMembers(asker)
  const { isNew, membership } = await asker.panel.database.write(async (scope) => {
    const unseen = new Invalid({ user: [{ key: 'invalid.reference' }] })
    const asking = await demandBoth(asker, { scope, group, user, unseen })
    await demandActive(scope, group)
    const before = await readMembership(scope, asker.panel.database, { group, user })
    await guardingRights(asking, { scope, id: user, fields: ['groups'] }, async () => {
      const by = asker.person.user.id
      await writeMembership(asker.panel.database, scope, { group, user, by, expiresAt })
      if (!before) await touchUser(asking, scope, user)
      return user
    })
    await demandAfter(asking, { id: user, action: 'update', fields: ['groups'], reader: scope })
    const membership = await readMembership(scope, asker.panel.database, { group, user })
    const kind = before ? 'member-changed' : 'member-added'
    await audit(asker, scope, { group, kind, before, after: membership })
    if (!membership) throw new Error(`User ${user} was put into group ${group} and is not there.`)
    return { isNew: !before, membership }
  })
  const [member = unnamed(membership)] = await membersAmong(asker, [membership])
  return { member, isNew }
}

/** A membership as its author knows it who no longer sees whose it is: what they gave may have taken the user out of their view. */
function unnamed({ user: id, grantedAt, expiresAt }: Membership): Member {
  return { user: { id, name: `#${id}` }, grantedBy: null, grantedAt, expiresAt }
}

/**
 * Takes a user out of a group.
 * @throws Forbidden, Missing, Conflict; nothing is written then
 */
export async function removeMember(asker: Asker, group: number, user: number): Promise<void> {
  demandMembers(asker)
  await asker.panel.database.write(async (scope) => {
    const asking = await demandBoth(asker, { scope, group, user, unseen: new Missing() })
    const before = await readMembership(scope, asker.panel.database, { group, user })
    if (!before) throw new Missing()
    await guardingRights(asking, { scope, id: user, fields: ['groups'] }, async () => {
      await removeMembership(scope, { group, user })
      await touchUser(asking, scope, user)
      return user
    })
    await demandAfter(asking, { id: user, action: 'update', fields: ['groups'], reader: scope })
    await audit(asker, scope, { group, kind: 'member-removed', before, after: undefined })
  })
}

/** @throws Forbidden for whoever may give groups to nobody, or sees nobody's */
export function demandMembers({ panel, person, language }: Asker): void {
  const resource = usersOf(panel)
  demand(person, 'assign', groupsOf(panel))
  demand(person, 'update', resource)
  if (!mayRead(person, resource, 'groups')) throw groupsHidden(resource)
  demandWritable({ panel, person, language, resource }, 'update', ['groups'])
}

interface Pair {
  scope: WriteScope
  group: number
  user: number
}

/** The answer to a change would tell whether somebody is in the group. */
function groupsHidden({ name: subject }: Resource): Forbidden {
  return new Forbidden({ asked: { action: 'read', subject, field: 'groups' } })
}

/** Asks for both ends of a membership as they are, and takes the lock of all rights. */
async function demandBoth(asker: Asker, { scope, group, user, unseen }: Pair & { unseen: Refusal }): Promise<Asking> {
  const { panel, person } = asker
  const resource = usersOf(panel)
  const asking = { ...asker, resource }
  await raiseRightsVersion(scope)
  await demandGroup(asker, group, scope)
  await demandAssign({ ...asking, resource: groupsOf(panel) }, scope, group)
  const place = { engine: panel.database.engine, resources: panel.resources, resource, id: user }
  const judged = await judgeRow(scope, place, [
    rowsOf(person, 'read', resource),
    shownWhere(person, resource, 'groups'),
  ])
  if (!judged?.[0]) throw unseen
  if (!judged[1]) throw groupsHidden(resource)
  await demandBefore(asking, { id: user, action: 'update', fields: ['groups'], reader: scope })
  return asking
}

/** The list of their groups is part of the user: who read it before must not write it back. */
async function touchUser({ panel, resource }: Asking, scope: WriteScope, user: number): Promise<void> {
  const now = instantBind(panel.database.engine, Date.now())
  await scope.run('UPDATE users SET version = version + 1, updated_at = $1 WHERE id = $2', [now, user])
  scope.changed(resource.table)
}

/** @throws Conflict for a group that is switched off */
async function demandActive(scope: WriteScope, group: number): Promise<void> {
  const [stored] = await scope.read<{ active: unknown }>('SELECT active FROM permission_groups WHERE id = $1', [group])
  if (!stored?.active) throw new Conflict({ key: 'conflict.inactiveGroup' })
}

interface Audited {
  group: number
  kind: 'member-added' | 'member-changed' | 'member-removed'
  before: unknown
  after: unknown
}

function audit({ panel, person }: Asker, scope: WriteScope, { group, kind, before, after }: Audited): Promise<void> {
  const target = { type: 'permissionGroup' as const, id: group }
  return auditRights(panel.database, scope, { actor: person.user.id, kind, target, before, after })
}
