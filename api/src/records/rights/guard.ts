import type { WriteScope } from '../../store/types.ts'
import type { Asking } from '../panel.ts'
import type { Rights } from './now.ts'

/** A write that changes rights, before it happened. */
export interface Intended {
  asking: Asking
  /** Undefined for a new record. */
  id?: number
  /** Undefined when the record goes. */
  fields?: readonly string[]
  rights: Rights
}

/** The same write after it happened: `rights` are those before, `then` those that it made. */
export interface Done extends Intended {
  scope: WriteScope
  then: Rights
}

/** What stands around the writes of one resource. */
export interface RightsGuard {
  /** @throws Forbidden, Invalid */
  before(write: Intended): Promise<void> | void
  /** @throws Forbidden, Invalid */
  after(write: Done): Promise<void> | void
}
