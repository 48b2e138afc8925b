import { totalCap } from '../../contract/operators.ts'
import type { Resource, Resources } from '../../define/resource.ts'
import { type Condition, conditionSql } from '../sql/condition.ts'
import { quoted, SqlText } from '../sql/text.ts'
import type { Database } from '../types.ts'

/** How many rows fulfil a condition. `capped`: at least this many; `estimated`: about this many. */
export interface Total {
  total: number
  capped?: true
  estimated?: true
}

/** Counts up to the cap exactly; past it says so instead of walking the table. The whole table is exact on SQLite and an estimate on PostgreSQL. */
export async function countRows(
  database: Database,
  { resources, resource, where }: { resources: Resources; resource: Resource; where: Condition },
): Promise<Total> {
  const table = quoted(resource.table)
  if (where.is === 'always' && database.engine === 'sqlite')
    return counted(database, new SqlText('sqlite', resources), `SELECT count(*) AS total FROM ${table}`)
  const text = new SqlText(database.engine, resources)
  const matching = `SELECT 1 FROM ${table} t WHERE ${conditionSql(text, resource, where, 't')} LIMIT ${totalCap + 1}`
  const { total } = await counted(database, text, `SELECT count(*) AS total FROM (${matching}) matching`)
  if (total <= totalCap) return { total }
  if (where.is !== 'always') return { total: totalCap, capped: true }
  const estimate = await counted(
    database,
    new SqlText('postgres', resources),
    `SELECT reltuples AS total FROM pg_class WHERE oid = '${table}'::regclass`,
  )
  return estimate.total > totalCap ? { total: estimate.total, estimated: true } : { total: totalCap, capped: true }
}

async function counted(database: Database, text: SqlText, sql: string): Promise<Total> {
  const [answer] = await database.read<{ total: number | string }>(sql, text.binds)
  return { total: Number(answer?.total ?? 0) }
}
