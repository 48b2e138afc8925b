import type { Rule } from '../contract/permissions.ts'
import { joinOf, partTableName } from '../derive/columns.ts'
import { instantBind } from '../store/instants.ts'
import { quoted } from '../store/sql/text.ts'
import type { Bind, WriteScope } from '../store/types.ts'
import type { Asking } from './panel.ts'
import type { Values } from './settle.ts'

interface Written {
  scope: WriteScope
  /** Of the record whose values these are. */
  id: number
  values: Values
}

/** Writes the values that are rows of other tables: the members of manyToMany fields, and rules. */
export async function writeParts(asking: Asking, { scope, id, values }: Written): Promise<void> {
  for (const [name, value] of Object.entries(values)) {
    const kind = asking.resource.fields[name]?.kind
    if (kind === 'manyToMany') await writeMembers(asking, { scope, id, name, ids: (value ?? []) as number[] })
    if (kind === 'permissionRules') await writeRules(asking, { scope, id, name, rules: (value ?? []) as Rule[] })
  }
}

interface Members {
  scope: WriteScope
  id: number
  name: string
  ids: readonly number[]
}

/** Who stays keeps what is known of the pair: who granted it, when, and until when. */
async function writeMembers({ panel, person, resource }: Asking, { scope, id, name, ids }: Members): Promise<void> {
  const { engine } = panel.database
  const { table, owner, target, granted } = joinOf(resource, name)
  const chosen =
    engine === 'sqlite'
      ? '(SELECT value AS id FROM json_each($2))'
      : '(SELECT jsonb_array_elements_text($2::jsonb)::int AS id)'
  const wanted: Bind[] = [id, JSON.stringify(ids)]
  const gone = granted ? ' OR expires_at <= CURRENT_TIMESTAMP' : ''
  await scope.run(
    `DELETE FROM ${quoted(table)} WHERE ${owner} = $1 AND (${target} NOT IN (SELECT c.id FROM ${chosen} c)${gone})`,
    wanted,
  )
  const by = person.user.id > 0 ? person.user.id : null
  const [columns, values, binds]: [string, string, Bind[]] = granted
    ? [', granted_by, granted_at', ', $3, $4', [by, instantBind(engine, Date.now())]]
    : ['', '', []]
  await scope.run(
    `INSERT INTO ${quoted(table)} (${owner}, ${target}${columns}) SELECT $1, c.id${values} FROM ${chosen} c
     WHERE c.id NOT IN (SELECT p.${target} FROM ${quoted(table)} p WHERE p.${owner} = $1)`,
    [...wanted, ...binds],
  )
  scope.changed(table)
}

interface Rules {
  scope: WriteScope
  id: number
  name: string
  rules: readonly Rule[]
}

/** A rule that was there keeps its id, by which explanations name it; one that came with an id of another group is new. */
async function writeRules({ panel, resource }: Asking, { scope, id, name, rules }: Rules): Promise<void> {
  const table = partTableName(resource, name)
  const rows = await scope.read<{ id: number }>(`SELECT id FROM ${quoted(table)} WHERE owner_id = $1`, [id])
  const before = new Set(rows.map((row) => `r_${row.id}`))
  const kept = new Set(rules.flatMap((rule) => (rule.id !== undefined && before.has(rule.id) ? [rule.id] : [])))
  for (const row of rows) {
    if (!kept.has(`r_${row.id}`)) await scope.run(`DELETE FROM ${quoted(table)} WHERE id = $1`, [Number(row.id)])
  }
  // No two rules may stand in one place, not even while they change places.
  await scope.run(`UPDATE ${quoted(table)} SET position = -1 - position WHERE owner_id = $1`, [id])
  const placed = new Set<string>()
  for (const [position, rule] of rules.entries()) {
    const isKept = rule.id !== undefined && kept.has(rule.id) && !placed.has(rule.id)
    const binds = bindsOf(panel.database.engine, rule, position)
    if (isKept) {
      placed.add(String(rule.id))
      const set = columns.map((column, index) => `${quoted(column)} = $${index + 1}`).join(', ')
      const place = `$${columns.length + 1}`
      await scope.run(`UPDATE ${quoted(table)} SET ${set} WHERE id = ${place}`, [
        ...binds,
        Number(String(rule.id).slice(2)),
      ])
    } else {
      const places = columns.map((_, index) => `$${index + 2}`).join(', ')
      await scope.run(
        `INSERT INTO ${quoted(table)} (owner_id, ${columns.map(quoted).join(', ')}) VALUES ($1, ${places})`,
        [id, ...binds],
      )
    }
  }
  scope.changed(table)
}

const columns = ['position', 'actions', 'subject', 'fields', 'conditions', 'check', 'inverted', 'reason', 'status']

/** What was just judged is in order, whatever was said of it before. */
function bindsOf(engine: 'sqlite' | 'postgres', rule: Rule, position: number): Bind[] {
  const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
  const inverted = rule.inverted === true
  return [
    position,
    JSON.stringify(rule.actions),
    rule.subject,
    json(rule.fields),
    json(rule.conditions),
    json(rule.check),
    engine === 'sqlite' ? Number(inverted) : String(inverted),
    rule.reason || null,
    'ok',
  ]
}
