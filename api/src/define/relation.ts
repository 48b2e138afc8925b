import type { ResourceName } from './registry.ts'

/** Records of another resource that point here. A relation has no column. */
export interface Relation {
  readonly type: 'hasMany'
  readonly resource: string
  /** The belongsTo field over there; `npm run check` proves that it exists and points here. */
  readonly via: string
}

export type Relations = { readonly [name: string]: Relation }

/** The records of `resource` whose belongsTo field `via` points to this record. */
export function hasMany(resource: ResourceName, { via }: { via: string }): Relation {
  return { type: 'hasMany', resource, via }
}
