import { rowsOf } from '../access/rows.ts'
import type { FieldError } from '../contract/errors.ts'
import type { Field, Fields } from '../define/field.ts'
import type { Resource } from '../define/resource.ts'
import { all, conditionSql, recordCondition } from '../store/sql/condition.ts'
import { quoted, type Reader, SqlText } from '../store/sql/text.ts'
import type { Asking } from './panel.ts'
import type { Values } from './settle.ts'

/**
 * Looks up what the values point to. A record that does not exist, one that this person may not see and one that the
 * field does not offer are the same error.
 */
export async function missingReferences(
  asking: Asking,
  fields: Fields,
  values: Values,
  reader: Reader,
): Promise<Record<string, FieldError[]>> {
  const errors: Record<string, FieldError[]> = {}
  for (const [name, value] of Object.entries(values)) {
    const field = fields[name]
    const target = field && asking.panel.resources[field.format.resource ?? '']
    if (!field || !target || value === null) continue
    const ids = [value].flat()
    if (ids.length > 0 && (await countChoices(asking, { field, target, ids, reader })) < ids.length)
      errors[name] = [{ key: 'invalid.reference' }]
  }
  return errors
}

interface Choice {
  field: Field
  target: Resource
  ids: unknown[]
  reader: Reader
}

async function countChoices({ panel, person }: Asking, { field, target, ids, reader }: Choice): Promise<number> {
  const text = new SqlText(panel.database.engine, panel.resources)
  const condition = all([
    { is: 'field', field: 'id', operator: 'in', value: ids },
    rowsOf(person, 'read', target),
    recordCondition(field.options.where ?? {}),
  ])
  const where = conditionSql(text, target, condition, 't')
  const [answer] = await reader.read<{ found: number | string }>(
    `SELECT count(*) AS found FROM ${quoted(target.table)} t WHERE ${where}`,
    text.binds,
  )
  return Number(answer?.found ?? 0)
}
