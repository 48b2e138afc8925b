import { floorsOf, powerful, privileged } from '../../access/floor.ts'
import { rowsOf } from '../../access/rows.ts'
import { Forbidden, Invalid } from '../../contract/errors.ts'
import { endLinksOf } from '../../store/one-time-links.ts'
import { judgeRow } from '../../store/read/judge.ts'
import type { WriteScope } from '../../store/types.ts'
import type { Asking } from '../panel.ts'
import type { Done, RightsGuard } from './guard.ts'
import { demandLater } from './later.ts'
import { auditUser } from './user-trail.ts'
import { demandWeaker, escalation } from './within.ts'

/** Around a write of a user, or of one of their memberships. */
export const userGuard: RightsGuard = {
  before({ asking, id, fields = privileged, rights }) {
    if (asking.person.administrator || id === undefined) return
    const isOwn = id === asking.person.user.id
    if (isOwn && fields.some((name) => powerful.includes(name))) throw escalation()
    if (!isOwn && fields.some((name) => privileged.includes(name))) demandWeaker(rights, rights.target?.person)
  },

  async after(write) {
    await demandAssignable(write)
    const { asking, fields, then } = write
    if (!asking.person.administrator && fields?.some((name) => powerful.includes(name))) {
      demandBrand(write)
      demandWeaker(write.rights, then.target?.person)
      demandLater(write)
    }
    await endOutgrownLinks(write)
    await auditUser(write)
  },
}

/** A link to a password was given out for somebody as they were. */
async function endOutgrownLinks({ scope, rights, then }: Done): Promise<void> {
  const [was, is] = [rights.target?.account, then.target?.account]
  if (was && is && (was.brand !== is.brand || `${was.memberships}` !== `${is.memberships}`)) {
    await endLinksOf(scope, is.id)
  }
}

/** Groups that come or go must be ones that this person may assign; those for customers are nobody's in the panel. */
async function demandAssignable({ asking, scope, rights, then }: Done): Promise<void> {
  const before = new Set(rights.target?.account.memberships)
  const after = new Set(then.target?.account.memberships)
  const changed = [...new Set([...before, ...after])].filter((group) => before.has(group) !== after.has(group))
  for (const group of changed) {
    const known = then.book.groups.get(group)
    if (after.has(group) && known?.audience === 'customers')
      throw new Invalid({ groups: [{ key: 'invalid.audience' }] })
    await demandAssign(asking, scope, group)
  }
}

/** @throws Forbidden when this person may not give or take the group */
export async function demandAssign({ panel, person }: Asking, scope: WriteScope, group: number): Promise<void> {
  const resource = panel.resources.permissionGroup
  if (!resource) return
  const assignable = rowsOf(person, 'assign', resource)
  if (assignable.is === 'always') return
  const { engine } = panel.database
  const floors = floorsOf(person, 'assign', resource.name)
  const judged = await judgeRow(scope, { engine, resources: panel.resources, resource, id: group }, [
    assignable,
    ...floors.map(({ rows }) => rows),
  ])
  const floor = floors.find((_, index) => judged?.[index + 1] === false)
  if (floor) throw new Forbidden({ code: floor.code })
  if (!judged?.[0]) throw new Forbidden({ asked: { action: 'assign', subject: resource.name } })
}

/** Whoever works in a part of the tree gives no other part away. */
function demandBrand({ fields, rights, then }: Done): void {
  if (!fields?.includes('brand')) return
  const own = rights.actor?.person.brand ?? null
  if (own === null) return
  const paths = then.book.trees.get('brand')
  const [given, within] = [paths?.get(then.target?.person.brand ?? 0), paths?.get(own)]
  if (given === undefined || within === undefined || !given.startsWith(within)) throw escalation()
}
