import { system } from '../../access/person.ts'
import type { Resource } from '../../define/resource.ts'
import { columnName } from '../../derive/columns.ts'
import { partsOf, personalFields, wholeField } from '../../derive/keeper.ts'
import { addToHistory, type Changes } from '../../store/history.ts'
import { type Keeper, seal } from '../../store/record-keys.ts'
import { quoted, type Reader } from '../../store/sql/text.ts'
import type { WriteScope } from '../../store/types.ts'
import type { Asking, Panel } from '../panel.ts'
import { type View, view } from '../read.ts'
import { changesOf, type Images } from './changes.ts'

interface Happening extends Images {
  readonly scope: WriteScope
  readonly id: number
  readonly verb: 'create' | 'update' | 'delete'
  /** Secrets that were set: that they changed is told, and nothing of them. */
  readonly secrets?: readonly string[]
  /** What was done to the record that this one is a part of. */
  readonly cause?: string
}

/** The whole record as it is now, whatever of it the person may read. */
export function image(asking: Asking, id: number, scope: WriteScope): Promise<View> {
  return view({ ...asking, person: system }, id, scope)
}

/** Writes down what happened to a record, in the transaction in which it happens. What changed nothing is not told. */
export async function remember(
  asking: Asking,
  { scope, id, verb, secrets = [], cause, ...images }: Happening,
): Promise<void> {
  const { resource, doing } = asking
  const set = Object.fromEntries(secrets.map((name) => [name, []] as const))
  const changes: Changes = { ...changesOf(resource, images), ...set }
  if (verb === 'update' && Object.keys(changes).length === 0) return
  const version = (images.after ?? images.before)?.version ?? 1
  const isItself = doing?.resource.name === resource.name && doing.id === id && verb === 'update'
  if (!doing || !isItself) {
    const action = doing && `${doing.resource.name}.${doing.action}`
    await tell(asking, scope, { id, version, changes, action: verb, cause: cause ?? action ?? null })
    return
  }
  doing.told = true
  await tell(asking, scope, { id, version, changes, action: doing.action, cause: null, note: doing.note })
}

/** Tells of an action that changed nothing of the record it ran on, such as a link that was made for a user. */
export async function rememberDoing(asking: Asking, { id, version }: View, scope: WriteScope): Promise<void> {
  const { doing } = asking
  if (!doing || doing.told) return
  await tell(asking, scope, { id, version, changes: {}, action: doing.action, cause: null, note: doing.note })
}

/** Writes down that somebody was shown a masked value whole. */
export async function tellOfReveal(
  asking: Asking,
  scope: WriteScope,
  { record: { id, version }, field, reason }: { record: View; field: string; reason: string },
): Promise<void> {
  const changes = { [field]: [] as const }
  await tell(asking, scope, { id, version, changes, action: 'revealWithReason', cause: null, note: reason })
}

/** Writes down that a record goes, and every part of it with it, however far; called while they are still there. */
export async function rememberGoing(asking: Asking, id: number, scope: WriteScope, cause?: string): Promise<void> {
  const { panel, resource } = asking
  for (const { part, field } of partsOf(panel.resources, resource)) {
    const column = quoted(columnOf(part, field))
    const rows = await scope.read<{ id: number }>(`SELECT id FROM ${quoted(part.table)} WHERE ${column} = $1`, [id])
    for (const row of rows) {
      await rememberGoing({ ...asking, resource: part }, Number(row.id), scope, cause ?? `${resource.name}.delete`)
    }
  }
  await remember(asking, { scope, id, verb: 'delete', before: await image(asking, id, scope), cause })
}

/** Whose key seals what is personal of a record: its own, or that of the record it is a part of. */
async function keeperOf(
  { resources }: Pick<Panel, 'resources'>,
  resource: Resource,
  id: number,
  reader: Reader,
): Promise<Keeper> {
  const field = wholeField(resource)
  const whole = field === undefined ? undefined : resources[resource.fields[field]?.format.resource ?? '']
  if (field === undefined || !whole) return { resource: resource.name, id }
  const [row] = await reader.read<{ whole: number | null }>(
    `SELECT ${quoted(columnOf(resource, field))} AS whole FROM ${quoted(resource.table)} WHERE id = $1`,
    [id],
  )
  return row?.whole ? keeperOf({ resources }, whole, row.whole, reader) : { resource: resource.name, id }
}

function columnOf({ fields }: Resource, name: string): string {
  const field = fields[name]
  if (!field) throw new Error(`There is no field "${name}".`)
  return columnName(name, field)
}

interface Told {
  id: number
  version: number
  action: string
  cause: string | null
  note?: string
  changes: Changes
}

async function tell(
  asking: Asking,
  scope: WriteScope,
  { id, version, action, cause, note, changes }: Told,
): Promise<void> {
  const { panel, person, resource, doing } = asking
  const personal = personalFields(resource)
  const only = (wanted: (name: string) => boolean) =>
    Object.fromEntries(Object.entries(changes).filter(([name]) => wanted(name)))
  const secret = { changes: only((name) => personal.has(name)), note }
  const isSecret = Object.keys(secret.changes).length > 0 || note !== undefined
  const keeper = isSecret ? await keeperOf(panel, resource, id, scope) : undefined
  await addToHistory(panel.database, scope, {
    actor: doing ? doing.actor : actorOf(person),
    resource: resource.name,
    record: id,
    action,
    cause,
    version,
    changes: only((name) => !personal.has(name)),
    sealed: keeper ? { keeper, text: await seal(scope, panel.recordsKey, keeper, JSON.stringify(secret)) } : null,
  })
}

/** The user who acts; null for the application itself. */
export function actorOf({ user }: Asking['person']): number | null {
  return user.id > 0 ? user.id : null
}
