import { Ability, type RawRuleOf } from '@casl/ability'
import type { RuleSkeleton } from '@ficha/api/contract'
import { currentSession, subscribeSession } from './session.ts'

/** What the signed-in person may do at all; what holds for some records only is in each record's `_access`. */
export type AppAbility = Ability<[string, string], 'sometimes'>

/** The one ability of this screen: it follows the session, and is closed while nobody is signed in. */
export const ability: AppAbility = new Ability<[string, string], 'sometimes'>(rulesNow(), {
  // Never asked about a record: for a type, CASL lets a conditional grant through and passes over a conditional refusal.
  conditionsMatcher: () => () => false,
  fieldMatcher: (fields) => (field) => fields.includes(field),
})

let followed = currentSession().me?.rules

subscribeSession(() => {
  const rules = currentSession().me?.rules
  if (rules === followed) return
  followed = rules
  ability.update(rulesNow())
})

function rulesNow(): RawRuleOf<AppAbility>[] {
  return (currentSession().me?.rules ?? []).map(toCasl)
}

function toCasl({ actions, subject, fields, inverted, conditional, reason }: RuleSkeleton): RawRuleOf<AppAbility> {
  return { action: actions, subject, fields, inverted, reason, conditions: conditional ? 'sometimes' : undefined }
}
