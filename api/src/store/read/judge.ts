import type { Resource, Resources } from '../../define/resource.ts'
import { type Condition, conditionSql } from '../sql/condition.ts'
import { type Engine, quoted, type Reader, SqlText } from '../sql/text.ts'

interface Judged {
  engine: Engine
  resources: Resources
  resource: Resource
  id: number
}

/** Which of some conditions a row fulfils, in their order; undefined when there is no such row. */
export async function judgeRow(
  reader: Reader,
  { id, ...place }: Judged,
  conditions: readonly Condition[],
): Promise<boolean[] | undefined> {
  const judged = await judgeRows(reader, { ...place, ids: [id] }, conditions)
  return judged.get(id)
}

/** Which of some conditions each of some rows fulfils, by the id of the row; rows that are not there are left out. */
export async function judgeRows(
  reader: Reader,
  { engine, resources, resource, ids }: Omit<Judged, 'id'> & { ids: readonly number[] },
  conditions: readonly Condition[],
): Promise<Map<number, boolean[]>> {
  const text = new SqlText(engine, resources)
  const columns = columnsOf(text, resource, conditions)
  const named = conditionSql(text, resource, { is: 'field', field: 'id', operator: 'in', value: [...ids] }, 't')
  const rows = await reader.read<Record<string, unknown>>(
    `SELECT ${['t.id', ...columns].join(', ')} FROM ${quoted(resource.table)} t WHERE ${named}`,
    text.binds,
  )
  return new Map(rows.map((row) => [Number(row.id), conditions.map((_, index) => Number(row[`c${index}`]) === 1)]))
}

function columnsOf(text: SqlText, resource: Resource, conditions: readonly Condition[]): string[] {
  return conditions.map(
    (condition, index) => `CASE WHEN ${conditionSql(text, resource, condition, 't')} THEN 1 ELSE 0 END AS c${index}`,
  )
}
