import type { Resource } from '../../define/resource.ts'

/** The action in whose course records change: what happens meanwhile is told as its doing. */
export interface Doing {
  /** Of the action. */
  readonly resource: Resource
  readonly action: string
  /** The record it runs on; none for an action on the whole resource. */
  readonly id?: number
  /** The user who runs it, also while it goes beyond their rights; null for the application itself. */
  readonly actor: number | null
  /** What they gave as the reason. */
  readonly note?: string
  /** Whether the record it runs on has been told of it. */
  told: boolean
}
