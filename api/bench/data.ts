import { existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { seedLarge } from '../../seeds/large.ts'
import { maker } from '../../seeds/maker.ts'
import { tablesOf } from '../src/derive/tables.ts'
import { makeAdministrator } from '../src/records/first-access.ts'
import { makePanel, type Panel } from '../src/records/panel.ts'
import * as resources from '../src/resources/index.ts'
import { openDatabase } from '../src/store/database.ts'
import { createTables } from '../src/store/migrate/run.ts'

const folder = fileURLToPath(new URL('../data/bench/', import.meta.url))

export const brands = 500

/** Who the bench signs in as. */
export const account = { name: 'Bench', email: 'bench@exemplo.com.br', password: 'correto cavalo bateria' }

/** Somebody of a group with fields that only some rows show, who reaches every row all the same. */
export const agent = { name: 'Agente', email: 'agente@exemplo.com.br', password: account.password }

const roots = Array.from({ length: Math.ceil(brands / 50) }, (_, index) => index + 1)

/** Like the shipped Atendimento, with one field and the changes bound to what a customer is. */
const rules = [
  {
    actions: ['read'],
    subject: 'customer',
    fields: ['name', 'cnpj', 'brand', 'status', 'paymentStatus', 'city', 'updatedAt'],
    conditions: { brand: { $under: roots } },
  },
  {
    actions: ['read'],
    subject: 'customer',
    fields: ['cpf', 'mobilePhone'],
    conditions: { brand: { $under: roots }, paymentStatus: 'current' },
  },
  {
    actions: ['update'],
    subject: 'customer',
    fields: ['name', 'mobilePhone'],
    conditions: { brand: { $under: roots }, status: { $ne: 'cancelled' } },
  },
  { actions: ['read'], subject: 'brand', conditions: { id: { $under: roots } } },
]

/** The file with this many customers, made when it is not there; it is named by its tables too, so that no old one is taken. */
export async function benchDatabase(customers: number): Promise<string> {
  const tables = tablesOf(resources)
  const shape = [...JSON.stringify(tables)]
    .reduce((sum, character) => (sum * 31 + character.charCodeAt(0)) >>> 0, 7)
    .toString(36)
  const file = join(folder, `${customers}-${shape}.db`)
  if (existsSync(`${file}-done`)) return file
  console.log(`Filling ${file} with ${customers} customers …`)
  const database = await openDatabase(`sqlite:${file}`)
  await createTables(database, tables)
  const panel = makePanel({ resources, database })
  await database.write((scope) =>
    makeAdministrator(panel, scope, { ...account, passwordConfirmation: account.password }),
  )
  const started = performance.now()
  await seedLarge(panel, { customers, brands })
  await makeAgent(panel)
  await database.sequelize.query('ANALYZE')
  console.log(`  ${Math.round(customers / ((performance.now() - started) / 1000))} customers/s`)
  await database.close()
  writeFileSync(`${file}-done`, '')
  return file
}

async function makeAgent(panel: Panel): Promise<void> {
  const known = { ...agent, passwordConfirmation: agent.password, mustChangePassword: false }
  await panel.database.write(async (scope) => {
    const group = await maker(panel, 'permissionGroup', scope)({ name: 'Atendimento', rules })
    await maker(panel, 'user', scope)({ ...known, groups: [group] })
  })
}
