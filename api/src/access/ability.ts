import { createMongoAbility, type MongoAbility } from '@casl/ability'
import type { RuleSkeleton } from '../contract/session.ts'
import type { Person } from './person.ts'

/** What every resource knows beside its own actions. */
export const standardActions = ['read', 'create', 'update', 'delete'] as const

const abilities = new WeakMap<Person, MongoAbility>()

/** The rules that hold for a person. Whoever is in no group may do nothing. */
export function rulesOf(person: Person): RuleSkeleton[] {
  return person.administrator ? [{ actions: ['manage'], subject: 'all' }] : []
}

/** The person's rules as CASL reads them: types and fields compared exactly, conditions never judged in JavaScript. */
export function abilityOf(person: Person): MongoAbility {
  const known = abilities.get(person)
  if (known) return known
  const ability = createMongoAbility(
    rulesOf(person).map(({ actions, subject, fields, inverted }) => ({ action: actions, subject, fields, inverted })),
    { fieldMatcher: (fields) => (field) => new Set<string>(fields).has(field) },
  )
  abilities.set(person, ability)
  return ability
}
