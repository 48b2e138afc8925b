import { type RuleConditions, type RuleOperator, ruleOperators } from '../../contract/permissions.ts'
import type { Field } from '../../define/field.ts'
import type { Resource } from '../../define/resource.ts'
import { fieldOf } from '../../derive/columns.ts'
import { all, any, type Condition, not, recordCondition } from '../../store/sql/condition.ts'
import { operatorsOf, wireValue } from './values.ts'

/** Something in a condition that no rule may say. */
export class RuleFault extends Error {
  /** Where: `brand.$under`. */
  readonly path: string
  readonly code: 'shape' | 'depth' | 'field' | 'relation' | 'operator' | 'value' | 'placeholder'

  constructor(path: string, code: RuleFault['code']) {
    super(`${path}: ${code}`)
    this.path = path
    this.code = code
  }
}

/** Stands for a placeholder for which the person has no value: what is compared with it is not known. */
export const unresolved = Symbol('unresolved')

/** What conditions are read against. */
export interface Reading {
  /** What may be named, by subject. */
  readonly subjects: Readonly<Record<string, Pick<Resource, 'name' | 'fields' | 'relations' | 'tree'> | undefined>>
  /** The value of `user.brand`, `now-30d`, …; `unresolved` when there is none, undefined when there is no such placeholder. */
  placeholder(name: string, field: Field): unknown
  /** The records of a tree at and below some, or undefined to leave the part of the tree as it was written. */
  below(tree: string, roots: readonly unknown[]): readonly number[] | undefined
}

/** Thrown out of a condition that compares with an unresolved placeholder. */
class Unresolved extends Error {}

const maxDepth = 6
const maxRelations = 2

/**
 * Reads the conditions of a rule, strictly: what is unknown is refused, never passed over.
 * @returns the condition, or `unresolved` when a placeholder in it has no value for the person
 * @throws RuleFault
 */
export function parseConditions(
  reading: Reading,
  subject: string,
  conditions: RuleConditions,
): Condition | typeof unresolved {
  try {
    return readObject({ reading, subject, depth: 0, relations: 0, path: [] }, conditions)
  } catch (error) {
    if (error instanceof Unresolved) return unresolved
    throw error
  }
}

interface Place {
  reading: Reading
  subject: string
  depth: number
  relations: number
  path: readonly string[]
}

const within = (place: Place, ...keys: string[]): Place => ({ ...place, path: [...place.path, ...keys] })
const deeper = (place: Place, ...keys: string[]): Place => ({ ...within(place, ...keys), depth: place.depth + 1 })

function fault({ path }: Place, code: RuleFault['code']): RuleFault {
  return new RuleFault(path.join('.'), code)
}

function isObject(given: unknown): given is Record<string, unknown> {
  return typeof given === 'object' && given !== null && Object.getPrototypeOf(given) === Object.prototype
}

function readObject(place: Place, given: unknown): Condition {
  if (place.depth > maxDepth) throw fault(place, 'depth')
  if (!isObject(given)) throw fault(place, 'shape')
  return all(Object.entries(given).map(([key, value]) => readEntry(place, key, value)))
}

function readEntry(place: Place, key: string, value: unknown): Condition {
  const at = within(place, key)
  if (key === '$and' || key === '$or') {
    if (!Array.isArray(value) || value.length === 0 || value.length > 50) throw fault(at, 'shape')
    const parts = value.map((part, index) => readObject(deeper(place, key, String(index)), part))
    return key === '$and' ? all(parts) : any(parts)
  }
  if (key === '$not') return not(readObject(deeper(place, key), value))
  const subject = subjectOf(place)
  if (Object.hasOwn(subject.relations, key)) return readMany(at, key, subject.relations[key]?.resource ?? '', value)
  const field = fieldOf(subject as Resource, key)
  if (!field) throw fault(at, 'field')
  if (isObject(value) && field.format.resource !== undefined && !Object.keys(value).every(isOperator)) {
    return field.kind === 'manyToMany'
      ? readMany(at, key, field.format.resource, value)
      : readRelated(at, key, field.format.resource, value)
  }
  return readField(at, key, field, value)
}

function subjectOf(place: Place) {
  const { subjects } = place.reading
  const subject = Object.hasOwn(subjects, place.subject) ? subjects[place.subject] : undefined
  if (!subject) throw fault(place, 'relation')
  return subject
}

