import type { RuleConditions } from '../../../src/contract/permissions.ts'
import { baseFieldDefinitions } from '../../../src/define/base-fields.ts'
import type { Field } from '../../../src/define/field.ts'
import { isBelow, plain, type Row, rowOf, type Scene, type Who } from './world.ts'

/*
 * The condition language of section 2.2 of the specification in plain code, over records in memory: what the SQL of the product
 * is held against. It shares nothing with it.
 */

/** A record of a subject. */
export interface Place {
  readonly subject: string
  readonly row: Row
}

/** Whether a record fulfils a condition. A comparison with an empty value does not hold, and what does not hold holds negated. */
export function fulfils(scene: Scene, { subject, row }: Place, conditions: RuleConditions): boolean {
  return Object.entries(conditions).every(([key, wanted]) => {
    if (key === '$and') return parts(wanted).every((part) => fulfils(scene, { subject, row }, part))
    if (key === '$or') return parts(wanted).some((part) => fulfils(scene, { subject, row }, part))
    if (key === '$not') return !fulfils(scene, { subject, row }, wanted as RuleConditions)
    return fieldFulfils(scene, { subject, row }, { key, wanted })
  })
}

const parts = (wanted: unknown) => wanted as readonly RuleConditions[]

interface Entry {
  key: string
  wanted: unknown
}

function fieldFulfils(scene: Scene, place: Place, { key, wanted }: Entry): boolean {
  const related = relatedRows(scene, place, key)
  if (related && isObject(wanted)) {
    const { $some, $none } = wanted
    const inner = ($some ?? $none ?? wanted) as RuleConditions
    const found = related.rows.some((row) => fulfils(scene, { subject: related.subject, row }, inner))
    if (!Object.keys(wanted).some((word) => comparisons.has(word))) return $none === undefined ? found : !found
  }
  const operators = isObject(wanted) ? wanted : { $eq: wanted }
  const field = fieldOf(scene, place.subject, key)
  return Object.entries(operators).every(([operator, value]) => compares(scene, place, { field, key, operator, value }))
}

const comparisons = new Set(['$eq', '$ne', '$in', '$nin', '$lt', '$lte', '$gt', '$gte', '$null', '$under'])

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

function relatedRows({ resources, world }: Scene, { subject, row }: Place, key: string) {
  const relation = resources[subject]?.relations[key]
  if (relation) {
    const rows = (world[relation.resource] ?? []).filter((other) => plain(other[relation.via]) === row.id)
    return { subject: relation.resource, rows }
  }
  const target = resources[subject]?.fields[key]?.format.resource
  if (target === undefined) return undefined
  return { subject: target, rows: [plain(row[key])].flat().flatMap((id) => rowOf(world, target, id) ?? []) }
}

function fieldOf({ resources }: Scene, subject: string, key: string): Field | undefined {
  return resources[subject]?.fields[key] ?? baseFieldDefinitions[key as keyof typeof baseFieldDefinitions]
}

interface Comparison {
  field: Field | undefined
  key: string
  operator: string
  value: unknown
}

function compares(scene: Scene, { subject, row }: Place, { field, key, operator, value }: Comparison): boolean {
  const held = [comparable(field, plain(row[key] ?? null))].flat().filter((one) => one !== null)
  const wanted = [value].flat().map((one) => comparable(field, valueFor(scene.who, field, one)))
  const isAny = held.some((one) => wanted.includes(one))
  switch (operator) {
    case '$eq':
      return value === null ? held.length === 0 : isAny
    case '$ne':
      return value === null ? held.length > 0 : !isAny
    case '$in':
      return isAny
    case '$nin':
      return !isAny
    case '$null':
      return isEmpty(field, row[key]) === value
    case '$under': {
      const tree = key === 'id' ? subject : (field?.format.resource ?? '')
      return held.some((id) => wanted.some((root) => isBelow(scene, tree, { id, root })))
    }
    default:
      return held.some((one) => isOrdered(operator, one, wanted[0]))
  }
}

/** Many references that are none are no value; a list of choices may be empty and still be one. */
function isEmpty(field: Field | undefined, value: unknown): boolean {
  return field?.kind === 'manyToMany' ? [value].flat().length === 0 : (value ?? null) === null
}

/** A value in a form in which JavaScript compares it as people do. */
function comparable(field: Field | undefined, value: unknown): unknown {
  return field?.kind === 'dateTime' && typeof value === 'string' ? Date.parse(value) : value
}

function isOrdered(operator: string, one: unknown, other: unknown): boolean {
  const [a, b] = [one as number, other as number] // or two dates as texts: both compare alike
  return { $lt: a < b, $lte: a <= b, $gt: a > b, $gte: a >= b }[operator] ?? false
}

const dayMs = 86_400_000
const spans: Record<string, number> = { d: dayMs, h: dayMs / 24, m: dayMs / 1_440 }

/** The value that a placeholder stands for; any other value as it is; null for one that stands for nothing. */
export function valueFor(who: Who, field: Field | undefined, value: unknown): unknown {
  const word = typeof value === 'string' ? /^\$\{(.+)\}$/.exec(value)?.[1] : undefined
  if (word === undefined) return value
  if (word === 'user.id') return who.id
  if (word === 'user.brand') return who.brand
  if (word === 'user.email') return who.email || null
  const [, sign = '+', count = '0', unit = 'd'] = /^now(?:([+-])(\d+)([dhm]))?$/.exec(word) ?? []
  const ms = Date.now() + Number(`${sign}${count}`) * (spans[unit] ?? 0)
  const iso = (at: number) => new Date(at).toISOString()
  // The day in São Paulo, three hours behind UTC all year round.
  return field?.kind === 'date' ? iso(ms - dayMs / 8).slice(0, 10) : iso(ms)
}

/** Whether a condition speaks of something that the person has not: what it belongs to then grants nothing, or denies all. */
export function isUnresolved(who: Who, conditions: unknown): boolean {
  if (Array.isArray(conditions)) return conditions.some((part) => isUnresolved(who, part))
  if (isObject(conditions)) return Object.values(conditions).some((part) => isUnresolved(who, part))
  return typeof conditions === 'string' && valueFor(who, undefined, conditions) === null
}
