/**
 * The resources by name, so that `belongsTo('brand')` and `records('brand')` are checked without imports between resources.
 * `resources/registry.ts` fills it from `resources/index.ts`.
 */
// biome-ignore lint/suspicious/noEmptyInterface: filled by declaration merging
export interface Registry {}

/** The names that `belongsTo`, `hasMany` and `records` accept. */
export type ResourceName = keyof Registry & string
