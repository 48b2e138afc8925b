import { randomUUID } from 'node:crypto'
import pg from 'pg'
import { inject } from 'vitest'
import type { Template, TestDatabase, TestEngine } from '../databases.ts'
import { resetter } from './reuse.ts'

/** Copies of a template database. Each connection starts a process on the server: opened copies are used again. */
export const postgresEngine: TestEngine = { make, copy, resetter }

/** The advisory lock lets one worker fill the template while the others wait for it. */
async function make({ name, fill }: Template): Promise<string> {
  const source = `${inject('databasePrefix')}template_${name}`
  return withClient(async (client) => {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [source])
    try {
      const { rowCount } = await client.query('SELECT 1 FROM pg_database WHERE datname = $1', [source])
      if (rowCount) return source
      const draft = newName()
      await client.query(`CREATE DATABASE ${draft}`)
      await fill(urlOf(draft))
      await client.query(`ALTER DATABASE ${draft} RENAME TO ${source}`)
      return source
    } finally {
      await client.query('SELECT pg_advisory_unlock(hashtext($1))', [source])
    }
  })
}

async function copy(source: string): Promise<TestDatabase> {
  const name = newName()
  // With fsync off FILE_COPY is three times as quick as the default, which writes every page to the log.
  await withClient((client) => client.query(`CREATE DATABASE ${name} TEMPLATE ${source} STRATEGY FILE_COPY`))
  return {
    url: urlOf(name),
    async drop() {
      await withClient((client) => client.query(`DROP DATABASE IF EXISTS ${name} WITH (FORCE)`))
    },
  }
}

/** Connections to the server itself, kept by each worker: opening one costs as much as a copy. */
let server: pg.Pool | undefined

async function withClient<T>(work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  server ??= new pg.Pool({ connectionString: inject('postgresUrl'), max: 2, allowExitOnIdle: true })
  const client = await server.connect()
  try {
    return await work(client)
  } finally {
    client.release()
  }
}

function newName(): string {
  return `${inject('databasePrefix')}${randomUUID().replaceAll('-', '')}`
}

function urlOf(database: string): string {
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${database}`
  return url.href
}
