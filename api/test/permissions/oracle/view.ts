import type { Resource } from '../../../src/define/resource.ts'
import { may } from './rights.ts'
import { plain, type Row, rowOf, type Scene } from './world.ts'

/** What of `_access` does not depend on how a list is written down. */
export interface SeenAccess {
  update: boolean
  delete: boolean
  actions: string[]
  hidden: string[]
  /** The fields that are shown and may be changed. */
  editable: string[]
}

/** A record in somebody's eyes. */
export interface Seen {
  id: number
  version: unknown
  access: SeenAccess
  [field: string]: unknown
}

/** The masked view of section 1: the records that somebody sees, without what they may not read of each. */
export function viewOf(scene: Scene, subject: string): Seen[] {
  return rowsSeen(scene, subject).map((row) => seen(scene, subject, row))
}

/** The records that somebody sees, whole. */
export function rowsSeen(scene: Scene, subject: string): Row[] {
  return (scene.world[subject] ?? []).filter((row) => may(scene, { action: 'read', subject, row }))
}

/** The fields that a reader may get to see of a resource: no secret, and neither the id nor the version, which are always there. */
export function readable({ fields }: Resource): string[] {
  return [...Object.keys(fields).filter((name) => fields[name]?.kind !== 'password'), 'createdAt', 'updatedAt']
}

/** The fields that a client may set in a change. */
export function settable({ fields }: Resource): string[] {
  return Object.entries(fields).flatMap(([name, { kind, options }]) =>
    kind === 'virtual' || options.readOnly || options.createOnly ? [] : [name],
  )
}

function seen(scene: Scene, subject: string, row: Row): Seen {
  const resource = scene.resources[subject]
  if (!resource) throw new Error(`There is no ${subject}.`)
  const asks = (action: string, field?: string) => may(scene, { action, subject, row, field })
  const shown = readable(resource).filter((name) => asks('read', name))
  const update = asks('update')
  return {
    id: row.id,
    version: row.version,
    ...Object.fromEntries(shown.map((name) => [name, valueSeen(scene, resource, { name, value: row[name] })])),
    access: {
      update,
      delete: asks('delete'),
      actions: Object.keys(resource.actions)
        .filter((name) => asks(name))
        .toSorted(),
      hidden: readable(resource)
        .filter((name) => !shown.includes(name))
        .toSorted(),
      editable: update ? settable(resource).filter((name) => shown.includes(name) && asks('update', name)) : [],
    },
  }
}

/** A reference has its title where its target is seen, and the title of that may be read. */
function valueSeen(scene: Scene, { fields }: Resource, { name, value }: { name: string; value: unknown }): unknown {
  const { kind, format: { resource: subject = '' } = {} } = fields[name] ?? {}
  const row = kind === 'belongsTo' ? rowOf(scene.world, subject, plain(value)) : undefined
  if (!row) return value
  const title = scene.resources[subject]?.title ?? ''
  const isTitled =
    may(scene, { action: 'read', subject, row }) && may(scene, { action: 'read', subject, row, field: title })
  return { id: row.id, ...(isTitled && { title: row[title] }) }
}
