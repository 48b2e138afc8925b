import type { AddressInfo } from 'node:net'
import { createAdaptorServer } from '@hono/node-server'
import { pino } from 'pino'
import { demoAccounts, seedDemo, seedDemoAccounts } from '../../seeds/demo.ts'
import { migrations } from '../migrations/index.ts'
import { demoDomain } from './access/demo.ts'
import { limitHashing } from './access/passwords.ts'
import { createApp } from './app.ts'
import { purgeFilesHourly } from './jobs/purge-files.ts'
import { ensureAdministrator, isEmpty, offerSetUp } from './records/first-access.ts'
import { makePanel, type Panel } from './records/panel.ts'
import { markBrokenRules } from './records/permissions/broken-rules.ts'
import { ensureGroups } from './records/seed-groups.ts'
import { groups } from './resources/groups.ts'
import * as resources from './resources/index.ts'
import { platform } from './resources/platform.ts'
import { readSettings, type Settings, SettingsError } from './settings.ts'
import { openDatabase } from './store/database.ts'
import { filesIn } from './store/files/folder.ts'
import { migrate } from './store/migrate/run.ts'

/** How long requests may take to end once the process is told to. */
const farewellMs = 10_000

try {
  await start(readSettings(process.env))
} catch (error) {
  console.error(error instanceof SettingsError || isInUse(error) ? error.message : error)
  process.exit(1)
}

async function start(settings: Settings): Promise<void> {
  const log = pino({ level: settings.logLevel, redact: ['*.password', '*.token', '*.cookie'] })
  for (const warning of settings.warnings) log.warn(warning)
  limitHashing(settings.hashConcurrency)

  const database = await openDatabase(settings.databaseUrl)
  await migrate(database, { migrations, log: (text) => log.info(text) })
  const panel = makePanel({
    resources,
    platform,
    database,
    secret: settings.secret,
    files: filesIn(settings.dataFolder),
  })
  const welcome = await prepare(panel, settings)
  for (const { group, rules } of await markBrokenRules(panel))
    log.warn(
      { group, rules },
      'These rules name what there is no longer: they grant nothing, or deny all, until they are saved anew',
    )
  const farewell = new AbortController()
  const app = createApp({ resources, platform, database, settings, log, farewell: farewell.signal })
  purgeFilesHourly({ panel, log, farewell: farewell.signal })

  const server = createAdaptorServer({ fetch: app.fetch })
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(settings.port, settings.host, resolve)
  })
  const { port } = server.address() as AddressInfo // it listens on a port, not on a pipe
  const address = settings.publicOrigin ?? `http://localhost:${port}`
  console.log(`\nFicha is ready: ${address}`)
  for (const line of welcome(address)) console.log(line)

  const stop = async () => {
    setTimeout(() => process.exit(1), farewellMs).unref()
    farewell.abort()
    const closed = new Promise((resolve) => server.close(resolve))
    if ('closeIdleConnections' in server) server.closeIdleConnections()
    await closed
    await database.close()
    log.flush()
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
}

/** Makes sure that somebody can sign in, and tells who. */
async function prepare(panel: Panel, { administrator, demo }: Settings): Promise<(address: string) => string[]> {
  const fresh = await isEmpty(panel)
  await ensureGroups(panel, groups)
  if (administrator) await ensureAdministrator(panel, administrator)
  if (demo && fresh) {
    console.log('Filling the empty database with demo data …')
    await seedDemo(panel)
    await seedDemoAccounts(panel)
  }
  const token = await offerSetUp(panel)
  const users = await panel.database.read<{ email: string }>(
    `SELECT email FROM users WHERE email LIKE '%@${demoDomain}'`,
  )
  const accounts = demo ? demoAccounts.filter(({ email }) => users.some((user) => user.email === email)) : []
  return (address) =>
    token === undefined
      ? accounts.map(({ email, password }) => `Demo sign-in: ${email}  ${password}`)
      : [`There are no users yet. Make the first administrator within a day: ${address}/set-up?token=${token}`]
}

function isInUse(error: unknown): error is Error {
  return error instanceof Error && 'code' in error && error.code === 'EADDRINUSE'
}
