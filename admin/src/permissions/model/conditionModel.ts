import { type RuleConditions, type RuleOperator, ruleOperators } from '@ficha/api/contract'

/** What a comparison may say of a field, as conditions spell it. */
export type Comparator = RuleOperator

/** A condition as the builder shows it. Reading and writing lose nothing: what the builder cannot show stays as it is. */
export type ConditionNode = Group | Comparison | Related | Opaque

/** Several conditions that hold together, or one of them; `negated` turns the answer round. */
export interface Group {
  readonly kind: 'group'
  readonly join: 'all' | 'any'
  readonly negated: boolean
  /** Written as `$and` although the object itself would say the same. */
  readonly explicit: boolean
  readonly parts: readonly ConditionNode[]
}

/** `status: { $in: ['active'] }` */
export interface Comparison {
  readonly kind: 'comparison'
  readonly field: string
  readonly comparator: Comparator
  readonly value: unknown
  /** Written as `status: 'active'`. */
  readonly short: boolean
}

/** `brand: { active: true }`, `contacts: { $some: { … } }` */
export interface Related {
  readonly kind: 'related'
  readonly through: string
  readonly quantifier: 'one' | 'some' | 'none'
  readonly of: Group
}

/** An entry that the builder does not understand. */
export interface Opaque {
  readonly kind: 'opaque'
  readonly key: string
  readonly value: unknown
}

type Entries = { readonly [key: string]: unknown }

/** The group of these parts, all of which must hold. */
export function allOf(parts: readonly ConditionNode[]): Group {
  return { kind: 'group', join: 'all', negated: false, explicit: false, parts }
}

/** The builder's tree of the conditions of a rule; undefined for what is no object and stays text. */
export function readConditions(given: unknown): Group | undefined {
  return isPlain(given) ? readObject(given) : undefined
}

/** The conditions as JSON. Parts that cannot share one object stand in an `$and`. */
export function writeConditions(group: Group): RuleConditions {
  return group.negated ? { $not: writeGroup(group) } : writeGroup(group)
}

function isPlain(given: unknown): given is Entries {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function readObject(given: Entries): Group {
  const parts = Object.entries(given).flatMap(([key, value]) => readEntry(key, value))
  const [only] = parts
  return parts.length === 1 && only?.kind === 'group' ? only : allOf(parts)
}

/** An object among others: one entry stands for itself. */
function readPart(given: Entries): ConditionNode {
  const group = readObject(given)
  const [only] = group.parts
  return only && group.parts.length === 1 && isPlainAll(group) ? only : group
}

const isPlainAll = ({ join, negated, explicit }: Group): boolean => join === 'all' && !negated && !explicit

function readEntry(key: string, value: unknown): ConditionNode[] {
  if (key === '$and' || key === '$or') return [readList(key, value)]
  if (key === '$not') return [isPlain(value) ? negated(readObject(value)) : { kind: 'opaque', key, value }]
  if (key.startsWith('$')) return [{ kind: 'opaque', key, value }]
  if (Array.isArray(value)) return [{ kind: 'opaque', key, value }]
  return isPlain(value) ? readOperators(key, value) : [comparison(key, '$eq', value, true)]
}

function readList(key: '$and' | '$or', value: unknown): ConditionNode {
  if (!Array.isArray(value) || !value.every(isPlain)) return { kind: 'opaque', key, value }
  const parts = value.map(readPart)
  return { kind: 'group', join: key === '$and' ? 'all' : 'any', negated: false, explicit: key === '$and', parts }
}

function negated(group: Group): Group {
  return group.negated ? { ...allOf([group]), negated: true } : { ...group, negated: true }
}

function readOperators(field: string, value: Entries): ConditionNode[] {
  const names = Object.keys(value)
  if (names.length > 0 && names.every(isComparator))
    return names.map((name) => comparison(field, name, value[name], false))
  if (names.some((name) => name === '$some' || name === '$none')) {
    const of = value[names[0] ?? '']
    if (names.length > 1 || !isPlain(of)) return [{ kind: 'opaque', key: field, value }]
    return [{ kind: 'related', through: field, quantifier: names[0] === '$some' ? 'some' : 'none', of: readObject(of) }]
  }
  if (names.some((name) => name.startsWith('$') && !junctions.has(name))) return [{ kind: 'opaque', key: field, value }]
  return [{ kind: 'related', through: field, quantifier: 'one', of: readObject(value) }]
}

const junctions: ReadonlySet<string> = new Set(['$and', '$or', '$not'])

function isComparator(name: string): name is Comparator {
  return ruleOperators.some((known) => known === name)
}

function comparison(field: string, comparator: Comparator, value: unknown, short: boolean): Comparison {
  return { kind: 'comparison', field, comparator, value, short }
}

function writeGroup({ join, explicit, parts }: Group): RuleConditions {
  if (join === 'any') return { $or: parts.map(writeNode) }
  const merged = explicit ? undefined : merge(parts)
  return merged ?? { $and: parts.map(writeNode) }
}

function writeNode(node: ConditionNode): RuleConditions {
  if (node.kind === 'group') return writeConditions(node)
  return { [keyOf(node)]: bodyOf(node) }
}

function keyOf(node: Exclude<ConditionNode, Group>): string {
  if (node.kind === 'opaque') return node.key
  return node.kind === 'comparison' ? node.field : node.through
}

function bodyOf(node: Exclude<ConditionNode, Group>): unknown {
  switch (node.kind) {
    case 'opaque':
      return node.value
    case 'comparison':
      return node.short ? node.value : { [node.comparator]: node.value }
    case 'related':
      return node.quantifier === 'one'
        ? writeConditions(node.of)
        : { [`$${node.quantifier}`]: writeConditions(node.of) }
  }
}

/** One object of all the parts; undefined where two of them need the same key. Comparisons of one field that follow each other share it. */
function merge(parts: readonly ConditionNode[]): RuleConditions | undefined {
  const object: Record<string, unknown> = {}
  let former: ConditionNode | undefined
  for (const part of parts) {
    const written = writeNode(part)
    const shared = former && isSameField(former, part) ? join(object, former, part) : undefined
    if (shared) Object.assign(object, shared)
    else if (Object.keys(written).length === 0 || Object.keys(written).some((key) => Object.hasOwn(object, key))) {
      return undefined
    } else Object.assign(object, written)
    former = part
  }
  return object
}

function isSameField(one: ConditionNode, other: ConditionNode): one is Comparison {
  return one.kind === 'comparison' && other.kind === 'comparison' && one.field === other.field
}

function join(object: Entries, former: Comparison, next: ConditionNode): Entries | undefined {
  if (next.kind !== 'comparison') return undefined
  const present = object[former.field]
  const operators = isPlain(present) ? present : { $eq: present }
  if (Object.hasOwn(operators, next.comparator)) return undefined
  return { [former.field]: { ...operators, [next.comparator]: next.value } }
}
