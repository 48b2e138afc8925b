import { readMember } from './staff.ts'
import type { Database, WriteScope } from './types.ts'

/** Through whose eyes a session shows the panel: a user's, or those of whoever is in a group and of a brand. */
export type Viewed =
  | {
      readonly user: { readonly id: number; readonly name: string; readonly email: string }
      readonly brand: number | null
      readonly memberships: readonly number[]
    }
  | { readonly group: number; readonly brand: number | null }

/** The columns of a session that say so. */
export interface ViewingColumns {
  readonly viewing_user_id: number | null
  readonly viewing_group_id: number | null
  readonly viewing_brand_id: number | null
}

/** Reads whom a session shows the panel as: undefined for its own user, `gone` when there is no such user any more. */
export async function readViewed(database: Database, columns: ViewingColumns): Promise<Viewed | 'gone' | undefined> {
  const { viewing_user_id: user, viewing_group_id: group, viewing_brand_id: brand } = columns
  if (user !== null) return readUser(database, Number(user))
  if (group === null) return undefined
  return { group: Number(group), brand: brand === null ? null : Number(brand) }
}

async function readUser(database: Database, id: number): Promise<Viewed | 'gone'> {
  const member = await readMember(database, database, id)
  if (!member) return 'gone'
  const { name, email, brand, memberships } = member
  return { user: { id, name, email }, brand, memberships }
}

/** Whom to show the panel as; nothing for the session's own user. */
export interface Viewing {
  readonly user?: number
  readonly group?: number
  readonly brand?: number | null
}

/** Lets a session show the panel as somebody else, or as its own user again. Whoever listens for changes of rights hears of it. */
export async function setViewing(scope: WriteScope, session: number, { user, group, brand }: Viewing): Promise<void> {
  await scope.run(
    'UPDATE sessions SET viewing_user_id = $1, viewing_group_id = $2, viewing_brand_id = $3 WHERE id = $4',
    [user ?? null, group ?? null, brand ?? null, session],
  )
  scope.changed('sessions')
  scope.changed('rbac_state')
}
