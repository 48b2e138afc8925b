import type { ResourceMeta } from '@ficha/api/contract'
import { ApiError } from './api.ts'
import { sayNow } from './i18n.ts'
import { onFarewell } from './session.ts'

let paths = new Map<string, string>()

onFarewell(() => paths.clear())

/** Remembers where each resource lives on the wire; called whenever the metadata arrives. */
export function rememberPaths(resources: readonly ResourceMeta[]): void {
  paths = new Map(resources.map(({ name, path }) => [name, path]))
}

/**
 * `customer` -> `customers`, its segment under `/api`.
 * @throws ApiError 404 for a name the metadata does not have: nothing is asked of the API.
 */
export function pathOf(resource: string): string {
  const path = paths.get(resource)
  if (!path) throw new ApiError(404, sayNow('problem.missing.detail'))
  return path
}
