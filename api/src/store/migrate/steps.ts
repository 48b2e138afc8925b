import type { ColumnSchema, TableSchema } from '../../derive/schema.ts'
import type { Constant, Step, StepScope } from '../../derive/steps.ts'
import { constant, quoted } from '../sql/text.ts'
import { deriveValues } from './derive-values.ts'
import { rebuildTable } from './rebuild.ts'
import {
  alterColumnsSql,
  columnSql,
  createIndexSql,
  createTableSql,
  foreignKeysSql,
  list,
  literal,
  misfitsSql,
  misfitText,
} from './sql.ts'

/** Carries steps out, in their order, in the transaction of the scope. */
export async function runSteps(scope: StepScope, steps: readonly Step[]): Promise<void> {
  const references: string[] = []
  for (const step of steps) references.push(...(await runStep(scope, step)))
  // Last, so that tables made together may refer to each other.
  for (const statement of references) await scope.run(statement)
}

/** Returns the statements that must wait until every table is there. */
async function runStep(scope: StepScope, step: Step): Promise<string[]> {
  const { engine, run } = scope
  switch (step.do) {
    case 'createTable': {
      for (const statement of createTableSql(engine, step.table)) await run(statement)
      for (const row of step.table.rows ?? []) await insertFirst(scope, step.table, row)
      return foreignKeysSql(engine, step.table.name, step.table.columns)
    }
    case 'dropTable':
      await run(`DROP TABLE ${quoted(step.table)}`)
      return []
    case 'renameTable':
      await run(`ALTER TABLE ${quoted(step.table)} RENAME TO ${quoted(step.to)}`)
      return []
    case 'addColumn':
      await run(`ALTER TABLE ${quoted(step.table)} ADD COLUMN ${columnSql(engine, step.column)}`)
      return foreignKeysSql(engine, step.table, [step.column])
    case 'dropColumn':
      await run(`ALTER TABLE ${quoted(step.table)} DROP COLUMN ${quoted(step.column)}`)
      return []
    case 'renameColumn':
      await run(`ALTER TABLE ${quoted(step.table)} RENAME COLUMN ${quoted(step.column)} TO ${quoted(step.to)}`)
      return []
    case 'alterColumns':
      return alter(scope, step.table, step.columns)
    case 'fill':
      await run(
        `UPDATE ${quoted(step.table)} SET ${quoted(step.column)} = ${literal(engine, step.value)} WHERE ${quoted(step.column)} IS NULL`,
      )
      return []
    case 'derive':
      await deriveValues(scope, step)
      return []
    case 'createIndex':
      for (const statement of createIndexSql(engine, step.table, step.index)) await run(statement)
      return []
    case 'dropIndex':
      await run(`DROP INDEX IF EXISTS ${quoted(step.index)}`)
      return []
    case 'run':
      await step.work(scope)
      return []
  }
}

async function alter(scope: StepScope, table: string, columns: readonly ColumnSchema[]): Promise<string[]> {
  for (const column of columns) {
    const sql = misfitsSql(table, column)
    const [{ misfits = 0 } = {}] = sql ? await scope.run<{ misfits?: number | string }>(sql) : []
    if (Number(misfits) > 0) throw new Error(misfitText(table, column, Number(misfits)))
  }
  if (scope.engine === 'sqlite') {
    await rebuildTable(scope, table, columns)
    return []
  }
  for (const column of columns) await dropForeignKeys(scope, table, column.name)
  await scope.run(alterColumnsSql(table, columns))
  return foreignKeysSql('postgres', table, columns)
}

/** By looking them up: a constraint keeps its name when table or column is renamed. */
async function dropForeignKeys({ run }: StepScope, table: string, column: string): Promise<void> {
  const constraints = await run<{ name: string }>(
    `SELECT con.conname AS name FROM pg_constraint con
     JOIN pg_attribute att ON att.attrelid = con.conrelid AND att.attnum = ANY (con.conkey)
     WHERE con.contype = 'f' AND con.conrelid = ${constant(quoted(table))}::regclass AND att.attname = ${constant(column)}`,
  )
  for (const { name } of constraints) await run(`ALTER TABLE ${quoted(table)} DROP CONSTRAINT ${quoted(name)}`)
}

async function insertFirst(
  { engine, run }: StepScope,
  table: TableSchema,
  row: Readonly<Record<string, Constant>>,
): Promise<void> {
  const now = new Date().toISOString().replace('T', ' ').replace('Z', ' +00:00')
  const stamps = table.columns
    .filter(({ name }) => name === 'created_at' || name === 'updated_at')
    .map(({ name }) => [name, now] as const)
  const values = [...stamps, ...Object.entries(row)]
  await run(
    `INSERT INTO ${quoted(table.name)} (${list(values.map(([name]) => name))}) VALUES (${values.map(([, value]) => literal(engine, value)).join(', ')})`,
  )
}
