import { createMongoAbility, type MongoAbility, type RawRuleOf } from '@casl/ability'
import { rulesToCondition } from '@casl/ability/extra'
import { all, always, any, type Condition, never, not } from '../../store/sql/condition.ts'
import type { HeldRule } from './held.ts'

/** Rules as CASL orders them. */
export interface RuleSet {
  readonly ability: MongoAbility
  readonly held: ReadonlyMap<RawRuleOf<MongoAbility>, HeldRule>
}

/** What is granted first, then what is denied: CASL lets the later rule win, and the order of groups and memberships says nothing. */
export function abilityFrom(rules: readonly HeldRule[]): RuleSet {
  const ordered = [...rules.filter(({ inverted }) => !inverted), ...rules.filter(({ inverted }) => inverted)]
  const held = new Map(ordered.map((rule) => [toCasl(rule), rule]))
  const ability = createMongoAbility([...held.keys()], {
    // CASL is asked for its rules and their order alone: conditions become SQL.
    conditionsMatcher: () => () => {
      throw new Error('A condition is judged by the database.')
    },
    fieldMatcher: (fields) => {
      const names = new Set<string>(fields)
      return (field) => names.has(field)
    },
  })
  return { ability, held }
}

function toCasl({ actions, subject, fields, inverted, condition }: HeldRule): RawRuleOf<MongoAbility> {
  return {
    action: [...actions],
    subject,
    ...(fields && { fields: [...fields] }),
    ...(inverted && { inverted }),
    ...(condition.is !== 'always' && { conditions: { held: true } }),
  }
}

/** The same rules as they are asked about what a create or an update has made of a record. */
export function afterImage(rules: readonly HeldRule[]): HeldRule[] {
  return rules.map((rule) => (rule.inverted || rule.check === null ? rule : { ...rule, condition: rule.check }))
}

const found = new WeakMap<RuleSet, Map<string, readonly HeldRule[]>>()

/** The rules that speak about an action, on rows at all or on one field; the strongest first. Looked up once a set. */
export function rulesAbout(rules: RuleSet, action: string, subject: string, field?: string): readonly HeldRule[] {
  const known = found.get(rules) ?? new Map<string, readonly HeldRule[]>()
  found.set(rules, known)
  const key = `${action} ${subject} ${field ?? ''}`
  const about = known.get(key) ?? lookUp(rules, action, subject, field)
  known.set(key, about)
  return about
}

function lookUp({ ability, held }: RuleSet, action: string, subject: string, field?: string): HeldRule[] {
  return ability.rulesFor(action, subject, field).flatMap(({ origin }) => held.get(origin) ?? [])
}

/** The rows on which an action is allowed: at all, or to one field. */
export function effective(rules: RuleSet, action: string, subject: string, field?: string): Condition {
  const condition = rulesToCondition<MongoAbility, Condition, Condition>(
    rules.ability.rulesFor(action, subject, field),
    ({ origin }) => {
      const rule = rules.held.get(origin)
      if (!rule) throw new Error('A rule that nobody holds.')
      return rule.inverted ? not(rule.condition) : rule.condition
    },
    { and: all, or: any, empty: () => always },
  )
  return condition ?? never
}
