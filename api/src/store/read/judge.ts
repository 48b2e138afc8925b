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
  { engine, resources, resource, id }: Judged,
  conditions: readonly Condition[],
): Promise<boolean[] | undefined> {
  const text = new SqlText(engine, resources)
  const columns = conditions.map(
    (condition, index) => `CASE WHEN ${conditionSql(text, resource, condition, 't')} THEN 1 ELSE 0 END AS c${index}`,
  )
  const [row] = await reader.read<Record<string, unknown>>(
    `SELECT ${['t.id', ...columns].join(', ')} FROM ${quoted(resource.table)} t WHERE t.id = ${text.bind(id)}`,
    text.binds,
  )
  return row && conditions.map((_, index) => Number(row[`c${index}`]) === 1)
}
