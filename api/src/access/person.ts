import type { SessionUser, Viewing } from '../contract/session.ts'
import type { HeldRule } from './rules/held.ts'

/** Who asks: a signed-in user with the rules that hold for them. */
export interface Person {
  readonly user: SessionUser
  /** The brand whose part of the tree they work in, where they have one. */
  readonly brand: number | null
  readonly groups: readonly { readonly id: number; readonly name: string }[]
  /** A member of the system group Administrador: may do everything but read secrets. */
  readonly administrator: boolean
  readonly rules: readonly HeldRule[]
  /** Changes with the rules this person has, and with nothing else; caches and `X-Ability-Version` carry it. */
  readonly version: string
  /** Of somebody who looks through another's eyes: they see no more than both may. */
  readonly within?: Person
  /** Through whose eyes that is. */
  readonly viewing?: Viewing
}

/** The application itself: seeds, jobs, and what an action does beyond the rights of its person. */
export const system: Person = {
  user: { id: 0, name: 'Ficha', email: '', mustChangePassword: false },
  brand: null,
  groups: [],
  administrator: true,
  rules: [],
  version: 'system',
}
