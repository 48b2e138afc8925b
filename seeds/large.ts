import { system } from '../api/src/access/person.ts'
import { createBody } from '../api/src/derive/validators.ts'
import { insert } from '../api/src/records/create.ts'
import type { Asking, Panel } from '../api/src/records/panel.ts'
import { columnsOfValues } from '../api/src/records/row.ts'
import { settle, type Values } from '../api/src/records/settle.ts'
import { takenAlong } from '../api/src/records/taken-along.ts'
import type { WriteScope } from '../api/src/store/types.ts'
import { contractOf } from './papers.ts'
import { contactOf, customerOf } from './people.ts'
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
        await addToSome(panel, { from, count: bodies.length }, scope)
      }
    })
  }
}

/** One customer in four has a contract and somebody to call: enough that every list has its pages. */
async function addToSome(
  panel: Panel,
  { from, count }: { from: number; count: number },
  scope: WriteScope,
): Promise<void> {
  const chance = new Chance(from + 1)
  const rows = await scope.read<{ id: number }>(`SELECT id FROM customers ORDER BY id DESC LIMIT ${count}`)
  const some = rows.map(({ id }) => Number(id)).filter((id) => id % 4 === 0)
  const contacts = some.map((id) => contactOf(chance, id, { isPrimary: true }))
  await createMany(panel, 'contact', contacts, scope)
  await createMany(
    panel,
    'contract',
    some.map((id, at) => contractOf(id, from + at + 1)),
    scope,
  )
}

/**
 * Writes many records of a resource without manyToMany fields and without a tree; each is judged like one of a person,
 * but references are not looked up, and nothing is taken from others that are the one of their owner: who calls knows what is there.
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
  const takenBy = takingOnce({ panel, person: system, resource, language: 'pt-BR' }, scope)
  for (const body of bodies) {
    const given = schema.parse(body)
    const { values, errors } = settle({ ...resource, language: 'pt-BR' }, { ...given, ...(await takenBy(given)) })
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

/** What records take from others, asked once for all those that would take the same. */
function takingOnce(asking: Asking, reader: WriteScope): (values: Values) => Promise<Values> {
  const { fields } = asking.resource
  const deciding = Object.entries(fields).flatMap(([name, { options }]) => [
    ...(options.copiedFrom ? [options.copiedFrom.split('.')[0] ?? ''] : []),
    ...(options.preset ? [name, options.reaches ?? ''] : []),
  ])
  const known = new Map<string, Promise<Values>>()
  return (values) => {
    const key = JSON.stringify(deciding.map((name) => values[name] ?? (name in values ? null : 'none')))
    const taken = known.get(key) ?? takenAlong(asking, { values, reader })
    known.set(key, taken)
    return taken
  }
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
