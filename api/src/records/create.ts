import { demand } from '../access/access.ts'
import { Invalid } from '../contract/errors.ts'
import { messageOf } from '../derive/labels.ts'
import type { WriteScope } from '../store/types.ts'
import { namingConflicts } from './conflict.ts'
import { missingUploads, takeFiles } from './files/claim.ts'
import { image, remember } from './history/remember.ts'
import { lockOwners } from './one-per.ts'
import type { Asking } from './panel.ts'
import { writeParts } from './parts.ts'
import { demandAfter } from './permitted.ts'
import { outOfReach } from './reach.ts'
import { viewOrId } from './read.ts'
import { missingReferences } from './references.ts'
import { decidesRights, guardingRights, isMadeOfRights } from './rights/guarding.ts'
import { raiseRightsVersion } from './rights-version.ts'
import { columnsOfValues } from './row.ts'
import { demandWritable, fieldsOf, type Saved, withHashes } from './save.ts'
import { missingReasons, settle, type Values } from './settle.ts'
import { chosenOf, takenAlong } from './taken-along.ts'
import { placeInTree } from './tree.ts'
import { takeFromOthers } from './update.ts'
import { warningsOf } from './warnings.ts'

/**
 * Makes a record.
 * @param body parsed by `createBody`
 * @throws Forbidden, Invalid, Conflict; nothing is written then
 */
export async function create(asking: Asking, body: Values): Promise<Saved> {
  demand(asking.person, 'create', asking.resource)
  demandWritable(asking, 'create', Object.keys(body))
  const values = await withHashes(asking.resource, body)
  return asking.panel.database.write(async (scope) => {
    const id = await insert(asking, values, scope, { judged: true })
    await demandAfter(asking, { id, action: 'create', fields: fieldsOf(asking.resource, body), reader: scope })
    const record = await viewOrId(asking, id, scope)
    return { record, message: messageOf(asking, 'created'), warnings: warningsOf(asking, record, Object.keys(body)) }
  })
}

interface Judging {
  /** Whether a status must give its reason: asked of people, not of what an action does by itself. */
  judged?: boolean
}

/** Writes a new row inside a transaction and gives its id. Who may is the caller's to ask; the values are judged here. */
export function insert(
  asking: Asking,
  changes: Values,
  scope: WriteScope,
  { judged = false }: Judging = {},
): Promise<number> {
  const work = () => insertRow(asking, changes, scope, { judged })
  return decidesRights(asking) ? guardingRights(asking, { scope, fields: Object.keys(changes) }, work) : work()
}

async function insertRow(
  asking: Asking,
  changes: Values,
  scope: WriteScope,
  { judged }: Required<Judging>,
): Promise<number> {
  const { panel, resource, language } = asking
  if (isMadeOfRights(resource)) await raiseRightsVersion(scope)
  const taken = await takenAlong(asking, { values: changes, reader: scope })
  const { values, errors } = settle({ ...resource, language }, { ...changes, ...taken })
  const wrong = {
    ...(await outOfReach(asking, { values, taken, reader: scope })),
    ...(await missingReferences(asking, resource.fields, chosenOf(values, taken), scope)),
    ...(await missingUploads(asking, { scope, values })),
    ...(judged && missingReasons(resource, changes, {})),
    ...errors,
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const now = new Date()
  const columns = {
    ...(await columnsOfValues(panel, resource, { scope, values })),
    version: 1,
    created_at: now,
    updated_at: now,
  }
  await lockOwners(asking, { scope, values })
  await takeFromOthers(asking, { scope, values })
  return namingConflicts(resource, async () => {
    const row = await panel.models.get(resource.table)?.create(columns, { transaction: scope.transaction })
    const id = Number(row?.get('id'))
    await writeParts(asking, { scope, id, values })
    await takeFiles(asking, { scope, values })
    const parent = resource.tree ? values[resource.tree] : null
    await placeInTree(panel, resource, { scope, id, parent: typeof parent === 'number' ? parent : null })
    scope.changed(resource.table)
    await remember(asking, { scope, id, verb: 'create', after: await image(asking, id, scope) })
    return id
  })
}
