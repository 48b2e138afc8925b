import fc from 'fast-check'
import type { RuleConditions } from '../../../src/contract/permissions.ts'
import type { Field } from '../../../src/define/field.ts'
import type { Resource, Resources } from '../../../src/define/resource.ts'
import { plain, type World } from '../oracle/world.ts'
import { token } from '../rules.ts'

/** What conditions are made of: they compare with values that occur. */
export interface Ground {
  readonly resources: Resources
  readonly world: World
}

type Conditions = fc.Arbitrary<RuleConditions>

/** What changes of the people while they are played. */
const played = ['groups', 'brand']

const askedOf = ({ name, fields }: Resource) =>
  Object.entries(fields).filter(([field]) => name !== 'user' || !played.includes(field))

const deepest = 2

/** Conditions on a subject: comparisons with what occurs, joined, negated, and through relations. */
export function conditionsOn(ground: Ground, subject: string, depth = 0): Conditions {
  const leaf = leafOn(ground, subject)
  if (depth >= deepest) return leaf
  const inner = fc
    .oneof({ weight: 3, arbitrary: leaf }, { weight: 1, arbitrary: fc.constant(undefined) })
    .chain((found) => (found ? fc.constant(found) : conditionsOn(ground, subject, depth + 1)))
  const list = fc.array(inner, { minLength: 1, maxLength: 3 })
  return fc.oneof(
    { weight: 6, arbitrary: leaf },
    { weight: 2, arbitrary: fc.tuple(leaf, leaf).map(([one, other]) => ({ ...one, ...other })) },
    { weight: 1, arbitrary: list.map(($and) => ({ $and })) },
    { weight: 2, arbitrary: list.map(($or) => ({ $or })) },
    { weight: 2, arbitrary: inner.map(($not) => ({ $not })) },
    { weight: 2, arbitrary: throughRelation(ground, subject, depth) },
  )
}

function throughRelation(ground: Ground, subject: string, depth: number): Conditions {
  const resource = ground.resources[subject]
  const { relations = {} } = resource ?? {}
  const fields = resource ? askedOf(resource) : []
  const known = (target: string | undefined) => target !== undefined && ground.world[target] !== undefined
  const many = [
    ...Object.entries(relations).map(([name, { resource }]) => ({ name, target: resource })),
    ...fields.flatMap(([name, { kind, format }]) =>
      kind === 'manyToMany' ? [{ name, target: format.resource ?? '' }] : [],
    ),
  ].filter(({ target }) => known(target))
  const one = fields.flatMap(([name, { kind, format }]) =>
    kind === 'belongsTo' && known(format.resource) ? [{ name, target: format.resource ?? '' }] : [],
  )
  const ways = [
    ...one.map(({ name, target }) => conditionsOn(ground, target, depth + 1).map((of) => ({ [name]: of }))),
    ...many.map(({ name, target }) =>
      fc
        .tuple(fc.constantFrom('$some', '$none'), conditionsOn(ground, target, depth + 1))
        .map(([word, of]) => ({ [name]: { [word]: of } })),
    ),
  ]
  return ways.length > 0 ? fc.oneof(...ways) : leafOn(ground, subject)
}

const ordered = ['integer', 'decimal', 'money', 'date', 'dateTime']
/** Secrets, and what is computed in code: no rule speaks of their values. */
const isUnasked = ({ kind, options }: Field) => kind === 'password' || (kind === 'virtual' && !options.when)
/** Of a value that is a list, a file or no column, a rule asks whether it is empty, or by a relation. */
const emptiness = ['multiSelect', 'manyToMany', 'json', 'file', 'image']

function leafOn(ground: Ground, subject: string): Conditions {
  const resource = ground.resources[subject]
  if (!resource) throw new Error(`There is no ${subject}.`)
  const fields = askedOf(resource).filter(([, field]) => !isUnasked(field))
  return fc.oneof(
    ...fields.map(([name, field]) => comparisonWith(ground, resource, { name, field })),
    identity(ground, resource),
  )
}

function identity({ world }: Ground, { name, tree }: Resource): Conditions {
  const ids = fc.constantFrom(...(world[name]?.map(({ id }) => id) ?? []), 9_999)
  const list = fc.uniqueArray(ids, { minLength: 1, maxLength: 5 })
  const roots = fc.constantFrom(...(world[name]?.map(({ id }) => id) ?? []))
  return fc.oneof(
    list.map(($in) => ({ id: { $in } })),
    list.map(($nin) => ({ id: { $nin } })),
    ids.map(($gte) => ({ id: { $gte } })),
    ...(tree ? [roots.map(($under) => ({ id: { $under } }))] : []),
    ...(name === 'brand' ? [fc.constant({ id: { $under: token('user.brand') } })] : []),
    ...(name === 'user' ? [fc.constant({ id: token('user.id') })] : []),
  )
}

interface Named {
  name: string
  field: Field
}

function comparisonWith(ground: Ground, resource: Resource, { name, field }: Named): Conditions {
  if (field.kind === 'virtual') {
    const known = fc.boolean().map((value) => ({ [name]: value }))
    return fc.oneof(
      known,
      fc.boolean().map(($ne) => ({ [name]: { $ne } })),
    )
  }
  if (emptiness.includes(field.kind)) return fc.boolean().map(($null) => ({ [name]: { $null } }))
  const occurring = valuesOf(ground, resource.name, name)
  const values = [...occurring, ...placeholdersFor(field)]
  const value = fc.constantFrom(...(values.length > 0 ? values : [null]))
  const list = fc.uniqueArray(value, { minLength: 1, maxLength: 3 })
  const asked: fc.Arbitrary<unknown>[] = [
    fc.constant(null),
    fc.boolean().map(($null) => ({ $null })),
    fc.constant({ $ne: null }),
  ]
  if (values.length > 0) {
    asked.push(
      value,
      value,
      value.map(($ne) => ({ $ne })),
      list.map(($in) => ({ $in })),
      list.map(($nin) => ({ $nin })),
    )
    if (ordered.includes(field.kind)) {
      asked.push(...['$lt', '$lte', '$gt', '$gte'].map((word) => value.map((bound) => ({ [word]: bound }))))
      asked.push(fc.tuple(value, value).map(([$gte, $lt]) => ({ $gte, $lt })))
    }
  }
  const target = field.format.resource ?? ''
  if (ground.resources[target]?.tree && field.kind === 'belongsTo') {
    const roots = (ground.world[target] ?? []).map(({ id }) => id)
    const own = target === 'brand' ? [token('user.brand'), token('user.brand')] : []
    asked.push(fc.constantFrom(...roots, ...own).map(($under) => ({ $under })))
    asked.push(fc.uniqueArray(fc.constantFrom(...roots), { minLength: 1, maxLength: 2 }).map(($under) => ({ $under })))
  }
  return fc.oneof(...asked).map((wanted) => ({ [name]: wanted }))
}

/** The values of a field that occur, each once. */
export function valuesOf({ world }: Ground, subject: string, name: string): (string | number | boolean)[] {
  const held = (world[subject] ?? []).flatMap((row) => [plain(row[name] ?? null)].flat())
  return [...new Set(held)].filter(isScalar)
}

function isScalar(value: unknown): value is string | number | boolean {
  return ['string', 'number', 'boolean'].includes(typeof value)
}

function placeholdersFor({ kind, format }: Field): string[] {
  if (format.resource === 'brand') return [token('user.brand')]
  if (format.resource === 'user') return [token('user.id')]
  if (kind === 'email') return [token('user.email')]
  if (kind === 'date' || kind === 'dateTime') return [token('now'), token('now-30d'), token('now+12h')]
  return []
}
