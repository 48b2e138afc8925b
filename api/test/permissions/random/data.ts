import fc from 'fast-check'
import type { Client, Made } from '../../client.ts'
import type { Row, World } from '../oracle/world.ts'

const names = ['Ana', 'ana', 'Águia', 'Zé', 'É o 10%', 'b_1', 'Leão', 'leao', 'Íbis', 'Coruja']
const name = fc.constantFrom(...names)
const rarely = <T>(value: fc.Arbitrary<T>) => fc.oneof(value, fc.constant(null))
const someOf = (ids: readonly number[]) => rarely(fc.constantFrom(...ids))

/** Parents by place: each record of a tree hangs below one made before it, or below none. */
const places = fc.array(fc.nat({ max: 6 }), { minLength: 7, maxLength: 7 })

/** Bodies of animals that point to what there is; half of all values are empty. */
export function animals(ids: { brand: number[]; user: number[]; enclosure: number[] }) {
  return fc.record({
    name,
    nickname: rarely(name),
    brand: someOf(ids.brand),
    keeper: someOf(ids.user),
    keeperEmail: rarely(fc.constantFrom('ana@exemplo.com.br', 'otto@exemplo.com.br', 'eva@exemplo.com.br')),
    enclosure: someOf(ids.enclosure),
    legs: rarely(fc.constantFrom(0, 1, 2, 4, 6)),
    weight: rarely(fc.constantFrom(0, 0.1, 12.5, -3.25)),
    price: rarely(fc.constantFrom(0, 5_990, 10_000)),
    born: rarely(fc.constantFrom('2019-02-28', '2020-02-29', '2026-01-01')),
    seenAt: rarely(fc.constantFrom('2026-01-31T12:00:00.000Z', '2026-01-31T12:00:00.001Z', '2031-05-01T00:00:00.000Z')),
    tame: rarely(fc.boolean()),
    diet: rarely(fc.constantFrom('leaves', 'meat', 'all')),
    traits: rarely(fc.subarray(['fur', 'horns', 'wings'])),
    washes: rarely(fc.constantFrom(0, 1, 3)),
  })
}

/** Bodies of visits. */
export function visits(ids: { enclosure: number[] }) {
  return fc.record({
    visitor: name,
    ticket: fc.constant(null),
    enclosure: fc.constantFrom(...ids.enclosure),
    minutes: fc.constantFrom(1, 30, 60, 90, 600),
  })
}

/** Fills a park by chance. The same seed gives the same park. */
export async function fillPark(administrator: Client, seed: number): Promise<void> {
  let serial = seed
  const chosen = <T>(value: fc.Arbitrary<T>, numRuns: number) => fc.sample(value, { seed: serial++, numRuns })
  const makeAll = async (resource: string, bodies: readonly Record<string, unknown>[]) => {
    const made: number[] = []
    for (const body of bodies) made.push((await administrator.make(resource, body)).id)
    return made
  }
  const makeTree = async (resource: string, extra: (at: number) => object) => {
    const made: number[] = []
    for (const [at, place] of (chosen(places, 1)[0] ?? []).entries()) {
      const parent = at < 2 || place === 0 ? null : made[place % at]
      made.push(
        (await administrator.make(resource, { name: names[(at + seed) % names.length], parent, ...extra(at) })).id,
      )
    }
    return made
  }
  const brand = await makeTree('brand', () => ({}))
  const enclosure = await makeTree('enclosure', (at) => ({ open: at % 3 !== 0 }))
  const user = [1, 2]
  await makeAll('visit', chosen(visits({ enclosure: [1, 2, 4, 5].map((at) => enclosure[at] ?? 0) }), 12))
  const animal = await makeAll('animal', chosen(animals({ brand, user, enclosure }), 16))
  for (const [at, id] of animal.entries()) {
    const [friends] = chosen(fc.uniqueArray(fc.constantFrom(...animal), { maxLength: 3 }), 1)
    if (at % 2 === 0) await administrator.update('animal', { id, version: 1 }, { friends })
  }
}

/** Everything there is, as an administrator reads it. */
export async function readWorld(administrator: Client, resources: readonly string[]): Promise<World> {
  const world: Record<string, readonly Row[]> = {}
  for (const resource of resources) {
    const { status, text, body } = await administrator.list(resource, '_end=200&_sort=id')
    if (status !== 200) throw new Error(`The ${resource} list was refused: ${text}`)
    world[resource] = body.map(({ _access, ...row }: Made) => row)
  }
  return world
}
