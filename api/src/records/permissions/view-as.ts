import { demand } from '../../access/access.ts'
import { personIn } from '../../access/person-of.ts'
import { Invalid } from '../../contract/errors.ts'
import type { ViewRequest } from '../../contract/permissions.ts'
import type { Viewing } from '../../contract/session.ts'
import { auditRights } from '../../store/audit.ts'
import { setViewing } from '../../store/viewing.ts'
import { rightsNow } from '../rights/now.ts'
import { demandWeaker } from '../rights/within.ts'
import { sees } from '../sees.ts'
import { type Asker, demandRulesOf } from './asker.ts'
import { rightsOfOther } from './people.ts'

/**
 * Lets the session show the panel as somebody sees it, or whoever is in a group and of a brand: for who may know their rights and
 * has no fewer. It is read only until it ends.
 * @throws Forbidden, Missing, Invalid
 */
export async function viewAs(asker: Asker, session: number, request: ViewRequest): Promise<Viewing> {
  const viewing = 'user' in request ? await asUser(asker, request.user) : await asMember(asker, request)
  const { panel, person } = asker
  const id = 'user' in request ? request.user : request.group
  const type = 'user' in request ? ('user' as const) : ('permissionGroup' as const)
  await panel.database.write(async (scope) => {
    await setViewing(scope, session, request)
    const after = { session, ...request }
    await auditRights(panel.database, scope, { actor: person.user.id, kind: 'view-as', target: { type, id }, after })
  })
  return viewing
}

/** Lets the session show the panel as its own user again. */
export async function viewAsOneself({ panel, person }: Asker, session: number): Promise<void> {
  const { viewing, within } = person
  if (!viewing || !within) return
  const type = viewing.user ? ('user' as const) : ('permissionGroup' as const)
  const target = { type, id: viewing.user?.id ?? viewing.group?.id ?? null }
  await panel.database.write(async (scope) => {
    await setViewing(scope, session, {})
    await auditRights(panel.database, scope, {
      actor: within.user.id,
      kind: 'view-as-ended',
      target,
      before: { session },
    })
  })
}

async function asUser(asker: Asker, id: number): Promise<Viewing> {
  if (id === asker.person.user.id) throw new Invalid({ user: [{ key: 'invalid.ownView' }] })
  const { target } = await rightsOfOther(asker, id)
  if (!target.account.active) throw new Invalid({ user: [{ key: 'invalid.inactiveUser' }] })
  return { user: { id, name: target.person.user.name } }
}

async function asMember(
  asker: Asker,
  { group: id, brand = null }: Extract<ViewRequest, { group: number }>,
): Promise<Viewing> {
  const { panel, person } = asker
  await demandRulesOf(asker, id)
  if (brand !== null) await demandBrand(asker, brand)
  const rights = await rightsNow(panel, panel.database, { actor: person.user.id })
  const group = rights.book.groups.get(id)
  if (group?.audience !== 'staff') throw new Invalid({ group: [{ key: 'invalid.audience' }] })
  demandWeaker(rights, personIn(rights.book, { user: person.user, brand, memberships: [id] }))
  return { group: { id, name: group.name } }
}

async function demandBrand({ panel, person }: Asker, id: number): Promise<void> {
  const resource = panel.resources.brand
  if (!resource) throw new Invalid({ brand: [{ key: 'invalid.reference' }] })
  demand(person, 'read', resource)
  if (!(await sees({ panel, person, resource }, id))) throw new Invalid({ brand: [{ key: 'invalid.reference' }] })
}
