import { useAbility } from '@casl/react'
import type { RecordAccess } from '@ficha/api/contract'
import type { AccessControlProvider } from '@refinedev/core'
import { useMemo } from 'react'
import { type AppAbility, ability } from './ability.ts'

/** A record, or what is known of it, with the answer of the API for it. */
export interface Judged {
  _access?: RecordAccess
}

export interface Access {
  /**
   * Whether this person may do it: to this record, or at all when none is given. With a field: to this field.
   * Takes the verbs of the rules (`read create update delete`, names of actions) and Refine's (`list show edit clone`).
   */
  can(action: string, resource: string, record?: Judged, field?: string): boolean
}

/** What the signed-in person may do; draws anew when their rules change. The API judges, this only spares them the refusal. */
export function useAccess(): Access {
  const { rules } = useAbility<AppAbility>()
  // A new object with new rules, so that what is memoised over it is drawn anew.
  return useMemo<Access>(() => ({ can: rules.length > 0 ? can : never }), [rules])
}

/** The same rules for Refine's own components. */
export const accessControlProvider: AccessControlProvider = {
  can: async ({ resource, action, params }) => ({ can: resource ? can(action, resource, params?.record) : true }),
  options: {
    buttons: { enableAccessControl: true, hideIfUnauthorized: true },
    queryOptions: { staleTime: Number.POSITIVE_INFINITY, placeholderData: undefined },
  },
}

const verbs: Readonly<Record<string, string>> = { list: 'read', show: 'read', edit: 'update', clone: 'create' }

const never: Access['can'] = () => false

function can(action: string, resource: string, record?: Judged, field?: string): boolean {
  const verb = verbs[action] ?? action
  if (!ability.can(verb, resource, field)) return false
  return record?._access ? allows(record._access, verb, field) : true
}

function allows({ update, delete: remove, actions, fields }: RecordAccess, verb: string, field?: string): boolean {
  const isHidden = field !== undefined && fields.hidden.includes(field)
  switch (verb) {
    case 'read':
      return !isHidden
    case 'create':
      return true
    case 'update':
      return update && !isHidden && !(field !== undefined && fields.readonly.includes(field))
    case 'delete':
      return remove
    default:
      return actions.includes(verb)
  }
}
