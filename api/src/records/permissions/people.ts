import { demand, shownWhere, titleRows } from '../../access/access.ts'
import type { Person } from '../../access/person.ts'
import { rowsOf } from '../../access/rows.ts'
import type { RuleBook } from '../../access/rules/book.ts'
import { Missing } from '../../contract/errors.ts'
import { judgeRows } from '../../store/read/judge.ts'
import { all } from '../../store/sql/condition.ts'
import { readStaff, type StaffMember } from '../../store/staff.ts'
import { usersOf } from '../first-access.ts'
import { type Member, personWith, type Rights, rightsNow } from '../rights/now.ts'
import { demandWeaker } from '../rights/within.ts'
import { sees } from '../sees.ts'
import { type Asker, demandRules, groupsOf } from './asker.ts'

/** An active user whom the reader may see by name, with their rules. */
export interface Colleague {
  readonly member: StaffMember
  readonly person: Person
}

/** The active users whose names this person may read, with the rules that hold for them; those with the same rights share one `person`. */
export async function colleagues({ panel, person }: Asker, book: RuleBook, group?: number): Promise<Colleague[]> {
  const resource = usersOf(panel)
  const where = titleRows(person, resource)
  if (where.is === 'never') return []
  const staff = await readStaff(panel.database, panel.database, { resources: panel.resources, resource, where, group })
  const people = new Map<string, Person>()
  return staff.map((member) => {
    const key = rightsKey(book, member)
    const found = people.get(key) ?? personWith(book, member)
    people.set(key, found)
    return { member, person: found }
  })
}

/** The same for users who may do the same: of the same brand, in the same groups, none of whose rules speaks of who they are. */
function rightsKey({ groups }: RuleBook, { id, brand, memberships }: StaffMember): string {
  const isPersonal = memberships.some((group) =>
    /\$\{user\.(id|email)\}/.test(JSON.stringify(groups.get(group)?.rules)),
  )
  return JSON.stringify([brand, memberships, isPersonal ? id : null])
}

/**
 * The rights of another user, for whoever may know them: who sees that user and the rules of groups, and may do all that they may.
 * @throws Forbidden, Missing
 */
export async function rightsOfOther({ panel, person }: Asker, user: number): Promise<Rights & { target: Member }> {
  demandRules({ panel, person })
  const resource = usersOf(panel)
  demand(person, 'read', resource)
  if (!(await sees({ panel, person, resource }, user))) throw new Missing()
  const rights = await rightsNow(panel, panel.database, { actor: person.user.id, target: user })
  const { target } = rights
  if (!target) throw new Missing()
  demandWeaker(rights, target.person)
  return { ...rights, target }
}

/** What of some groups this person may read: their names, and their rules. */
export interface GroupSight {
  /** `#7` for one whose name they may not read. */
  nameOf(id: number): string
  showsName(id: number): boolean
  showsRules(id: number): boolean
}

/** Looks up what of some groups this person may read. */
export async function groupSight(
  { panel, person }: Asker,
  book: RuleBook,
  ids: readonly number[],
): Promise<GroupSight> {
  const resource = groupsOf(panel)
  const { engine } = panel.database
  const judged = await judgeRows(panel.database, { engine, resources: panel.resources, resource, ids }, [
    titleRows(person, resource),
    all([rowsOf(person, 'read', resource), shownWhere(person, resource, 'rules')]),
  ])
  const showsName = (id: number) => judged.get(id)?.[0] ?? false
  return {
    nameOf: (id) => (showsName(id) ? (book.groups.get(id)?.name ?? `#${id}`) : `#${id}`),
    showsName,
    showsRules: (id) => judged.get(id)?.[1] ?? false,
  }
}
