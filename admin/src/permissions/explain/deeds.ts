import { fieldedActions, type ResourceMeta, standardActions } from '@ficha/api/contract'
import type { Words } from '../../providers/i18n.ts'

/** Actions that reach fields one by one. */
export const reachesFields = (action: string): boolean => fieldedActions.some((name) => name === action)

/** What can be asked about records of a resource. */
export function deedsOf(resource: ResourceMeta | undefined, words: Words): { value: string; label: string }[] {
  return [
    ...standardActions.map((action) => ({ value: action, label: words(`permission.action.${action}`) })),
    ...(resource?.actions ?? []).map(({ name, label }) => ({ value: name, label })),
  ]
}
