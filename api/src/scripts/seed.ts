import { parseArgs } from 'node:util'
import { seedDemo, seedDemoAccounts } from '../../../seeds/demo.ts'
import { seedLarge } from '../../../seeds/large.ts'
import { migrations } from '../../migrations/index.ts'
import { isEmpty } from '../records/first-access.ts'
import { makePanel } from '../records/panel.ts'
import { ensureGroups } from '../records/seed-groups.ts'
import { groups } from '../resources/groups.ts'
import * as resources from '../resources/index.ts'
import { platform } from '../resources/platform.ts'
import { readSettings } from '../settings.ts'
import { openDatabase } from '../store/database.ts'
import { filesIn } from '../store/files/folder.ts'
import { migrate } from '../store/migrate/run.ts'

/**
 * `npm run seed [-- --customers 100000 --brands 500]`: fills the empty database that the settings name, with the demo data
 * or with as many customers as asked for.
 */
const { values } = parseArgs({ options: { customers: { type: 'string' }, brands: { type: 'string', default: '500' } } })
const settings = readSettings(process.env)
const database = await openDatabase(settings.databaseUrl)
try {
  await migrate(database, { migrations })
  const panel = makePanel({
    resources,
    platform,
    database,
    secret: settings.secret,
    files: filesIn(settings.dataFolder),
  })
  if (!(await isEmpty(panel))) throw new Error('The database holds data already; seeds go into an empty one.')
  await ensureGroups(panel, groups)
  if (values.customers === undefined) await seedDemo(panel)
  else await seedLarge(panel, { customers: count(values.customers), brands: count(values.brands) })
  await seedDemoAccounts(panel)
} catch (error) {
  console.error(error instanceof Error ? error.message : error)
  process.exitCode = 1
} finally {
  await database.close()
}

function count(text: string): number {
  if (!/^[1-9]\d{0,7}$/.test(text)) throw new Error(`"${text}" is not a number of records.`)
  return Number(text)
}
