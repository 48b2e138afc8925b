import { randomBytes } from 'node:crypto'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { startCluster } from './cluster/start.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A server where the tests may create databases. */
    postgresUrl: string
    /** Begins the name of every database of this run, so that two runs on one server keep apart. */
    databasePrefix: string
  }
}

/** Brings PostgreSQL up for one run: the server in TEST_POSTGRES_URL, left as it was found, else a cluster of our own. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const prefix = `ficha_test_${randomBytes(4).toString('hex')}_`
  const given = process.env.TEST_POSTGRES_URL
  const server = given ? { url: given, stop: () => dropAll(given, prefix) } : await startCluster()
  project.provide('postgresUrl', server.url)
  project.provide('databasePrefix', prefix)
  return () => server.stop()
}

async function dropAll(url: string, prefix: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ datname: string }>(
    'SELECT datname FROM pg_database WHERE starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`DROP DATABASE IF EXISTS ${datname} WITH (FORCE)`)
  await client.end()
}
