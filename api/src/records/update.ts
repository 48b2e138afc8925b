import { demand } from '../access/access.ts'
import { system } from '../access/person.ts'
import { type FieldError, Invalid, Stale } from '../contract/errors.ts'
import { messageOf } from '../derive/labels.ts'
import type { Reader } from '../store/sql/text.ts'
import type { WriteScope } from '../store/types.ts'
import { namingConflicts } from './conflict.ts'
import { missingUploads, takeFiles } from './files/claim.ts'
import { image, remember } from './history/remember.ts'
import { formerOnes, lockOwners } from './one-per.ts'
import type { Asking } from './panel.ts'
import { writeParts } from './parts.ts'
import { demandAfter, demandBefore } from './permitted.ts'
import { outOfReach, presetValues } from './reach.ts'
import { type View, view, viewOrId } from './read.ts'
import { missingReferences } from './references.ts'
import { decidesRights, guardingRights, isMadeOfRights } from './rights/guarding.ts'
import { raiseRightsVersion } from './rights-version.ts'
import { columnsOfValues } from './row.ts'
import { demandWritable, fieldsOf, type Saved, withHashes } from './save.ts'
import { missingReasons, settle, type Values } from './settle.ts'
import { chosenOf } from './taken-along.ts'
import { lockTree, placeInTree } from './tree.ts'
import { warningsOf } from './warnings.ts'

/** The version a client read, or `*`: "I accept to overwrite". */
export type Expected = number | '*'

export interface Change {
  id: number
  /** Parsed by `updateBody`. */
  body: Values
  expected: Expected
}

/**
 * Changes the named fields of a record and no other.
 * @throws Missing, Forbidden, Stale with the record as it is now, Invalid, Conflict; nothing is written then
 */
export async function update(asking: Asking, { id, body, expected }: Change): Promise<Saved> {
  const { panel, person, resource } = asking
  demand(person, 'update', resource)
  demandWritable(asking, 'update', Object.keys(body))
  const values = await withHashes(resource, body)
  return panel.database.write(async (scope) => {
    const fields = fieldsOf(resource, body)
    const before = await currentVersion(asking, { id, action: 'update', fields, expected, scope })
    await change(asking, { before, values, scope, judged: true })
    await demandAfter(asking, { id, action: 'update', fields, reader: scope })
    const record = await viewOrId(asking, id, scope)
    return {
      record,
      message: messageOf(asking, 'updated', Object.keys(body)),
      warnings: warningsOf(asking, record, Object.keys(body)),
    }
  })
}

interface Wanted {
  id: number
  action: string
  /** Those that are to be set. */
  fields?: readonly string[]
  expected: Expected
  scope: WriteScope
}

/**
 * The whole record before the change, whatever of it this person may read: seen by them, open to the action, and of the version
 * they read.
 * @throws Missing, Forbidden, Stale with what they may read of the record as it is now
 */
export async function currentVersion(asking: Asking, { id, action, fields, expected, scope }: Wanted): Promise<View> {
  await lockRow(asking, id, scope)
  await demandBefore(asking, { id, action, fields, reader: scope })
  const before = await view({ ...asking, person: system }, id, scope)
  if (expected !== '*' && before.version !== expected) throw new Stale(await view(asking, id, scope))
  return before
}

/** On PostgreSQL two transactions may read the same version: the second waits here until the first is done. */
async function lockRow(asking: Asking, id: number, scope: WriteScope): Promise<void> {
  const { panel, resource } = asking
  if (isMadeOfRights(resource)) await raiseRightsVersion(scope)
  await lockTree(panel, resource, scope)
  await lockOwners(asking, { scope, id })
  if (panel.database.engine === 'postgres')
    await scope.read(`SELECT id FROM "${resource.table}" WHERE id = $1 FOR UPDATE`, [id])
}

interface Writing {
  before: View
  values: Values
  scope: WriteScope
  /** Whether a change of status must give its reason: asked of people, not of what an action does by itself. */
  judged: boolean
}

/** Writes changes into an existing row inside a transaction. Who may is the caller's to ask; the values are judged here. */
export async function change(asking: Asking, writing: Writing): Promise<void> {
  const { before, values, scope } = writing
  const work = () => changeRow(asking, writing).then(() => before.id)
  if (decidesRights(asking)) await guardingRights(asking, { scope, id: before.id, fields: Object.keys(values) }, work)
  else await work()
}

async function changeRow(asking: Asking, { before, values: changes, scope, judged }: Writing): Promise<void> {
  const { panel, resource, language } = asking
  const current = plain(before)
  const taken = await presetValues(asking, { values: changes, current, reader: scope })
  const { values, errors } = settle({ ...resource, language }, { ...changes, ...taken }, current)
  const wrong = {
    ...(await outOfReach(asking, { values, current, taken, reader: scope })),
    ...(await missingReferences(asking, resource.fields, chosenOf(values, taken), scope)),
    ...(await missingUploads(asking, { scope, values, current })),
    ...(judged && missingReasons(resource, changes, current)),
    ...errors,
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(await withoutSecrets(asking, before.id, wrong, scope))
  const columns = {
    ...(await columnsOfValues(panel, resource, { scope, values })),
    version: before.version + 1,
    updated_at: new Date(),
  }
  await takeFromOthers(asking, { scope, id: before.id, values, current })
  await namingConflicts(resource, async () => {
    await panel.models
      .get(resource.table)
      ?.update(columns, { where: { id: before.id }, transaction: scope.transaction })
    await writeParts(asking, { scope, id: before.id, values })
    await takeFiles(asking, { scope, values, current })
    if (resource.tree && resource.tree in values) {
      const parent = values[resource.tree]
      await placeInTree(panel, resource, { scope, id: before.id, parent: typeof parent === 'number' ? parent : null })
    }
  })
  scope.changed(resource.table)
  const secrets = Object.keys(values).filter((name) => resource.fields[name]?.kind === 'password')
  const after = await image(asking, before.id, scope)
  await remember(asking, { scope, id: before.id, verb: 'update', before, after, secrets })
}

/** Of each owner one record is the one: where another becomes it, those that were are changed too. */
export async function takeFromOthers(asking: Asking, taking: Parameters<typeof formerOnes>[1]): Promise<void> {
  const { scope } = taking
  for (const { id, name } of await formerOnes(asking, taking)) {
    const before = await view({ ...asking, person: system }, id, scope)
    await changeRow(asking, { before, values: { [name]: false }, scope, judged: false })
  }
}

/** What is said of a field that this person may not read on this record says nothing of its value. */
async function withoutSecrets(
  asking: Asking,
  id: number,
  wrong: Record<string, FieldError[]>,
  reader: Reader,
): Promise<Record<string, FieldError[]>> {
  if (asking.person.administrator) return wrong
  const { hidden } = (await view(asking, id, reader))._access.fields
  return Object.fromEntries(
    Object.entries(wrong).map(([name, errors]) => [name, hidden.includes(name) ? [{ key: 'invalid.hidden' }] : errors]),
  )
}

/** References as ids, the way they are written. */
function plain(record: View): Values {
  return Object.fromEntries(
    Object.entries(record).map(([name, value]) => [
      name,
      typeof value === 'object' && value !== null && 'id' in value && name !== '_access' ? value.id : value,
    ]),
  )
}
