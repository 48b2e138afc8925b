import { pino } from 'pino'
import { inject, onTestFinished } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readSettings } from '../../src/settings.ts'
import { openDatabase } from '../../src/store/database.ts'
import { Client } from '../client.ts'
import type { panel } from '../panel.ts'

/**
 * The same panel as another process has it: on PostgreSQL with connections of its own, so that both really run at the same time. An
 * SQLite file belongs to one process: there it is the same one.
 */
export async function elsewhere({ app, database, resources, cookieFor }: Awaited<ReturnType<typeof panel>>) {
  const other = inject('engine') === 'postgres' ? await another(database, resources) : app
  return async (user: number) => new Client(other, resources, await cookieFor(user))
}

type Opened = Awaited<ReturnType<typeof panel>>

async function another(database: Opened['database'], resources: Opened['resources']) {
  const [{ name } = { name: '' }] = await database.read<{ name: string }>('SELECT current_database() AS name')
  const url = new URL(inject('postgresUrl'))
  url.pathname = `/${name}`
  const opened = await openDatabase(url.href)
  onTestFinished(() => opened.close())
  const settings = readSettings({ NODE_ENV: 'test', FICHA_SECRET: 'x'.repeat(32) })
  return createApp({ resources, platform: {}, database: opened, settings, log: pino({ level: 'silent' }) })
}
