import type { Resource } from '../define/resource.ts'
import { all, always, type Condition } from '../store/sql/condition.ts'
import { floorsOf } from './floor.ts'
import type { Person } from './person.ts'
import { abilityFrom, afterImage, effective, type RuleSet, rulesAbout } from './rules/effective.ts'
import type { HeldRule } from './rules/held.ts'
import { withoutCovered } from './simpler.ts'

interface Rules {
  /** As they are asked about a record that is there. */
  before: RuleSet
  /** As they are asked about what a create or an update has made. */
  after: RuleSet
  conditions: Map<string, Condition>
}

const known = new WeakMap<Person, Rules>()

/** A person's rules as CASL orders them, built once a person. */
export function rulesOf(person: Person): Rules {
  const kept = known.get(person)
  if (kept) return kept
  const rules = {
    before: abilityFrom(person.rules),
    after: abilityFrom(afterImage(person.rules)),
    conditions: new Map(),
  }
  known.set(person, rules)
  return rules
}

/** The rows of a resource on which a person may do something; `never` when there is none. */
export function rowsOf(person: Person, action: string, resource: Pick<Resource, 'name'>): Condition {
  return conditionOf(person, 'before', action, resource.name)
}

/** The rows of which a person may read, create or update a field. */
export function fieldRows(person: Person, action: string, resource: Pick<Resource, 'name'>, field: string): Condition {
  return conditionOf(person, 'before', action, resource.name, field)
}

/** What a record must be after a create or an update by this person: at all, or where they set a field. */
export function rowsAfter(person: Person, action: string, resource: Pick<Resource, 'name'>, field?: string): Condition {
  return conditionOf(person, 'after', action, resource.name, field)
}

/** The rules that deny an action, on rows at all or on a field, to a person or to whoever bounds them; the strongest first. */
export function denialsOf(
  person: Person,
  { action, subject, field }: { action: string; subject: string; field?: string },
): HeldRule[] {
  return [person, ...(person.within ? [person.within] : [])].flatMap((one) =>
    rulesAbout(rulesOf(one).before, action, subject, field).filter(({ inverted }) => inverted),
  )
}

function conditionOf(
  person: Person,
  image: 'before' | 'after',
  action: string,
  subject: string,
  field?: string,
): Condition {
  const floors = floorsOf(person, action, subject, field)
  if (person.administrator && !person.within && floors.length === 0) return always
  const rules = rulesOf(person)
  const key = `${image} ${action} ${subject} ${field ?? ''}`
  const kept = rules.conditions.get(key)
  if (kept) return kept
  const granted = person.administrator ? always : withoutCovered(effective(rules[image], action, subject, field))
  const own = all([granted, ...floors.map(({ rows }) => rows)])
  const condition = person.within ? all([own, conditionOf(person.within, image, action, subject, field)]) : own
  rules.conditions.set(key, condition)
  return condition
}
