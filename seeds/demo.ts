import { demoDomain } from '../api/src/access/demo.ts'
import { system } from '../api/src/access/person.ts'
import { createBody } from '../api/src/derive/validators.ts'
import { insert } from '../api/src/records/create.ts'
import { makeAdministrator } from '../api/src/records/first-access.ts'
import type { Panel } from '../api/src/records/panel.ts'
import type { WriteScope } from '../api/src/store/types.ts'
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

/** Sign-ins of the demo; production refuses them. */
export const demoAccounts = [
  { name: 'Ana Administradora', email: `ana@${demoDomain}`, password: 'demonstracao' },
] as const

const customers = 640

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
    for (let serial = 1; serial <= customers; serial += 1) {
      const id = await customer(customerOf(chance, chance.pick(ids), serial))
      for (let count = chance.between(0, 3); count > 0; count -= 1) await contact(contactOf(chance, id))
    }
  })
}

/** Makes the people who may sign in to the demo; each may do everything. */
export async function seedDemoAccounts(panel: Panel): Promise<void> {
  for (const account of demoAccounts) {
    await panel.database.write((scope) =>
      makeAdministrator(panel, scope, { ...account, passwordConfirmation: account.password }),
    )
  }
}

async function seedBrands(brand: Make): Promise<[number, ...number[]]> {
  const ids: number[] = []
  for (const [name, below] of Object.entries(brands)) {
    const root = await brand({ name, legalName: `${name} Ltda.`, supportEmail: 'suporte@exemplo.com.br' })
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

/** Makes one record and gives its id. */
type Make = (body: Record<string, unknown>) => Promise<number>

function maker(panel: Panel, name: string, scope: WriteScope): Make {
  const resource = panel.resources[name]
  if (!resource) throw new Error(`There is no resource "${name}".`)
  const schema = createBody(resource)
  return (body) => insert({ panel, person: system, resource, language: 'pt-BR' }, schema.parse(body), scope)
}
