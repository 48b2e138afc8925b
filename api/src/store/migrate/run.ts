import { Umzug } from 'umzug'
import type { TableSchema } from '../../derive/schema.ts'
import { diff } from '../../derive/schema-diff.ts'
import type { Migration, StepScope } from '../../derive/steps.ts'
import type { Database } from '../types.ts'
import { changeSchema } from './change-schema.ts'
import { runSteps } from './steps.ts'

interface Options {
  migrations: readonly Migration[]
  /** Told what runs; silent when left out. */
  log?: (text: string) => void
}

/**
 * Runs the migrations that have not run, each in a transaction together with the note that it has.
 * Processes that start at once wait for each other, and each migration runs once.
 * @returns the names of those that this call ran
 */
export async function migrate(database: Database, { migrations, log = () => undefined }: Options): Promise<string[]> {
  const ran: string[] = []
  await umzugOf(database, migrations, async ({ name, up }) => {
    await changeSchema(database, async (scope) => {
      // Another process may have run it while this one waited.
      if ((await executedNames(scope)).includes(name)) return
      log(`migrating: ${name}`)
      await runSteps(scope, up)
      await scope.run('INSERT INTO migrations (name, run_at) VALUES ($1, $2)', [name, new Date().toISOString()])
      ran.push(name)
    })
  }).up()
  return ran
}

/** Which migrations have run and which wait; names that only the database knows were run by a newer version. */
export async function migrationStatus(
  database: Database,
  migrations: readonly Migration[],
): Promise<{ executed: string[]; pending: string[]; unknown: string[] }> {
  const names = await executed(database)
  return {
    executed: names.filter((name) => migrations.some((migration) => migration.name === name)),
    pending: migrations.map(({ name }) => name).filter((name) => !names.includes(name)),
    unknown: names.filter((name) => !migrations.some((migration) => migration.name === name)),
  }
}

/** Makes a whole schema at once, without a note in `migrations`: for tests and for resources that are not the shipped ones. */
export async function createTables(database: Database, tables: readonly TableSchema[]): Promise<void> {
  await changeSchema(database, (scope) => runSteps(scope, diff([], tables).steps))
}

function umzugOf(
  database: Database,
  migrations: readonly Migration[],
  runOne: (migration: Migration) => Promise<void>,
): Umzug<object> {
  return new Umzug<object>({
    migrations: migrations.map((migration) => ({ name: migration.name, up: () => runOne(migration) })),
    context: {},
    storage: {
      executed: () => executed(database),
      // Noted inside the migration's own transaction, so that a crash cannot part the two.
      logMigration: async () => undefined,
      unlogMigration: async ({ name }) => {
        throw new Error(`${name} cannot be undone: write a migration that goes forward.`)
      },
    },
    logger: undefined,
  })
}

function executed(database: Database): Promise<string[]> {
  return changeSchema(database, executedNames)
}

async function executedNames({ run }: StepScope): Promise<string[]> {
  await run('CREATE TABLE IF NOT EXISTS migrations (name VARCHAR(255) PRIMARY KEY, run_at VARCHAR(30) NOT NULL)')
  const rows = await run<{ name: string }>('SELECT name FROM migrations ORDER BY name')
  return rows.map(({ name }) => name)
}
