import { type RuleConditions, ruleOperators } from '../contract/permissions.ts'
import type { Field } from '../define/field.ts'
import type { Resources } from '../define/resource.ts'

/** A record that a condition names by its id. */
export interface NamedRecord {
  readonly resource: string
  readonly id: number
}

/** The records that the conditions of a rule name, each as often as it stands there. */
export function recordsNamed(resources: Resources, subject: string, conditions: RuleConditions): NamedRecord[] {
  const named: NamedRecord[] = []
  exchanged(resources, subject, conditions, (record) => {
    named.push(record)
    return record.id
  })
  return named
}

/** The same conditions with other ids in the place of those they name. */
export function exchanged(
  resources: Resources,
  subject: string,
  conditions: RuleConditions,
  exchange: (record: NamedRecord) => number,
): RuleConditions {
  return objectOf({ resources, exchange }, subject, conditions)
}

/** The fields and relations of the subject itself that its conditions name. */
export function fieldsNamed(conditions: RuleConditions): string[] {
  const names = Object.entries(conditions).flatMap(([key, value]) => {
    if (key === '$and' || key === '$or') return [value].flat().filter(isEntries).flatMap(fieldsNamed)
    return key === '$not' ? fieldsNamed(isEntries(value) ? value : {}) : key
  })
  return [...new Set(names)]
}

interface Exchange {
  resources: Resources
  exchange: (record: NamedRecord) => number
}

type Entries = { readonly [key: string]: unknown }

function isEntries(given: unknown): given is Entries {
  return typeof given === 'object' && given !== null && !Array.isArray(given)
}

function objectOf(work: Exchange, subject: string, given: Entries): Entries {
  return Object.fromEntries(Object.entries(given).map(([key, value]) => [key, entryOf(work, { subject, key, value })]))
}

interface Entry {
  subject: string
  key: string
  value: unknown
}

/** What is no condition stays as it is: whoever reads it strictly will say so. */
function entryOf(work: Exchange, { subject, key, value }: Entry): unknown {
  if (key === '$and' || key === '$or')
    return Array.isArray(value) ? value.map((part) => (isEntries(part) ? objectOf(work, subject, part) : part)) : value
  if (key === '$not' || key === '$some' || key === '$none')
    return isEntries(value) ? objectOf(work, subject, value) : value
  const resource = Object.hasOwn(work.resources, subject) ? work.resources[subject] : undefined
  const field = resource && Object.hasOwn(resource.fields, key) ? resource.fields[key] : undefined
  const target = key === 'id' ? subject : targetOf(field)
  if (isEntries(value) && !Object.keys(value).every((name) => comparing.has(name)))
    return objectOf(work, target ?? resource?.relations[key]?.resource ?? '', value)
  if (target === undefined) return value
  const exchange = (id: unknown) => (typeof id === 'number' ? work.exchange({ resource: target, id }) : id)
  const each = (ids: unknown) => (Array.isArray(ids) ? ids.map(exchange) : exchange(ids))
  if (!isEntries(value)) return exchange(value)
  return Object.fromEntries(Object.entries(value).map(([operator, ids]) => [operator, each(ids)]))
}

function targetOf(field: Field | undefined): string | undefined {
  return field?.kind === 'belongsTo' || field?.kind === 'manyToMany' ? field.format.resource : undefined
}

const comparing: ReadonlySet<string> = new Set(ruleOperators)