function readMany(place: Place, through: string, target: string, value: unknown): Condition {
  if (!isObject(value)) throw fault(place, 'shape')
  const [word, ...more] = Object.keys(value)
  if (more.length > 0 || (word !== '$some' && word !== '$none')) throw fault(place, 'operator')
  const found = readRelated(within(place, word), through, target, value[word])
  return word === '$some' ? found : not(found)
}

function readRelated(place: Place, through: string, target: string, value: unknown): Condition {
  const relations = place.relations + 1
  if (relations > maxRelations) throw fault(place, 'depth')
  const of = readObject({ ...deeper(place), subject: target, relations }, value)
  return of.is === 'never' ? of : { is: 'related', through, of }
}

const isOperator = (name: string): name is RuleOperator => ruleOperators.some((known) => known === name)

function readField(place: Place, name: string, field: Field, value: unknown): Condition {
  const operators = isObject(value) ? value : { $eq: value }
  const entries = Object.entries(operators)
  if (entries.length === 0) throw fault(place, 'shape')
  return all(
    entries.map(([operator, wanted]) => readOperator(within(place, operator), { name, field, operator, wanted })),
  )
}

interface Comparison {
  name: string
  field: Field
  operator: string
  wanted: unknown
}

function readOperator(place: Place, { name, field, operator, wanted }: Comparison): Condition {
  const tree = treeOf(place, name, field)
  if (!isOperator(operator) || !operatorsOf(field, tree !== undefined).includes(operator))
    throw fault(place, 'operator')
  const value = (given: unknown) => readValue(place, field, given)
  const values = (given: unknown) => {
    if (!Array.isArray(given) || given.length === 0 || given.length > 1_000) throw fault(place, 'value')
    return given.map(value)
  }
  const leaf = (given: unknown): Condition =>
    given === null
      ? { is: 'field', field: name, operator: 'null' }
      : field.kind === 'virtual'
        ? computed(field, value(given) === true)
        : { is: 'field', field: name, operator: 'eq', value: value(given) }
  switch (operator) {
    case '$eq':
      return leaf(wanted)
    case '$ne':
      return not(leaf(wanted))
    case '$in':
      return { is: 'field', field: name, operator: 'in', value: values(wanted) }
    case '$nin':
      return not({ is: 'field', field: name, operator: 'in', value: values(wanted) })
    case '$null': {
      if (typeof wanted !== 'boolean') throw fault(place, 'value')
      const empty: Condition = { is: 'field', field: name, operator: 'null' }
      return wanted ? empty : not(empty)
    }
    case '$under': {
      const roots = Array.isArray(wanted) ? values(wanted) : [value(wanted)]
      const ids = place.reading.below(tree ?? '', roots)
      if (ids?.length === 0) throw new Unresolved()
      return ids
        ? { is: 'field', field: name, operator: 'in', value: ids }
        : { is: 'field', field: name, operator: 'under', value: roots }
    }
    default: {
      const sign = operator.slice(1) as 'lt' | 'lte' | 'gt' | 'gte' // the only ones left of `scalarOperators`
      return { is: 'field', field: name, operator: sign, value: value(wanted) }
    }
  }
}

/** A computed value that can be asked about is the condition it was declared by. */
function computed({ options }: Field, wanted: boolean): Condition {
  const condition = recordCondition(options.when ?? {})
  return wanted ? condition : not(condition)
}

function treeOf({ reading, subject }: Place, name: string, field: Field): string | undefined {
  const target = name === 'id' ? subject : field.kind === 'belongsTo' ? (field.format.resource ?? '') : ''
  return reading.subjects[target]?.tree === undefined ? undefined : target
}

const token = /^\$\{(.*)\}$/s

function readValue(place: Place, field: Field, given: unknown): unknown {
  const name = typeof given === 'string' ? token.exec(given)?.[1] : undefined
  if (name === undefined) {
    const value = wireValue(field, given)
    if (value === undefined) throw fault(place, 'value')
    return value
  }
  const value = place.reading.placeholder(name, field)
  if (value === undefined) throw fault(place, 'placeholder')
  if (value === unresolved || value === null) throw new Unresolved()
  return value
}
