import { demand, plainWhere, shownWhere, writableFields } from '../../access/access.ts'
import { Malformed } from '../../contract/errors.ts'
import type { FieldChange, HistoryEntry } from '../../contract/history.ts'
import { say } from '../../contract/words/index.ts'
import { blankMask, masked } from '../../define/mask.ts'
import type { NamedRecord } from '../../derive/condition-references.ts'
import { Labels } from '../../derive/labels.ts'
import { titleKey } from '../../derive/words/speech.ts'
import { type Changes, historyRows, type KeptHistoryRow } from '../../store/history.ts'
import { opener } from '../../store/record-keys.ts'
import type { Condition } from '../../store/sql/condition.ts'
import { fieldsIn } from '../../store/sql/fields.ts'
import type { Asking } from '../panel.ts'
import { titlesOf } from '../permissions/speech.ts'
import { type Parameters, parsePage } from '../query.ts'
import { type View, view } from '../read.ts'

export interface Past {
  /** The latest first. */
  entries: HistoryEntry[]
  /** How many there are for this person. */
  total: number
}

/** What was kept of an entry, with what was sealed of it; `erased` where its key is gone. */
interface Opened extends KeptHistoryRow {
  note?: string
  erased: boolean
}

/**
 * What happened to a record, as far as this person may know it: of fields that they may read of it now, and might have read then.
 * @throws Missing for a record that there is not, or that this person may not see; Forbidden, Malformed
 */
export async function history(asking: Asking, id: number, parameters: Parameters): Promise<Past> {
  demand(asking.person, 'read', asking.resource)
  const unknown = Object.keys(parameters).find((parameter) => parameter !== '_start' && parameter !== '_end')
  if (unknown !== undefined) throw new Malformed({ key: 'malformed.parameter', params: { parameter: unknown } })
  const { offset, limit } = parsePage(parameters)
  const now = await view(asking, id)
  const seen = visible(asking, now, await openedRows(asking, id))
  const told = seen.filter(({ row, changes }) => changes.length > 0 || row.action !== 'update' || row.erased)
  const page = told.slice(offset, offset + limit)
  return { entries: await inWords(asking, page), total: told.length }
}

async function openedRows({ panel, resource }: Asking, id: number): Promise<Opened[]> {
  const { database, recordsKey } = panel
  const open = opener(database, recordsKey)
  const opened: Opened[] = []
  for (const row of await historyRows(database, resource.name, id)) {
    const text = row.sealed ? await open(row.sealed.keeper, row.sealed.text) : '{}'
    const { changes = {}, note }: { changes?: Changes; note?: string } = JSON.parse(text ?? '{}')
    opened.push({ ...row, changes: { ...row.changes, ...changes }, note, erased: text === undefined })
  }
  return opened
}

interface Seen {
  row: Opened
  changes: FieldChange[]
}

/**
 * Leaves of each entry what this person may read. A field that they may read of some records only must be readable of this one
 * now, and nothing that decides about it may have changed since: then it was readable at that time too.
 */
function visible(asking: Asking, now: View, rows: readonly Opened[]): Seen[] {
  const { person, resource } = asking
  const settable = new Set(writableFields(person, 'update', resource))
  const moved = new Set<string>()
  return rows.map((row) => {
    for (const name of Object.keys(row.changes)) moved.add(name)
    const holds = (name: string, where: Condition, missing: readonly string[] = []) => {
      if (where.is === 'always' || where.is === 'never') return where.is === 'always'
      return !missing.includes(name) && !decidingFields(asking, fieldsIn(where)).some((one) => moved.has(one))
    }
    const { hidden, masked: parts } = now._access.fields
    const changes = Object.entries(row.changes).flatMap(([name, images]): FieldChange[] => {
      const field = resource.fields[name]
      if (field?.kind === 'password') return settable.has(name) ? [{ field: name, secret: true }] : []
      if (!field || !holds(name, shownWhere(person, resource, name), hidden)) return []
      const isPlain = !field.options.masked || holds(name, plainWhere(person, resource, name), parts)
      const shown = images.map((value) => (isPlain ? value : masked(field.mask ?? blankMask, value)))
      return [{ field: name, ...(shown.length > 0 && { before: shown[0], after: shown[1] }) }]
    })
    return { row, changes }
  })
}

/** A computed value is decided about by what it is computed from. */
function decidingFields({ resource }: Asking, names: readonly string[]): string[] {
  return names.flatMap((name) => {
    const { when = {}, from = [] } = resource.fields[name]?.options ?? {}
    return [name, ...Object.keys(when), ...from]
  })
}

async function inWords(asking: Asking, seen: readonly Seen[]): Promise<HistoryEntry[]> {
  const titles = await titlesOf(asking, [
    ...seen.flatMap(({ row }) => (row.actor === null ? [] : { resource: 'user', id: row.actor })),
    ...seen.flatMap(({ changes }) => changes.flatMap((change) => referencesOf(asking, change))),
  ])
  return seen.map(({ row: { id, at, actor, action, cause, note, version, erased }, changes }) => ({
    id,
    at: new Date(at).toISOString(),
    by: actor === null ? null : { id: actor, name: nameOf(asking, actor, titles) },
    action,
    label: actionLabel(asking, asking.resource.name, action),
    ...(cause !== null && { cause: causeLabel(asking, cause) }),
    ...(note !== undefined && { note }),
    version,
    ...(erased && { erased }),
    changes: changes.map((change) => named(asking, change, titles)),
  }))
}

/** Oneself is known to everybody. */
function nameOf({ person }: Asking, actor: number, titles: ReadonlyMap<string, string>): string | undefined {
  return actor === person.user.id ? person.user.name : titles.get(titleKey('user', actor))
}

function referencesOf({ resource }: Asking, { field, before, after }: FieldChange): NamedRecord[] {
  const column = resource.fields[field]?.column
  if (column?.type !== 'reference') return []
  return [before, after].flatMap((id) => (typeof id === 'number' ? { resource: column.resource, id } : []))
}

/** References the way records carry them. */
function named({ resource }: Asking, change: FieldChange, titles: ReadonlyMap<string, string>): FieldChange {
  const column = resource.fields[change.field]?.column
  if (column?.type !== 'reference') return change
  const reference = (id: unknown) =>
    typeof id === 'number' ? { id, title: titles.get(titleKey(column.resource, id)) } : null
  return { ...change, before: reference(change.before), after: reference(change.after) }
}

function actionLabel({ panel, language }: Asking, resource: string, action: string): string {
  const declared = panel.resources[resource]?.actions[action]
  if (declared) return new Labels(language).action(resource, action, declared.label)
  const verb = panel.resources[resource]?.verbs[action]
  if (verb !== undefined) return new Labels(language).action(resource, action, verb)
  return isVerb(action) ? say(language, `history.${action}`) : action
}

/** `customer.migrate`: "Migrar cliente" of the customer. */
function causeLabel(asking: Asking, cause: string): string {
  const [name = '', action = ''] = cause.split('.')
  const resource = asking.panel.resources[name]
  if (!resource) return cause
  const [label] = new Labels(asking.language).resource(resource)
  return say(asking.language, 'history.cause', { label, action: actionLabel(asking, name, action) })
}

const verbs = ['create', 'update', 'delete'] as const

function isVerb(action: string): action is (typeof verbs)[number] {
  return verbs.some((verb) => verb === action)
}
