import { useAbility } from '@casl/react'
import type { RecordAccess } from '@ficha/api/contract'
import { type AccessControlProvider, keys } from '@refinedev/core'
import { useMemo } from 'react'
import { type AppAbility, ability, judged } from './ability.ts'
import { queryClient } from './queries.ts'
import { accessOf } from './recordAccess.ts'

/** A record, or what is known of it, with the answer of the API for it. */
export interface Judged {
  readonly _access?: RecordAccess
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

/** The same rules for Refine's own components, which know the id of a record and nothing else of it. */
export const accessControlProvider: AccessControlProvider = {
  can: async ({ resource, action, params }) => {
    if (!resource) return { can: true }
    const { id, field } = params ?? {}
    const known = id === undefined ? params?.record : { _access: accessOf(resource, id) }
    return { can: can(action, resource, known, field) }
  },
  options: {
    buttons: { enableAccessControl: true, hideIfUnauthorized: true },
    // An answer is for one record at one moment: that of another must not show while the next one comes.
    queryOptions: { staleTime: 0, gcTime: 0, placeholderData: undefined },
  },
}

ability.on('updated', () => void queryClient.invalidateQueries({ queryKey: keys().access().get() }))

const verbs: Readonly<Record<string, string>> = { list: 'read', show: 'read', edit: 'update', clone: 'create' }

const never: Access['can'] = () => false

function can(action: string, resource: string, record?: Judged, field?: string): boolean {
  return ability.can(verbs[action] ?? action, record ? judged(resource, record) : resource, field)
}
