import type { SessionUser } from '../contract/session.ts'

/** Who asks: a signed-in user with the rules that hold for them. */
export interface Person {
  readonly user: SessionUser
  readonly groups: readonly { readonly id: number; readonly name: string }[]
  /** A member of the system group Administrador: may do everything but read secrets. */
  readonly administrator: boolean
  /** Names the rules this person has; caches and `X-Ability-Version` carry it. */
  readonly version: string
}

/** The application itself: seeds, jobs, and what an action does beyond the rights of its person. */
export const system: Person = {
  user: { id: 0, name: 'Ficha', email: '', mustChangePassword: false },
  groups: [],
  administrator: true,
  version: 'system',
}
