import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import { pino } from 'pino'
import { inject } from 'vitest'
import { maker } from '../../seeds/maker.ts'
import { createApp } from '../src/app.ts'
import type { Resources } from '../src/define/resource.ts'
import { tablesOf } from '../src/derive/tables.ts'
import { makeAdministrator } from '../src/records/first-access.ts'
import { makePanel, type Panel } from '../src/records/panel.ts'
import { brand } from '../src/resources/brand.ts'
import * as shipped from '../src/resources/index.ts'
import { permissionGroup } from '../src/resources/permission-group.ts'
import { platform } from '../src/resources/platform.ts'
import { readSettings } from '../src/settings.ts'
import { openDatabase } from '../src/store/database.ts'
import { createTables } from '../src/store/migrate/run.ts'
import { openSession } from '../src/store/sessions.ts'
import { Client } from './client.ts'
import { openedDatabase } from './databases.ts'
import { makeSomebody, type Wanted } from './people.ts'
import { zooResources } from './zoo.ts'

/** Who a test acts as: somebody who may do everything, or somebody in no group. */
export type Role = 'administrator' | 'nobody'

const password = 'correto cavalo bateria'

/** The shipped product on a fresh database. */
export const panel = () => panelOf('shop', shipped)

/** The resources of `zoo.ts` on a fresh database. */
export const zooPanel = () => panelOf('zoo', zooResources)

/** Any resources on a fresh database, and what the rights of their users are made of; those asked for under one name are copies of one another. */
export async function panelOf(name: string, given: Resources) {
  const resources = { brand, permissionGroup, ...given }
  const database = await openedDatabase({ name, fill: (url) => fill(url, resources) })
  const folder = join(inject('scratch'), `data-${randomUUID()}`)
  const settings = readSettings({
    NODE_ENV: 'test',
    FICHA_SECRET: 'x'.repeat(32),
    FICHA_LOG_LEVEL: 'debug',
    FICHA_DATA: folder,
  })
  const lines: string[] = []
  const log = pino({ level: 'debug' }, { write: (line: string) => void lines.push(line) })
  const app = createApp({ resources, platform, database, settings, log })
  const anonymous = new Client(app, resources)
  const cookieOf = (role: Role) => cookieFor(role === 'administrator' ? 1 : 2)
  const cookieFor = async (userId: number) => {
    const place = { userId, address: '127.0.0.1', agent: 'test' }
    const token = await database.write((scope) => openSession({ database, times: settings.session }, scope, place))
    return `__Host-sid=${token}`
  }
  const as = async (role: Role) => new Client(app, resources, await cookieOf(role))
  /** Somebody with just these rules, and who they are. */
  const person = async (wanted: Wanted) => {
    const { user, group } = await makeSomebody(database, wanted)
    return Object.assign(new Client(app, resources, await cookieFor(user)), { user, group })
  }
  const administrator = await as('administrator')
  return { app, database, resources, lines, as, person, cookieOf, cookieFor, anonymous, administrator, folder }
}

async function fill(url: string, resources: Resources): Promise<void> {
  const database = await openDatabase(url)
  await createTables(database, tablesOf(resources))
  const panel = makePanel({ resources, database })
  await database.write((scope) =>
    makeAdministrator(panel, scope, {
      name: 'Ana Reis',
      email: 'ana@exemplo.com.br',
      password,
      passwordConfirmation: password,
    }),
  )
  await makeNobody(panel)
  await database.close()
}

async function makeNobody(panel: Panel): Promise<void> {
  await panel.database.write((scope) =>
    maker(
      panel,
      'user',
      scope,
    )({
      name: 'Otto Lima',
      email: 'otto@exemplo.com.br',
      password,
      passwordConfirmation: password,
      mustChangePassword: false,
    }),
  )
}
