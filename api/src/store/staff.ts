import type { Resource } from '../define/resource.ts'
import { type Condition, conditionSql } from './sql/condition.ts'
import { type Reader, SqlText } from './sql/text.ts'
import type { Database } from './types.ts'

/** An active user with the groups they are in now. */
export interface StaffMember {
  readonly id: number
  readonly name: string
  readonly email: string
  readonly brand: number | null
  readonly memberships: readonly number[]
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
      : ` AND EXISTS (SELECT 1 FROM user_permission_groups g WHERE g.user_id = t.id AND g.group_id = ${text.bind(group)} AND ${living('g')})`
  const rows = await reader.read<StaffRow>(
    `SELECT t.id, t.name, t.email, t.brand_id, m.group_id
     FROM users t
     LEFT JOIN user_permission_groups m ON m.user_id = t.id AND ${living('m')}
     WHERE t.active AND ${conditionSql(text, resource, where, 't')}${inGroup}
     ORDER BY t.name_search, t.id, m.group_id`,
    text.binds,
  )
  const staff = new Map<number, StaffMember & { memberships: number[] }>()
  for (const { id, name, email, brand_id: brand, group_id: membership } of rows) {
    const key = Number(id)
    const member = staff.get(key) ?? {
      id: key,
      name,
      email,
      brand: brand === null ? null : Number(brand),
      memberships: [],
    }
    staff.set(key, member)
    if (membership !== null) member.memberships.push(Number(membership))
  }
  return [...staff.values()]
}

const living = (alias: string) => `(${alias}.expires_at IS NULL OR ${alias}.expires_at > CURRENT_TIMESTAMP)`

interface StaffRow {
  id: number
  name: string
  email: string
  brand_id: number | null
  group_id: number | null
}
