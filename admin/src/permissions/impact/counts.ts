import type { ActionImpact, Impact, RowSample } from '@ficha/api/contract'

/** One side of a change: what is won, or what is lost. */
export interface Side {
  users: number
  rows: RowSample
  /** Labels. */
  fields: string[]
}

export function gains({ usersGaining, rowsGained, fieldsGained }: ActionImpact): Side {
  return { users: usersGaining, rows: rowsGained, fields: fieldsGained.map(({ label }) => label) }
}

export function losses({ usersLosing, rowsLost, fieldsLost }: ActionImpact): Side {
  return { users: usersLosing, rows: rowsLost, fields: fieldsLost.map(({ label }) => label) }
}

/** The numbers of a widening in one breath: how many people, the most records and the fields they come to reach. */
export function widening({ users, subjects }: Impact): { people: number; rows: number; fields: number } {
  const changes = subjects.flatMap((subject) => subject.changes)
  const fields = subjects.flatMap(({ subject, changes: own }) =>
    own.flatMap(({ fieldsGained }) => fieldsGained.map(({ name }) => `${subject}.${name}`)),
  )
  return {
    people: users.length,
    rows: Math.max(0, ...changes.map(({ rowsGained }) => rowsGained.count)),
    fields: new Set(fields).size,
  }
}
