import type { Rule } from '../../src/contract/permissions.ts'
import type { Database, WriteScope } from '../../src/store/types.ts'
import type { Client } from '../client.ts'
import type { Who } from './oracle/world.ts'

/** A user who can be anybody: their brand, groups and rules are exchanged, and act on their next request. */
export interface StandIn {
  readonly client: Client
  readonly identity: Pick<Who, 'id' | 'email'>
  become(who: Who): Promise<void>
}

/** Takes the signed-in user behind a client for a stand-in. */
export async function standIn(database: Database, client: Client): Promise<StandIn> {
  const { body } = await client.send('GET', '/api/auth/me')
  const identity = { id: body.user.id, email: body.user.email }
  return {
    client,
    identity,
    become: ({ brand, groups }) =>
      database.write(async (scope) => {
        await scope.run('UPDATE rbac_state SET version = version + 1 WHERE id = 1')
        await dismiss(scope, identity.id)
        await scope.run('UPDATE users SET brand_id = $1 WHERE id = $2', [brand, identity.id])
        for (const [at, rules] of groups.entries())
          await join(scope, { user: identity.id, name: `${prefix}${at}`, rules })
        for (const table of ['rbac_state', 'users', 'user_permission_groups', 'permission_groups']) scope.changed(table)
      }),
  }
}

const prefix = 'Elenco '
const instant = "'2026-01-31 12:00:00.000 +00:00'"

async function dismiss(scope: WriteScope, user: number): Promise<void> {
  const groups = `SELECT id FROM permission_groups WHERE name LIKE '${prefix}%'`
  await scope.run('DELETE FROM user_permission_groups WHERE user_id = $1', [user])
  await scope.run(`DELETE FROM permission_groups_rules WHERE owner_id IN (${groups})`)
  await scope.run(`DELETE FROM permission_groups WHERE id IN (${groups})`)
}

interface Joining {
  user: number
  name: string
  rules: readonly Rule[]
}

async function join(scope: WriteScope, { user, name, rules }: Joining): Promise<void> {
  await scope.run(
    `INSERT INTO permission_groups (name, name_search, audience, active, "system", version, created_at, updated_at)
     VALUES ($1, $2, 'staff', true, false, 1, ${instant}, ${instant})`,
    [name, name.toLowerCase()],
  )
  const [group] = await scope.read<{ id: number }>('SELECT id FROM permission_groups WHERE name = $1', [name])
  const id = Number(group?.id)
  for (const [position, rule] of rules.entries()) await write(scope, { owner: id, position, rule })
  await scope.run(`INSERT INTO user_permission_groups (user_id, group_id, granted_at) VALUES ($1, $2, ${instant})`, [
    user,
    id,
  ])
}

async function write(
  scope: WriteScope,
  { owner, position, rule }: { owner: number; position: number; rule: Rule },
): Promise<void> {
  const json = (value: unknown) => (value === null || value === undefined ? null : JSON.stringify(value))
  const { actions, subject, fields, conditions, check, inverted, reason } = rule
  await scope.run(
    `INSERT INTO permission_groups_rules (owner_id, position, actions, subject, fields, conditions, "check", inverted, reason, status)
     VALUES ($1, $2, $3, $4, $5, $6, $7, ${inverted ? 'true' : 'false'}, $8, 'ok')`,
    [owner, position, json(actions), subject, json(fields), json(conditions), json(check), reason ?? null],
  )
}
