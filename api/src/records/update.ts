import { demand, rowsOf } from '../access/access.ts'
import { Forbidden, Invalid, Stale } from '../contract/errors.ts'
import { messageOf } from '../derive/labels.ts'
import type { WriteScope } from '../store/types.ts'
import { namingConflicts } from './conflict.ts'
import type { Asking } from './panel.ts'
import { type View, view } from './read.ts'
import { missingReferences } from './references.ts'
import { columnsOfValues, writeMembers } from './row.ts'
import { demandWritable, type Saved, withHashes } from './save.ts'
import { missingReasons, settle, type Values } from './settle.ts'
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
    const before = await currentVersion(asking, { id, action: 'update', expected, scope })
    await change(asking, { before, values, scope, judged: true })
    const record = await view(asking, id, scope)
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
  expected: Expected
  scope: WriteScope
}

/** The record before the change: seen by this person, open to the action, and of the version they read. */
export async function currentVersion(asking: Asking, { id, action, expected, scope }: Wanted): Promise<View> {
  await lockRow(asking, id, scope)
  const before = await view(asking, id, scope)
  if (rowsOf(asking.person, action, asking.resource).is === 'never') throw new Forbidden()
  if (expected !== '*' && before.version !== expected) throw new Stale(before)
  return before
}

/** On PostgreSQL two transactions may read the same version: the second waits here until the first is done. */
async function lockRow({ panel, resource }: Asking, id: number, scope: WriteScope): Promise<void> {
  await lockTree(panel, resource, scope)
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
export async function change(asking: Asking, { before, values: changes, scope, judged }: Writing): Promise<void> {
  const { panel, resource, language } = asking
  const current = plain(before)
  const { values, errors } = settle({ ...resource, language }, changes, current)
  const wrong = {
    ...(await missingReferences(asking, resource.fields, values, scope)),
    ...(judged && missingReasons(resource, changes, current)),
    ...errors,
  }
  if (Object.keys(wrong).length > 0) throw new Invalid(wrong)
  const columns = {
    ...(await columnsOfValues(panel, resource, { scope, values })),
    version: before.version + 1,
    updated_at: new Date(),
  }
  await namingConflicts(resource, async () => {
    await panel.models
      .get(resource.table)
      ?.update(columns, { where: { id: before.id }, transaction: scope.transaction })
    await writeMembers(panel, resource, { scope, id: before.id, values })
    if (resource.tree && resource.tree in values) {
      const parent = values[resource.tree]
      await placeInTree(panel, resource, { scope, id: before.id, parent: typeof parent === 'number' ? parent : null })
    }
  })
  scope.changed(resource.table)
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
