import { system } from '../access/person.ts'
import type { Resource } from '../define/resource.ts'
import { firstRows } from '../derive/system-tables.ts'
import { createBody } from '../derive/validators.ts'
import { auditRights } from '../store/audit.ts'
import { issueLink } from '../store/one-time-links.ts'
import type { Reader } from '../store/sql/text.ts'
import type { WriteScope } from '../store/types.ts'
import { insert } from './create.ts'
import type { Panel } from './panel.ts'
import { raiseRightsVersion } from './rights-version.ts'
import { withHashes } from './save.ts'

/** How long the link to make the first administrator works. */
const setUpLifeMs = 24 * 60 * 60_000

interface NewAdministrator {
  readonly name: string
  readonly email: string
  readonly password: string
  readonly passwordConfirmation: string
}

/** The resource of those who sign in. @throws Error when the app has none */
export function usersOf({ resources }: Pick<Panel, 'resources'>): Resource {
  const { user } = resources
  if (!user)
    throw new Error('An app needs a resource "user" with name, email, password, active and mustChangePassword.')
  return user
}

/** Whether anybody could sign in. */
export async function hasUsers(reader: Reader): Promise<boolean> {
  const rows = await reader.read('SELECT id FROM users LIMIT 1')
  return rows.length > 0
}

/** Whether nobody has put anything in yet: no resource has a record but those that the product brings along. */
export async function isEmpty({ resources, database }: Panel): Promise<boolean> {
  for (const { table } of Object.values(resources)) {
    if (table in firstRows) continue
    const rows = await database.read(`SELECT id FROM "${table}" LIMIT 1`)
    if (rows.length > 0) return false
  }
  return true
}

/**
 * Makes a user of the system group, who may do everything, and gives their id.
 * @throws ZodError or Invalid when a value will not do
 */
export async function makeAdministrator(
  panel: Panel,
  scope: WriteScope,
  { name, email, password, passwordConfirmation }: NewAdministrator,
): Promise<number> {
  const resource = usersOf(panel)
  const body = createBody(resource).parse({
    name,
    email,
    password,
    passwordConfirmation,
    active: true,
    mustChangePassword: false,
  })
  const asking = { panel, person: system, resource, language: 'pt-BR' } as const
  const id = await insert(asking, await withHashes(resource, body), scope)
  await raiseRightsVersion(scope)
  await scope.run(
    'INSERT INTO user_permission_groups (user_id, group_id, granted_at) SELECT $1, id, created_at FROM permission_groups WHERE "system"',
    [id],
  )
  scope.changed('user_permission_groups')
  await auditRights(panel.database, scope, {
    actor: null,
    kind: 'user-created',
    target: { type: 'user', id },
    after: { email, administrator: true },
  })
  return id
}

/** Makes the administrator that the settings name, on a database without users; says whether it did. */
export async function ensureAdministrator(
  panel: Panel,
  { email, password }: { email: string; password: string },
): Promise<boolean> {
  return panel.database.write(async (scope) => {
    if (await hasUsers(scope)) return false
    await makeAdministrator(panel, scope, { name: 'Administrador', email, password, passwordConfirmation: password })
    return true
  })
}

/** The token of a link under which the first administrator is made; undefined when there are users already. */
export async function offerSetUp({ database }: Panel): Promise<string | undefined> {
  if (await hasUsers(database)) return undefined
  return database.write((scope) => issueLink(database, scope, { purpose: 'set-up', lifeMs: setUpLifeMs }))
}
