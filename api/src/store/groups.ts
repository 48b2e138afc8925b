import type { Audience, Rule } from '../contract/permissions.ts'
import type { Reader } from './sql/text.ts'

/** A permission group as it is stored. */
export interface Group {
  readonly id: number
  readonly name: string
  readonly audience: Audience
  readonly brand: number | null
  readonly active: boolean
  readonly system: boolean
  readonly rules: readonly Rule[]
}

/** Every group with its rules in their order, and the version of it all: one statement, so that no half of a change is seen. */
export async function readGroups(reader: Reader): Promise<{ version: string; groups: Group[] }> {
  const rows = await reader.read<FoundRow>(groupsSql)
  const groups = new Map<number, Group & { rules: Rule[] }>()
  for (const row of rows) {
    const group = groups.get(Number(row.group_id)) ?? groupOf(row)
    groups.set(group.id, group)
    if (row.id !== null) group.rules.push(ruleOf(row))
  }
  return { version: String(rows[0]?.version ?? ''), groups: [...groups.values()] }
}

function groupOf({ group_id, name, audience, brand_id, active, system }: FoundRow): Group & { rules: Rule[] } {
  return {
    id: Number(group_id),
    name,
    audience,
    brand: brand_id === null ? null : Number(brand_id),
    active: Boolean(active),
    system: Boolean(system),
    rules: [],
  }
}

function ruleOf({ id, actions, subject, fields, conditions, checked, inverted, reason, status }: FoundRow): Rule {
  return {
    id: `r_${id}`,
    actions: parsed(actions) as string[],
    subject,
    fields: parsed(fields) as Rule['fields'],
    conditions: parsed(conditions) as Rule['conditions'],
    check: parsed(checked) as Rule['check'],
    inverted: Boolean(inverted),
    reason,
    status,
  }
}

/** SQLite gives JSON as text. */
function parsed(stored: unknown): unknown {
  return typeof stored === 'string' ? JSON.parse(stored) : stored
}

interface FoundRow {
  version: unknown
  group_id: unknown
  name: string
  audience: Audience
  brand_id: unknown
  active: unknown
  system: unknown
  /** Null where the group has no rule. */
  id: unknown
  actions: unknown
  subject: string
  fields: unknown
  conditions: unknown
  checked: unknown
  inverted: unknown
  reason: string | null
  status: 'ok' | 'needs_review'
}

const groupsSql = `
  SELECT s.version, g.id AS group_id, g.name, g.audience, g.brand_id, g.active, g."system",
         r.id, r.actions, r.subject, r.fields, r.conditions, r."check" AS checked, r.inverted, r.reason, r.status
  FROM rbac_state s
  JOIN permission_groups g ON s.id = 1
  LEFT JOIN permission_groups_rules r ON r.owner_id = g.id
  ORDER BY g.id, r.position`
