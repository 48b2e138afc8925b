import type { Forbidden } from '../contract/errors.ts'
import { type Condition, not } from '../store/sql/condition.ts'
import type { Person } from './person.ts'

/** What no rule grants: the rows on which something is left open, and how it is refused on the others. */
export interface Floor {
  readonly rows: Condition
  readonly code: Extract<Forbidden['code'], 'system-group' | 'escalation'>
}

/** What makes somebody who they are to the panel: whoever sets it of another could act as them. */
export const privileged: readonly string[] = ['brand', 'groups', 'active', 'email', 'password', 'mustChangePassword']

/** What of it says what they may do; their e-mail and password are their own business. */
export const powerful: readonly string[] = ['brand', 'groups', 'active']

/** What of a person's deeds is decided by more than rules, as far as a row says it; the writes themselves are guarded by `records/rights`. */
export function floorsOf(person: Person, action: string, subject: string, field?: string): readonly Floor[] {
  if (subject === 'permissionGroup') return groupFloors(person, action)
  if (subject === 'user' && !person.administrator) return userFloors(person, action, field)
  return none
}

const none: readonly Floor[] = []

/** The system group is changed by nobody, and given by its members alone. */
function groupFloors({ administrator }: Person, action: string): readonly Floor[] {
  const isOpen = administrator ? action === 'assign' : false
  return !isOpen && ['update', 'delete', 'assign'].includes(action) ? ordinaryGroups : none
}

const ordinaryGroups: readonly Floor[] = [
  { rows: { is: 'field', field: 'system', operator: 'eq', value: false }, code: 'system-group' },
]

/** Nobody decides what they themselves may do, and nobody acts as a member of the system group who has less. */
function userFloors(person: Person, action: string, field?: string): readonly Floor[] {
  const isGoing = action === 'delete'
  if (!isGoing && (action !== 'update' || field === undefined || !privileged.includes(field))) return none
  const own: Floor = { rows: notOneself(person), code: 'escalation' }
  return [...(isGoing || powerful.includes(field ?? '') ? [own] : []), ...(holdsAll(person) ? [] : [outsideSystem])]
}

function notOneself({ user: { id } }: Person): Condition {
  return not({ is: 'field', field: 'id', operator: 'eq', value: id })
}

const outsideSystem: Floor = {
  rows: not({
    is: 'related',
    through: 'groups',
    of: { is: 'field', field: 'system', operator: 'eq', value: true },
  }),
  code: 'escalation',
}

const holders = new WeakMap<Person, boolean>()

/** Whether somebody has, by rules, what the members of the system group have without. */
function holdsAll(person: Person): boolean {
  const known = holders.get(person) ?? rulesGiveAll(person)
  holders.set(person, known)
  return known
}

function rulesGiveAll({ rules }: Person): boolean {
  const isAll = rules.some(
    ({ inverted, actions, subject, fields, condition }) =>
      !inverted && actions.includes('manage') && subject === 'all' && fields === null && condition.is === 'always',
  )
  return isAll && !rules.some(({ inverted }) => inverted)
}
