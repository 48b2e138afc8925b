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

/** A rule of which a part is no JSON is unreadable as a whole. */
function ruleOf({ id, actions, subject, fields, conditions, checked, inverted, reason, status }: FoundRow): Rule {
  const rule = { id: `r_${id}`, subject, inverted: Boolean(inverted), reason }
  try {
    return {
      ...rule,
      actions: parsed(actions) as string[],
      fields: parsed(fields) as Rule['fields'],
      conditions: parsed(conditions) as Rule['conditions'],
      check: parsed(checked) as Rule['check'],
      status,
    }
  } catch (error) {
    if (error instanceof SyntaxError) return { ...rule, actions: ['manage'], status: 'needs_review' }
    throw error
  }
}

function parsed(json: string | null): unknown {
  return json === null ? null : JSON.parse(json)
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
  actions: string | null
  subject: string
  fields: string | null
  conditions: string | null
  checked: string | null
  inverted: unknown
  reason: string | null
  status: 'ok' | 'needs_review'
}

/** JSON as its text, on either engine: a driver that read it would tell the text `null` from the value no longer. */
const groupsSql = `
  SELECT s.version, g.id AS group_id, g.name, g.audience, g.brand_id, g.active, g."system",
         r.id, r.subject, r.inverted, r.reason, r.status, CAST(r.actions AS text) AS actions,
         CAST(r.fields AS text) AS fields, CAST(r.conditions AS text) AS conditions, CAST(r."check" AS text) AS checked
  FROM rbac_state s
  JOIN permission_groups g ON s.id = 1
  LEFT JOIN permission_groups_rules r ON r.owner_id = g.id
  ORDER BY g.id, r.position`
