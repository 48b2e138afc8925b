import { inject, onTestFinished } from 'vitest'
import { openDatabase } from '../src/store/database.ts'
import type { Database } from '../src/store/types.ts'
import { postgresEngine } from './databases/postgres.ts'
import { sqliteEngine } from './databases/sqlite.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Which engine this project runs on. */
    engine: 'sqlite' | 'postgres'
  }
}

/** What a fresh database starts as. */
export interface Template {
  /** One word in small letters; databases asked for under the same name are copies of one another. */
  readonly name: string
  /** Migrates and fills the empty database at `url`, and closes it. Once a run, whoever asks first. */
  fill(url: string): Promise<void>
}

/** A database of one's own. */
export interface TestDatabase {
  /** As in DATABASE_URL. */
  readonly url: string
  /** Takes it away; whoever is still connected is cut off. */
  drop(): Promise<void>
}

/** How an engine makes copies quickly. */
export interface TestEngine {
  /** Makes the template, unless another worker did; gives what `copy` needs. */
  make(template: Template): Promise<string>
  copy(source: string): Promise<TestDatabase>
  /** Where connecting is dear: what brings an opened copy back to how it is now, for the next test. */
  resetter?(database: Database): Promise<() => Promise<void>>
}

const engines: Record<'sqlite' | 'postgres', TestEngine> = { sqlite: sqliteEngine, postgres: postgresEngine }

const sources = new Map<string, Promise<string>>()

/** A copy of the template on the engine this project runs on: about 30 ms, so that every test may have its own. */
export async function freshDatabase(template: Template): Promise<TestDatabase> {
  const engine = engines[inject('engine')]
  if (!engine)
    throw new Error(
      'This test runs in a project without a database. See vitest.config.ts for the places that have one.',
    )
  const source = sources.get(template.name) ?? engine.make(template)
  sources.set(template.name, source)
  return engine.copy(await source)
}

interface Opened extends TestDatabase {
  readonly template: string
  readonly database: Database
  readonly reset?: () => Promise<void>
}

/** Copies whose test has ended, the one that waits longest first. What is left at the end of a run goes with its server. */
const free: Opened[] = []

/** Each holds connections. */
const maxFree = 4

/**
 * A copy of the template, opened until the test ends. For tests that change rows; one that changes tables takes
 * `freshDatabase`.
 */
export async function openedDatabase(template: Template): Promise<Database> {
  const at = free.findIndex((one) => one.template === template.name)
  const [opened = await openFresh(template)] = at < 0 ? [] : free.splice(at, 1)
  onTestFinished(() => putBack(opened))
  return opened.database
}

async function putBack(opened: Opened): Promise<void> {
  const isClean = await opened.reset?.().then(
    () => true,
    () => false,
  )
  if (!isClean) return away(opened)
  free.push(opened)
  const [oldest] = free.length > maxFree ? free.splice(0, 1) : []
  if (oldest) await away(oldest)
}

async function openFresh(template: Template): Promise<Opened> {
  const place = await freshDatabase(template)
  const database = await openDatabase(place.url)
  const reset = await engines[inject('engine')].resetter?.(database)
  return { ...place, template: template.name, database, reset }
}

async function away({ database, drop }: Opened): Promise<void> {
  await database.close()
  await drop()
}
