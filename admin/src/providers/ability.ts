import { Ability, type RawRuleOf, type Rule } from '@casl/ability'
import type { RecordAccess, RuleSkeleton } from '@ficha/api/contract'
import { currentSession, subscribeSession } from './session.ts'

/** A record to ask the ability about: its resource, and what the API said of it. */
export interface JudgedRecord {
  /** The name of its resource. */
  readonly __type: string
  /** Absent where it was never read: then what holds for the resource holds for it. */
  readonly _access?: RecordAccess
}

type Subject = string | JudgedRecord
type Rules = [string, Subject]

/**
 * What the signed-in person may do: of a resource by the rules, of a record by its `_access`, so that
 * `<Can I="update" this={judged('customer', row)} field="email">` says what the API would.
 */
export class AppAbility extends Ability<Rules, 'sometimes'> {
  // A matcher of conditions is told the record alone; what `_access` answers depends on the action and the field, too.
  override relevantRuleFor(action: string, subject: Subject = 'all', field?: string): Rule<Rules, 'sometimes'> | null {
    const rule = super.relevantRuleFor(action, this.detectSubjectType(subject), field)
    if (!rule || rule.inverted || typeof subject === 'string' || !subject._access) return rule
    return allows(subject._access, action, field) ? rule : null
  }
}

/** The one ability of this screen: it follows the session, and is closed while nobody is signed in. */
export const ability = new AppAbility(rulesNow(), {
  // Asked about types alone, where CASL lets a conditional rule through.
  conditionsMatcher: () => () => false,
  fieldMatcher: (fields) => (field) => fields.includes(field),
  detectSubjectType: ({ __type }) => __type,
})

let followed = currentSession().me?.rules

subscribeSession(() => {
  const rules = currentSession().me?.rules
  if (rules === followed) return
  followed = rules
  ability.update(rulesNow())
})

/** A record as the ability can be asked about it. */
export function judged(resource: string, { _access }: { readonly _access?: RecordAccess }): JudgedRecord {
  return { __type: resource, _access }
}

function rulesNow(): RawRuleOf<AppAbility>[] {
  return (currentSession().me?.rules ?? []).map(toCasl)
}

function toCasl({ actions, subject, fields, inverted, conditional, reason }: RuleSkeleton): RawRuleOf<AppAbility> {
  return { action: actions, subject, fields, inverted, reason, conditions: conditional ? 'sometimes' : undefined }
}

function allows({ update, delete: remove, actions, fields }: RecordAccess, action: string, field?: string): boolean {
  const isHidden = field !== undefined && fields.hidden.includes(field)
  switch (action) {
    case 'read':
      return !isHidden
    case 'create':
      return true
    case 'update':
      return update && !isHidden && !(field !== undefined && fields.readonly.includes(field))
    case 'delete':
      return remove
    default:
      return actions.includes(action)
  }
}
