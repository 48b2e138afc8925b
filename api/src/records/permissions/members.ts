import { demand, mayRead } from '../../access/access.ts'
import { Missing } from '../../contract/errors.ts'
import type { Member } from '../../contract/permissions.ts'
import { titleKey } from '../../derive/words/speech.ts'
import { type Membership, readMemberships } from '../../store/members.ts'
import type { Reader } from '../../store/sql/text.ts'
import { usersOf } from '../first-access.ts'
import { list } from '../list.ts'
import type { View } from '../read.ts'
import { sees } from '../sees.ts'
import { type Asker, groupsOf } from './asker.ts'
import { titlesOf } from './speech.ts'

/** @throws Forbidden, Missing for a group that this person does not see */
export async function demandGroup(
  { panel, person }: Asker,
  id: number,
  reader: Reader = panel.database,
): Promise<void> {
  const resource = groupsOf(panel)
  demand(person, 'read', resource)
  if (!(await sees({ panel, person, resource }, id, { reader }))) throw new Missing()
}

/**
 * Who is in a group, of those whose groups this person may read; the latest first.
 * @throws Forbidden, Missing
 */
export async function members(asker: Asker, group: number): Promise<Member[]> {
  await demandGroup(asker, group)
  const { database } = asker.panel
  return membersAmong(asker, await readMemberships(database, database, group))
}

/** Memberships as this person may see them. */
export async function membersAmong(asker: Asker, memberships: readonly Membership[]): Promise<Member[]> {
  const users = await usersSeen(
    asker,
    memberships.map(({ user }) => user),
  )
  const grantors = memberships.flatMap(({ grantedBy: id }) => (id === null ? [] : { resource: 'user', id }))
  const titles = await titlesOf(asker, grantors)
  return memberships.flatMap(({ user: id, grantedBy, grantedAt, expiresAt }) => {
    const user = users.get(id)
    return user ? { user, grantedBy: titles.get(titleKey('user', grantedBy)) ?? null, grantedAt, expiresAt } : []
  })
}

const pageSize = 200

async function usersSeen(asker: Asker, ids: readonly number[]): Promise<Map<number, Member['user']>> {
  const resource = usersOf(asker.panel)
  demand(asker.person, 'read', resource)
  const fields = ['id', 'name', 'email', 'active', 'groups'].filter((name) => mayRead(asker.person, resource, name))
  const users = new Map<number, Member['user']>()
  if (!fields.includes('groups')) return users
  for (let start = 0; start < ids.length; start += pageSize) {
    const named = ids.slice(start, start + pageSize).map(String)
    const page = { id: named, _fields: fields.join(), _start: '0', _end: String(pageSize) }
    const rows: View[] = JSON.parse((await list({ ...asker, resource }, page)).body)
    for (const row of rows) if ('groups' in row) users.set(row.id, userOf(row))
  }
  return users
}

function userOf({ id, name, email, active }: View): Member['user'] {
  return {
    id,
    name: typeof name === 'string' ? name : `#${id}`,
    ...(typeof email === 'string' && { email }),
    ...(typeof active === 'boolean' && { active }),
  }
}
