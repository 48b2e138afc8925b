import type { Rule } from '../../src/contract/permissions.ts'
import { instantBind } from '../../src/store/instants.ts'
import type { Database, WriteScope } from '../../src/store/types.ts'
import type { Client } from '../client.ts'
import { makeGroup } from '../people.ts'
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
          await join(scope, { database, user: identity.id, name: `${prefix}${at}`, rules })
        for (const table of ['rbac_state', 'users', 'user_permission_groups', 'permission_groups']) scope.changed(table)
      }),
  }
}

const prefix = 'Elenco '

async function dismiss(scope: WriteScope, user: number): Promise<void> {
  const groups = `SELECT id FROM permission_groups WHERE name LIKE '${prefix}%'`
  await scope.run('DELETE FROM user_permission_groups WHERE user_id = $1', [user])
  await scope.run(`DELETE FROM permission_groups_rules WHERE owner_id IN (${groups})`)
  await scope.run(`DELETE FROM permission_groups WHERE id IN (${groups})`)
}

interface Joining {
  database: Database
  user: number
  name: string
  rules: readonly Rule[]
}

async function join(scope: WriteScope, { database, user, name, rules }: Joining): Promise<void> {
  const group = await makeGroup(scope, { database, name, audience: 'staff', rules })
  const now = instantBind(database.engine, Date.now())
  await scope.run('INSERT INTO user_permission_groups (user_id, group_id, granted_at) VALUES ($1, $2, $3)', [
    user,
    group,
    now,
  ])
}
