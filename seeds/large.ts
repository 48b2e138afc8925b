import { system } from '../api/src/access/person.ts'
import { createBody } from '../api/src/derive/validators.ts'
import { insert } from '../api/src/records/create.ts'
import type { Panel } from '../api/src/records/panel.ts'
import { columnsOfValues } from '../api/src/records/row.ts'
import { settle } from '../api/src/records/settle.ts'
import type { WriteScope } from '../api/src/store/types.ts'
import { customerOf } from './people.ts'
import { Chance } from './random.ts'

/** Rows of one statement and of one transaction. */
const batch = 500
const perTransaction = 10_000

/** Fills an empty database with many customers under `brands` brands, a tree of three levels. */
export async function seedLarge(
  panel: Panel,
  { customers, brands }: { customers: number; brands: number },
): Promise<void> {
  const chance = new Chance(7)
  const ids = await panel.database.write((scope) => seedBrandTree(panel, brands, scope))
  for (let done = 0; done < customers; done += perTransaction) {
    await panel.database.write(async (scope) => {
      for (let from = done; from < Math.min(done + perTransaction, customers); from += batch) {
        const bodies = Array.from({ length: Math.min(batch, customers - from) }, (_, index) =>
          customerOf(chance, chance.pick(ids), from + index + 1),
        )
        await createMany(panel, 'customer', bodies, scope)
      }
    })
  }
}

/**
 * Writes many records of a resource without manyToMany fields and without a tree; each is judged like one of a person,
 * but references are not looked up: who calls knows that they exist.
 */
export async function createMany(
  panel: Panel,
  name: string,
  bodies: readonly Record<string, unknown>[],
  scope: WriteScope,
): Promise<void> {
  const resource = panel.resources[name]
  const model = resource && panel.models.get(resource.table)
  if (!resource || !model) throw new Error(`There is no resource "${name}".`)
  const schema = createBody(resource)
  const now = new Date()
  const rows: Record<string, unknown>[] = []
  for (const body of bodies) {
    const { values, errors } = settle({ ...resource, language: 'pt-BR' }, schema.parse(body))
    if (Object.keys(errors).length > 0) throw new Error(`A record of "${name}" will not do: ${JSON.stringify(errors)}`)
    rows.push({
      ...(await columnsOfValues(panel, resource, { scope, values })),
      version: 1,
      created_at: now,
      updated_at: now,
    })
  }
  await model.bulkCreate(rows, { transaction: scope.transaction, validate: false, hooks: false })
  scope.changed(resource.table)
}

/** One in fifty a root, one in five in the middle, the others below those. */
async function seedBrandTree(panel: Panel, count: number, scope: WriteScope): Promise<[number, ...number[]]> {
  const resource = panel.resources.brand
  if (!resource) throw new Error('There is no resource "brand".')
  const levels: [number[], number[], number[]] = [[], [], []]
  for (let serial = 0; serial < count; serial += 1) {
    const level = serial < Math.ceil(count / 50) ? 0 : serial < Math.ceil(count / 5) ? 1 : 2
    const above = level === 0 ? [] : (levels[level - 1] ?? [])
    const parent = above[serial % Math.max(1, above.length)] ?? null
    const id = await insert(
      { panel, person: system, resource, language: 'pt-BR' },
      { name: `Marca ${serial + 1}`, parent },
      scope,
    )
    levels[level].push(id)
  }
  const [first, ...rest] = levels.flat()
  if (first === undefined) throw new Error('A seed needs at least one brand.')
  return [first, ...rest]
}
