import type { FieldError } from '../contract/errors.ts'
import type { Field } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'
import { columnName } from '../derive/columns.ts'
import { Labels } from '../derive/labels.ts'
import { all, type Condition, conditionSql, recordCondition } from '../store/sql/condition.ts'
import { quoted, type Reader, SqlText } from '../store/sql/text.ts'
import type { Asking } from './panel.ts'
import type { Values } from './settle.ts'

interface Judged {
  /** What is written. */
  values: Values
  /** The record before, its references as ids; undefined for a new one. */
  current?: Values
  /** Of these values, what the system has chosen itself. */
  taken?: Values
  reader: Reader
}

/**
 * Choices that are not for this record, by the fields that `reaches` names: field -> error. Asked whenever the choice or what
 * it must reach changes, whoever writes.
 */
export async function outOfReach(
  asking: Asking,
  { values, current, taken = {}, reader }: Judged,
): Promise<Record<string, FieldError[]>> {
  const errors: Record<string, FieldError[]> = {}
  for (const { name, by, target, place } of reachingFields(asking)) {
    if (name in taken || !(name in values || (current && by in values))) continue
    const record = { ...current, ...values }
    const chosen = record[name]
    if (typeof chosen !== 'number') continue
    const found = await nearest(asking, { target, by, place, at: record[by], reader, condition: idIs(chosen) })
    if (found !== undefined) continue
    const reached = asking.resource.fields[by]
    const label = reached ? new Labels(asking.language).field(asking.resource.name, by, reached) : by
    errors[name] = [{ key: 'invalid.reach', params: { field: label } }]
  }
  return errors
}

/**
 * The choices that nobody made: `preset` of a new record that does not say, and of one that its choice no longer reaches.
 * They are the system's, so that whoever writes need not see them.
 */
export async function presetValues(asking: Asking, { values, current, reader }: Judged): Promise<Values> {
  const presets: Values = {}
  for (const { name, by, field, target, place } of reachingFields(asking)) {
    const { preset, where = {} } = field.options
    const isMoved = current !== undefined && by in values && values[by] !== current[by]
    if (preset === undefined || name in values || (current && !isMoved)) continue
    const sought = { target, by, place, at: values[by] ?? null, reader }
    if (current) {
      const kept = current[name]
      if (typeof kept !== 'number') continue
      if ((await nearest(asking, { ...sought, condition: idIs(kept) })) !== undefined) continue
    }
    const condition = all([recordCondition(where), recordCondition(preset)])
    presets[name] = (await nearest(asking, { ...sought, condition })) ?? null
  }
  return presets
}

interface Reaching {
  name: string
  field: Field
  /** The field, here and there, that says where a record belongs. */
  by: string
  /** What may be chosen. */
  target: Resource
  /** The tree that `by` points into. */
  place: Resource
}

function reachingFields({ panel: { resources }, resource }: Asking): Reaching[] {
  return Object.entries(resource.fields).flatMap(([name, field]) => {
    const by = field.options.reaches
    const target = resources[field.format.resource ?? '']
    const place = by === undefined ? undefined : resources[resource.fields[by]?.format.resource ?? '']
    return by !== undefined && target && place ? { name, field, by, target, place } : []
  })
}

function idIs(id: number): Condition {
  return { is: 'field', field: 'id', operator: 'eq', value: id }
}

interface Sought {
  /** What may be chosen. */
  target: Resource
  /** The field that says for which record of the tree it is. */
  by: string
  place: Resource
  /** The record of the tree that it must reach; without one only what is for all does. */
  at: unknown
  condition: Condition
  reader: Reader
}

/** The record that fulfils the condition and reaches a place: the deepest in the tree, one for all last, of several the oldest. */
async function nearest({ panel }: Asking, sought: Sought): Promise<number | undefined> {
  const { target, by, place, at, condition, reader } = sought
  const field = target.fields[by]
  if (!field) return undefined
  const text = new SqlText(panel.database.engine, panel.resources)
  const here = text.bind(typeof at === 'number' ? at : 0)
  const own = `t.${quoted(columnName(by, field))}`
  const [best] = await reader.read<{ id: number }>(
    `SELECT t.id FROM ${quoted(target.table)} t
     LEFT JOIN ${quoted(place.table)} above ON above.id = ${own}
     LEFT JOIN ${quoted(place.table)} here ON here.id = ${here}
     WHERE ${conditionSql(text, target, condition, 't')}
       AND (${own} IS NULL OR substr(here.path, 1, length(above.path)) = above.path)
     ORDER BY coalesce(length(above.path), 0) DESC, t.id LIMIT 1`,
    text.binds,
  )
  return best && Number(best.id)
}
