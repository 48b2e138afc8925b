import type { Field } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'
import { columnName } from '../derive/columns.ts'
import { all, type Condition, conditionSql, not } from '../store/sql/condition.ts'
import { quoted, SqlText } from '../store/sql/text.ts'
import type { WriteScope } from '../store/types.ts'
import type { Asking } from './panel.ts'
import type { Values } from './settle.ts'

interface Flag {
  name: string
  /** The field that says among which records there is one. */
  owner: string
  field: Field
}

interface Lock {
  scope: WriteScope
  /** The record that is about to change; undefined for a new one. */
  id?: number
  /** Of a new one. */
  values?: Values
}

/**
 * Lets one transaction at a time decide which record of an owner is the one: two that each take it from the other would wait
 * for each other. Asked for before any row is locked. SQLite has one writer anyway.
 */
export async function lockOwners({ panel, resource }: Asking, { scope, id, values = {} }: Lock): Promise<void> {
  if (panel.database.engine !== 'postgres') return
  for (const { name, owner, field } of flagsOf(resource)) {
    const key = id === undefined ? values[owner] : await ownerOf(resource, { owner, field, scope, id })
    await scope.run('SELECT pg_advisory_xact_lock(hashtext($1))', [`one ${resource.table}.${name} ${key ?? ''}`])
  }
}

interface Taking {
  scope: WriteScope
  /** The record that is written; undefined for a new one. */
  id?: number
  /** What is written to it. */
  values: Values
  /** The record before, its references as ids. */
  current?: Values
}

/**
 * Where a record becomes the one of its owner, the others that were it: the field that is to be taken from each.
 * Asked before the record itself is written.
 */
export async function formerOnes(
  { panel, resource }: Asking,
  { scope, id, values, current }: Taking,
): Promise<{ id: number; name: string }[]> {
  const record = { ...current, ...values }
  const found: { id: number; name: string }[] = []
  for (const { name, owner } of flagsOf(resource)) {
    if (record[name] !== true || !(name in values || owner in values)) continue
    const text = new SqlText(panel.database.engine, panel.resources)
    const others = all([
      { is: 'field', field: name, operator: 'eq', value: true },
      valueIs(owner, record[owner] ?? null),
      ...(id === undefined ? [] : [not(valueIs('id', id))]),
    ])
    const rows = await scope.read<{ id: number }>(
      `SELECT t.id FROM ${quoted(resource.table)} t WHERE ${conditionSql(text, resource, others, 't')} ORDER BY t.id`,
      text.binds,
    )
    found.push(...rows.map((row) => ({ id: Number(row.id), name })))
  }
  return found
}

function flagsOf({ fields }: Resource): Flag[] {
  return Object.entries(fields).flatMap(
    ([
      name,
      {
        options: { onePer: owner },
      },
    ]) => {
      const field = owner === undefined ? undefined : fields[owner]
      return owner !== undefined && field ? { name, owner, field } : []
    },
  )
}

async function ownerOf(
  { table }: Resource,
  { owner, field, scope, id }: { owner: string; field: Field; scope: WriteScope; id: number },
): Promise<unknown> {
  const [row] = await scope.read<{ owner: unknown }>(
    `SELECT ${quoted(columnName(owner, field))} AS owner FROM ${quoted(table)} WHERE id = $1`,
    [id],
  )
  return row?.owner
}

function valueIs(field: string, value: unknown): Condition {
  return value === null ? { is: 'field', field, operator: 'null' } : { is: 'field', field, operator: 'eq', value }
}
