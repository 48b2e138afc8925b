import type { ColumnSchema } from '../../derive/schema.ts'
import type { StepScope } from '../../derive/steps.ts'
import { constant, quoted } from '../sql/text.ts'
import { columnSql, list } from './sql.ts'

interface Existing {
  name: string
  type: string
  notnull: number
  dflt_value: string | null
  pk: number
}

interface Reference {
  from: string
  table: string
  to: string
  on_delete: string
}

/**
 * SQLite alone: makes a table anew with some columns changed, as https://www.sqlite.org/lang_altertable.html#otheralter says.
 * Everything else is taken from the database as it is, so that columns added by hand survive. Foreign keys must be off.
 */
export async function rebuildTable({ run }: StepScope, table: string, changes: readonly ColumnSchema[]): Promise<void> {
  const columns = await run<Existing>(`PRAGMA table_info(${quoted(table)})`)
  const references = await run<Reference>(`PRAGMA foreign_key_list(${quoted(table)})`)
  const [{ sql = '' } = {}] = await run<{ sql?: string }>(
    `SELECT sql FROM sqlite_master WHERE type = 'table' AND name = $1`,
    [table],
  )
  const counts = /\bAUTOINCREMENT\b/i.test(sql)
  const companions = await run<{ sql: string }>(
    `SELECT sql FROM sqlite_master WHERE tbl_name = $1 AND type IN ('index', 'trigger') AND sql IS NOT NULL`,
    [table],
  )

  const lines = columns.map((column) => {
    const change = changes.find(({ name }) => name === column.name)
    if (change) return columnSql('sqlite', change)
    return existingSql(column, { reference: references.find(({ from }) => from === column.name), counts })
  })
  if (
    lines.join() ===
    columns
      .map((column) => existingSql(column, { reference: references.find(({ from }) => from === column.name), counts }))
      .join()
  )
    return
  const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk)
  if (!counts && key.length > 0) lines.push(`PRIMARY KEY (${list(key.map(({ name }) => name))})`)

  const next = `${table}__next`
  const names = list(columns.map(({ name }) => name))
  await run(`CREATE TABLE ${quoted(next)} (\n  ${lines.join(',\n  ')}\n)`)
  await run(`INSERT INTO ${quoted(next)} (${names}) SELECT ${names} FROM ${quoted(table)}`)
  if (counts) await keepCount({ run }, table, next)
  await run(`DROP TABLE ${quoted(table)}`)
  await run(`ALTER TABLE ${quoted(next)} RENAME TO ${quoted(table)}`)
  for (const companion of companions) await run(companion.sql)
}

function existingSql(column: Existing, { reference, counts }: { reference?: Reference; counts: boolean }): string {
  if (counts && column.pk === 1) return `${quoted(column.name)} INTEGER PRIMARY KEY AUTOINCREMENT`
  return [
    quoted(column.name),
    column.type,
    column.notnull ? 'NOT NULL' : '',
    column.dflt_value === null ? '' : `DEFAULT ${column.dflt_value}`,
    reference ? `REFERENCES ${quoted(reference.table)} (${quoted(reference.to)}) ON DELETE ${reference.on_delete}` : '',
  ]
    .filter(Boolean)
    .join(' ')
}

/** The highest id ever given, which may be that of a deleted row. */
async function keepCount({ run }: Pick<StepScope, 'run'>, table: string, next: string): Promise<void> {
  await run(`DELETE FROM sqlite_sequence WHERE name = ${constant(next)}`)
  await run(
    `INSERT INTO sqlite_sequence (name, seq) SELECT ${constant(next)}, seq FROM sqlite_sequence WHERE name = ${constant(table)}`,
  )
}
