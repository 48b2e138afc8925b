import type { Audience, Rule } from '../src/contract/permissions.ts'
import { instantBind } from '../src/store/instants.ts'
import type { Database, WriteScope } from '../src/store/types.ts'

/** Somebody a test needs: their rules stand in a group of their own, beside groups that are there already. */
export interface Wanted {
  rules?: readonly Rule[]
  /** Of the group that holds the rules; left out, staff. */
  audience?: Audience
  brand?: number | null
  /** Ids of groups that are there. */
  groups?: readonly number[]
}

/** What was made. */
export interface Somebody {
  user: number
  /** The group that holds the rules. */
  group: number
}

let serial = 0

/** Makes a user with rules straight in the database: what the API thinks of it is another test's business. */
export function makeSomebody(
  database: Database,
  { rules = [], audience = 'staff', brand = null, groups = [] }: Wanted,
): Promise<Somebody> {
  serial += 1
  // As many digits for everybody: lists by name show people in the order they were made.
  const name = `Pessoa ${String(serial).padStart(5, '0')}`
  return database.write(async (scope) => {
    await scope.run('UPDATE rbac_state SET version = version + 1 WHERE id = 1')
    const now = instantBind(database.engine, Date.now())
    const user = await insert(scope, 'users', {
      name,
      name_search: name.toLowerCase(),
      email: `pessoa.${serial}@exemplo.com.br`,
      password: 'none opens it',
      brand_id: brand,
      active: 'true',
      must_change_password: 'false',
      created_at: now,
      updated_at: now,
    })
    const group = await makeGroup(scope, { database, name: `Grupo ${serial}`, audience, rules })
    for (const id of [group, ...groups]) {
      await scope.run('INSERT INTO user_permission_groups (user_id, group_id, granted_at) VALUES ($1, $2, $3)', [
        user,
        id,
        now,
      ])
    }
    for (const table of ['rbac_state', 'users', 'user_permission_groups', 'permission_groups']) scope.changed(table)
    return { user, group }
  })
}

interface NewGroup {
  database: Database
  name: string
  audience: Audience
  rules: readonly Rule[]
}

/** Makes a group of the staff, or of customers, with its rules, and gives its id. */
export async function makeGroup(scope: WriteScope, { database, name, audience, rules }: NewGroup): Promise<number> {
  const now = instantBind(database.engine, Date.now())
  const id = await insert(scope, 'permission_groups', {
    name,
    name_search: name.toLowerCase(),
    audience,
    active: 'true',
    system: 'false',
    created_at: now,
    updated_at: now,
  })
  const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
  const rows = rules.map((rule, position) => ({
    owner_id: id,
    position,
    actions: json(rule.actions),
    subject: rule.subject,
    fields: json(rule.fields),
    conditions: json(rule.conditions),
    check: json(rule.check),
    inverted: String(rule.inverted === true),
    reason: rule.reason ?? null,
    status: 'ok',
  }))
  if (rows.length > 0) await insertAll(scope, 'permission_groups_rules', rows)
  return id
}

type Row = Record<string, string | number | null>

/** Gives the id of the row. */
async function insert(scope: WriteScope, table: string, values: Row): Promise<number> {
  await insertAll(scope, table, [values])
  const [row] = await scope.read<{ id: number }>(`SELECT max(id) AS id FROM ${table}`)
  return Number(row?.id)
}

/** Truth is spelt out: a bind has no booleans that both engines take. */
async function insertAll(scope: WriteScope, table: string, rows: readonly Row[]): Promise<void> {
  const binds: (string | number | null)[] = []
  const placeOf = (value: string | number | null) => {
    if (value === 'true' || value === 'false') return value
    binds.push(value)
    return `$${binds.length}`
  }
  const columns = Object.keys(rows[0] ?? {}).map((column) => `"${column}"`)
  const lists = rows.map((row) => `(${Object.values(row).map(placeOf).join(', ')})`)
  await scope.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES ${lists.join(', ')}`, binds)
}
