import { demoDomain } from '../api/src/access/demo.ts'
import { hashPassword } from '../api/src/access/passwords.ts'
import { makeAdministrator } from '../api/src/records/first-access.ts'
import type { Panel } from '../api/src/records/panel.ts'
import { groups } from '../api/src/resources/groups.ts'
import type { WriteScope } from '../api/src/store/types.ts'
import { createMany } from './large.ts'
import { type Make, maker } from './maker.ts'
import { contractOf } from './papers.ts'
import { contactOf, customerOf } from './people.ts'
import { Chance } from './random.ts'

/** Brand -> sub-brands -> their sub-brands. */
const brands = {
  'Rastrear Brasil': {
    'Rastrear Sul': ['Rastrear Curitiba', 'Rastrear Porto Alegre'],
    'Rastrear Sudeste': ['Rastrear São Paulo', 'Rastrear Rio', 'Rastrear Minas'],
  },
  'Alô Frota': {
    'Alô Frota Pesados': ['Alô Frota Caminhões'],
    'Alô Frota Leves': ['Alô Frota Motos', 'Alô Frota Táxis'],
  },
  'Guardião Rastreamento': { 'Guardião Nordeste': ['Guardião Recife', 'Guardião Salvador'] },
} as const

interface DemoAccount {
  readonly name: string
  readonly email: string
  readonly password: string
  /** By their names. Without a group: may do everything. */
  readonly group?: string
  readonly brand?: string
}

const password = 'demonstracao'

/** Sign-ins of the demo, one for each group of the staff; production refuses them. */
export const demoAccounts: readonly DemoAccount[] = [
  { name: 'Ana Administradora', email: `ana@${demoDomain}`, password },
  {
    name: 'Gil Gerente',
    email: `gerente@${demoDomain}`,
    password,
    group: 'Gerente',
    brand: 'Rastrear Brasil',
  },
  {
    name: 'Bia Atendente',
    email: `atendimento@${demoDomain}`,
    password,
    group: 'Atendimento',
    brand: 'Rastrear Sul',
  },
  {
    name: 'Caio Financeiro',
    email: `financeiro@${demoDomain}`,
    password,
    group: 'Financeiro',
    brand: 'Rastrear Brasil',
  },
  {
    name: 'Lia Leitora',
    email: `leitura@${demoDomain}`,
    password,
    group: 'Leitura',
    brand: 'Rastrear Sudeste',
  },
]

const customers = 640

/** What a root of the tree of brands is known by. */
const companies: Readonly<Record<keyof typeof brands, object>> = {
  'Rastrear Brasil': { cnpj: '11444777000161', primaryColor: '#1d4ed8', hostname: 'painel.rastrear.exemplo.com.br' },
  'Alô Frota': { cnpj: '12ABC34501DE35', primaryColor: '#b45309', hostname: 'app.alofrota.exemplo.com.br' },
  'Guardião Rastreamento': { primaryColor: '#15803d', hostname: 'guardiao.exemplo.com.br' },
}

/** Fills an empty database with plausible data of a tracking company, each record through the same judging as one of a person. */
export async function seedDemo(panel: Panel): Promise<void> {
  const chance = new Chance(20_260_706)
  await panel.database.write(async (scope) => {
    const [brand, customer, contact] = [
      maker(panel, 'brand', scope),
      maker(panel, 'customer', scope),
      maker(panel, 'contact', scope),
    ]
    const ids = await seedBrands(brand)
    await seedBrandGroup(panel, scope)
    const hash = await hashPassword(password)
    const contracts: ReturnType<typeof contractOf>[] = []
    for (let serial = 1; serial <= customers; serial += 1) {
      const known = customerOf(chance, chance.pick(ids), serial)
      const id = await customer(known, known.loginEmail ? { password: hash } : {})
      const called = chance.between(0, 3)
      for (let count = 0; count < called; count += 1) await contact(contactOf(chance, id, { isPrimary: count === 0 }))
      for (let count = serial % 5 === 0 ? 2 : 1; count > 0; count -= 1)
        contracts.push(contractOf(id, contracts.length + 1))
    }
    await createMany(panel, 'contract', contracts, scope)
  })
}

/** A brand whose new customers get more than those of the others. */
async function seedBrandGroup(panel: Panel, scope: WriteScope): Promise<void> {
  const rules = groups.find(({ name }) => name === 'Completo')?.rules ?? []
  await maker(
    panel,
    'permissionGroup',
    scope,
  )({
    name: 'Frota completa',
    description: 'O que os clientes da Alô Frota contratam: tudo o que a plataforma oferece.',
    audience: 'customers',
    brand: await brandOf(scope, 'Alô Frota'),
    isDefault: true,
    rules,
  })
}

/** Makes the people who may sign in to the demo; the groups that the product brings along, and brands, are there. */
export async function seedDemoAccounts(panel: Panel): Promise<void> {
  for (const account of demoAccounts) await panel.database.write((scope) => makeAccount(panel, scope, account))
}

async function makeAccount(panel: Panel, scope: WriteScope, { group, brand, ...account }: DemoAccount): Promise<void> {
  const known = { ...account, passwordConfirmation: account.password }
  if (group === undefined) {
    await makeAdministrator(panel, scope, known)
    return
  }
  const make = maker(panel, 'user', scope)
  await make({
    ...known,
    groups: [await groupOf(scope, group)],
    brand: await brandOf(scope, brand),
    mustChangePassword: false,
  })
}

async function groupOf(scope: WriteScope, name: string): Promise<number> {
  const [row] = await scope.read<{ id: number }>('SELECT id FROM permission_groups WHERE name = $1', [name])
  if (!row) throw new Error(`There is no group "${name}".`)
  return Number(row.id)
}

/** The brand of that name; the first one where a large data set has named them otherwise. */
async function brandOf(scope: WriteScope, name = ''): Promise<number> {
  const [row] = await scope.read<{ id: number }>(
    'SELECT id FROM brands ORDER BY CASE WHEN name = $1 THEN 0 ELSE 1 END, id LIMIT 1',
    [name],
  )
  if (!row) throw new Error('The demo has no brands.')
  return Number(row.id)
}

async function seedBrands(brand: Make): Promise<[number, ...number[]]> {
  const ids: number[] = []
  for (const [name, below] of Object.entries(brands)) {
    const root = await brand({
      name,
      legalName: `${name} Ltda.`,
      supportEmail: 'suporte@exemplo.com.br',
      supportPhone: '0800 123 4567',
      ...companies[name as keyof typeof brands], // the keys of `brands` are its names
    })
    ids.push(root)
    for (const [middle, leaves] of Object.entries(below)) {
      const parent = await brand({ name: middle, parent: root })
      ids.push(parent)
      for (const leaf of leaves) ids.push(await brand({ name: leaf, parent }))
    }
  }
  const [first, ...rest] = ids
  if (first === undefined) throw new Error('The demo has no brands.')
  return [first, ...rest]
}
