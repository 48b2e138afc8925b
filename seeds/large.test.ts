import { expect, test } from 'vitest'
import { system } from '../api/src/access/person.ts'
import type { Resource } from '../api/src/define/resource.ts'
import { insert } from '../api/src/records/create.ts'
import { makePanel } from '../api/src/records/panel.ts'
import * as resources from '../api/src/resources/index.ts'
import { panel as open } from '../api/test/panel.ts'
import { createMany, seedLarge } from './large.ts'
import { contractOf } from './papers.ts'
import { contactOf, customerOf } from './people.ts'
import { Chance } from './random.ts'

const serials = Array.from({ length: 40 }, (_, index) => index + 1)

/** What is written under a brand and a customer of it, the same each time. */
const bodies = {
  customer: (brand: number) => {
    const chance = new Chance(3)
    return serials.map((serial) => customerOf(chance, brand, serial))
  },
  contact: (_: number, customer: number) => {
    const chance = new Chance(3)
    return serials.map((serial) => contactOf(chance, customer, { isPrimary: serial === 1 }))
  },
  contract: (_: number, customer: number) => serials.map((serial) => contractOf(customer, serial)),
}

test.each(Object.keys(bodies) as (keyof typeof bodies)[])(
  'records of %s written in bulk lie in the database exactly as those written one by one',
  async (name) => {
    const { administrator, database } = await open()
    const brand = await administrator.make('brand')
    await administrator.make('permissionGroup', { audience: 'customers', isDefault: true })
    const panel = makePanel({ resources, database })
    const asking = (of: Resource) => ({ panel, person: system, resource: of, language: 'pt-BR' }) as const
    const owner = customerOf(new Chance(5), brand.id, 1_000)
    const id = await database.write((scope) => insert(asking(resources.customer), owner, scope))
    const resource: Resource | undefined = panel.resources[name]
    if (!resource) throw new Error(`There is no resource "${name}".`)
    const others = name === 'customer' ? `WHERE id <> ${id}` : ''
    const rows = () => database.read(`SELECT * FROM ${resource.table} ${others} ORDER BY id`)
    const written = bodies[name](brand.id, id)

    await database.write(async (scope) => {
      for (const body of written) await insert(asking(resource), { ...body }, scope)
    })
    const single = await rows()
    await database.write((scope) => scope.run(`DELETE FROM ${resource.table} ${others}`))
    await database.write((scope) => createMany(panel, name, written, scope))
    const bulk = await rows()

    const comparable = (found: Record<string, unknown>[]) =>
      found.map(({ id, created_at, updated_at, ...columns }) => columns)
    expect(comparable(bulk)).toEqual(comparable(single))
    expect(bulk).toHaveLength(serials.length)
  },
)

test('a large set has customers of every brand, some of them with a contract and somebody to call', {
  timeout: 120_000,
}, async () => {
  const { administrator, database } = await open()
  await seedLarge(makePanel({ resources, database }), { customers: 1_200, brands: 20 })

  const count = async (path: string, query = '') => {
    const { headers } = await administrator.list(path, query)
    return Number(headers.get('X-Total-Count'))
  }
  expect([await count('customer'), await count('brand')]).toEqual([1_200, 20])
  expect([await count('contract'), await count('contact', 'isPrimary=true')]).toEqual([300, 300])
})
