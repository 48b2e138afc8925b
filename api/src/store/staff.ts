import type { Resource } from '../define/resource.ts'
import { msOf } from './instants.ts'
import { type Condition, conditionSql, whileGranted } from './sql/condition.ts'
import { type Reader, SqlText } from './sql/text.ts'
import type { Database } from './types.ts'

/** A user with the groups they are in now. */
export interface StaffMember {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly brand: number | null
  readonly active: boolean
  readonly mustChangePassword: boolean
  readonly memberships: readonly number[]
  /** When those of them end that do not stay for good. */
  readonly endings: readonly { readonly group: number; readonly atMs: number }[]
}

interface Wanted {
  readonly resources: Readonly<Record<string, Resource>>
  /** The resource of users. */
  readonly resource: Resource
  readonly where: Condition
  /** Only those in this group. */
  readonly group?: number
}

/** The active users that fulfil a condition, by name. */
export async function readStaff(
  reader: Reader,
  { engine }: Pick<Database, 'engine'>,
  { resources, resource, where, group }: Wanted,
): Promise<StaffMember[]> {
  const text = new SqlText(engine, resources)
  const inGroup =
    group === undefined
      ? ''
      : ` AND EXISTS (SELECT 1 FROM user_permission_groups g WHERE g.user_id = t.id AND g.group_id = ${text.bind(group)}${whileGranted(text, granted, 'g')})`
  const condition = `t.active AND ${conditionSql(text, resource, where, 't')}${inGroup}`
  return readMembers(reader, text, { condition, order: 't.name_search, t.id' })
}

/** A user, whether or not they are active; undefined when there is none. */
export async function readMember(
  reader: Reader,
  { engine }: Pick<Database, 'engine'>,
  id: number,
): Promise<StaffMember | undefined> {
  const text = new SqlText(engine, {})
  const [member] = await readMembers(reader, text, { condition: `t.id = ${text.bind(id)}`, order: 't.id' })
  return member
}

const granted = { granted: true }

async function readMembers(
  reader: Reader,
  text: SqlText,
  { condition, order }: { condition: string; order: string },
): Promise<StaffMember[]> {
  const rows = await reader.read<MemberRow>(
    `SELECT t.id, t.name, t.email, t.brand_id, t.active, t.must_change_password, m.group_id, m.expires_at
     FROM users t
     LEFT JOIN user_permission_groups m ON m.user_id = t.id${whileGranted(text, granted, 'm')}
     WHERE ${condition}
     ORDER BY ${order}, m.group_id`,
    text.binds,
  )
  const members = new Map<number, ReturnType<typeof memberOf>>()
  for (const row of rows) {
    const member = members.get(Number(row.id)) ?? memberOf(row)
    members.set(member.id, member)
    if (row.group_id === null) continue
    const group = Number(row.group_id)
    member.memberships.push(group)
    if (row.expires_at !== null) member.endings.push({ group, atMs: msOf(row.expires_at) })
  }
  return [...members.values()]
}

function memberOf({ id, name, email, brand_id: brand, active, must_change_password: mustChange }: MemberRow) {
  return {
    id: Number(id),
    name,
    email,
    brand: brand === null ? null : Number(brand),
    active: Boolean(active),
    mustChangePassword: Boolean(mustChange),
    memberships: [] as number[],
    endings: [] as StaffMember['endings'][number][],
  }
}

interface MemberRow {
  id: number
  name: string
  email: string
  brand_id: number | null
  active: unknown
  must_change_password: unknown
  group_id: number | null
  expires_at: unknown
}
