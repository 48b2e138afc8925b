import { setTimeout as sleep } from 'node:timers/promises'
import { QueryTypes } from 'sequelize'
import sqlite3 from 'sqlite3'
import type { StepScope } from '../../derive/steps.ts'
import type { Database } from '../types.ts'

/** How long a process waits for another one that is migrating. */
const patienceMs = 600_000

/** Between two tries on SQLite. Waiting inside the driver would take one of its few threads, and the holder needs one to finish. */
const retryMs = 25

/** One number for all processes: the lock of whoever changes the schema. */
const lockKey = 4_620_231

type Work<T> = (scope: StepScope) => Promise<T>

/**
 * Runs `work` in a transaction of its own that no other schema change, of this process or another, overlaps.
 * Reports the change to the database, so that nothing prepared or kept before is used after it.
 * @throws when rows would refer to rows that are gone; nothing has changed then
 */
export async function changeSchema<T>(database: Database, work: Work<T>): Promise<T> {
  const result = await (database.engine === 'sqlite' ? onSqlite(database, work) : onPostgres(database, work))
  database.schemaChanged()
  return result
}

function onPostgres<T>({ sequelize }: Database, work: Work<T>): Promise<T> {
  return sequelize.transaction(async (transaction) => {
    const run: StepScope['run'] = async <R extends object>(sql: string, binds: readonly unknown[] = []) => {
      const rows = await sequelize.query(sql, {
        ...(binds.length > 0 && { bind: [...binds] }),
        type: QueryTypes.SELECT,
        raw: true,
        transaction,
      })
      return rows as R[] // the caller names the rows of its own statement
    }
    await run(`SELECT pg_advisory_xact_lock(${lockKey})`)
    return work({ engine: 'postgres', run })
  })
}

/**
 * A connection of its own, because rebuilding a table needs `foreign_keys=OFF`, which only takes outside a transaction:
 * with it on, dropping the old table would delete the rows of others that refer to it.
 */
async function onSqlite<T>(database: Database, work: Work<T>): Promise<T> {
  const [main] = await database.read<{ file: string }>("SELECT file FROM pragma_database_list WHERE name = 'main'")
  const connection = await open(main?.file ?? '')
  const run: StepScope['run'] = (sql, binds = []) =>
    new Promise((resolve, reject) => {
      // `$1` would be a name to SQLite; `?1` is a number.
      connection.all(sql.replace(/\$(\d+)/g, '?$1'), [...binds], (error, rows) =>
        error ? reject(error) : resolve(rows as never[]),
      )
    })
  try {
    await run('PRAGMA foreign_keys = OFF')
    await begin(run)
    const result = await work({ engine: 'sqlite', run })
    await assertWhole(run)
    await run('COMMIT')
    return result
  } catch (error) {
    await run('ROLLBACK').catch(() => undefined) // there may be no transaction yet, or no longer
    throw error
  } finally {
    await new Promise((resolve) => connection.close(resolve))
  }
}

function open(file: string): Promise<sqlite3.Database> {
  return new Promise((resolve, reject) => {
    const connection = new sqlite3.Database(file, (error) => (error ? reject(error) : resolve(connection)))
    connection.configure('busyTimeout', 0)
  })
}

async function begin(run: StepScope['run']): Promise<void> {
  for (const since = Date.now(); ; await sleep(retryMs)) {
    try {
      return void (await run('BEGIN IMMEDIATE'))
    } catch (error) {
      const isBusy = error instanceof Error && 'code' in error && error.code === 'SQLITE_BUSY'
      if (!isBusy || Date.now() - since > patienceMs) throw error
    }
  }
}

async function assertWhole(run: StepScope['run']): Promise<void> {
  const [broken] = await run<{ table: string; parent: string }>('PRAGMA foreign_key_check')
  if (broken)
    throw new Error(
      `Rows of ${broken.table} refer to rows of ${broken.parent} that are not there; nothing was changed.`,
    )
}
