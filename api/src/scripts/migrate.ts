import { parseArgs } from 'node:util'
import type { Resources } from '../define/resource.ts'
import * as resources from '../resources/index.ts'
import { readSettings } from '../settings.ts'
import { openDatabase } from '../store/database.ts'
import { migrate, migrationStatus } from '../store/migrate/run.ts'
import { answerFlags, answersOf, ask, refuse } from './migrate/decide.ts'
import { migrationsFolder } from './migrate/folder.ts'
import { makeMigration } from './migrate/make.ts'
import { staleMigrations } from './migrate/stale.ts'

const usage = `npm run migrate                  runs the migrations that wait
npm run migrate -- status        says which have run
npm run migrate -- make [name]   writes the migration from the last one to the definitions
npm run migrate -- check         fails when the definitions differ from the last migration`

const commands: Record<string, () => Promise<void>> = { run: runAll, status, make, check }

const { values: flags, positionals } = readArguments()
const [command = 'run', name] = positionals

try {
  const chosen = Object.hasOwn(commands, command) ? commands[command] : undefined
  if (!chosen) throw new Error(usage)
  await chosen()
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
}

async function runAll(): Promise<void> {
  const { migrations } = await import('../../migrations/index.ts')
  const database = await openDatabase(readSettings(process.env).databaseUrl)
  try {
    const ran = await migrate(database, { migrations, log: console.log })
    console.log(ran.length > 0 ? `${ran.length} migrations ran.` : 'Nothing to migrate.')
  } finally {
    await database.close()
  }
}

async function status(): Promise<void> {
  const { migrations } = await import('../../migrations/index.ts')
  const database = await openDatabase(readSettings(process.env).databaseUrl)
  try {
    const { executed, pending, unknown } = await migrationStatus(database, migrations)
    for (const migration of executed) console.log(`ran      ${migration}`)
    for (const migration of pending) console.log(`waits    ${migration}`)
    for (const migration of unknown) console.log(`unknown  ${migration} (run by another version of Ficha)`)
  } finally {
    await database.close()
  }
}

async function make(): Promise<void> {
  const decide = process.stdin.isTTY ? ask : refuse
  const made = await makeMigration(shipped(), { folder: migrationsFolder, name, answers: answersOf(flags), decide })
  console.log(
    made === undefined
      ? 'Nothing differs.'
      : `api/migrations/${made}.ts: read it, then commit it with schema.json and index.ts.`,
  )
}

async function check(): Promise<void> {
  const problems = staleMigrations(shipped())
  if (problems.length > 0) throw new Error([...problems, 'Run: npm run migrate -- make'].join('\n'))
  console.log('The migrations are up to date.')
}

function shipped(): Resources {
  return resources
}

function readArguments() {
  try {
    return parseArgs({ options: answerFlags, allowPositionals: true })
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : error}\n${usage}`)
    process.exit(1)
  }
}
