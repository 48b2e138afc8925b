import type { Person } from '../../access/person.ts'
import { personIn } from '../../access/person-of.ts'
import { type RuleBook, readRuleBook, symbolicReading } from '../../access/rules/book.ts'
import type { HeldRule } from '../../access/rules/held.ts'
import { heldRules } from '../../access/rules/held-rules.ts'
import { type Speech, speechOf } from '../../access/rules/validate.ts'
import type { Reader } from '../../store/sql/text.ts'
import { readMember, type StaffMember } from '../../store/staff.ts'
import type { Panel } from '../panel.ts'

/** Somebody with all their groups, those among them that grant nothing in the panel. */
export interface Member {
  readonly account: StaffMember
  readonly person: Person
}

/** Who may do what at one moment of a transaction. */
export interface Rights {
  readonly book: RuleBook
  readonly speech: Speech
  /** What rules take for now. */
  readonly atMs: number
  /** Who makes the change. */
  readonly actor?: Member
  /** Whom it is about, when it is about somebody. */
  readonly target?: Member
}

interface Wanted {
  actor: number
  target?: number
}

/** Who may do what right now, read inside a transaction. */
export async function rightsNow(panel: Panel, reader: Reader, { actor, target }: Wanted): Promise<Rights> {
  const book = await readRuleBook(reader, panel.resources)
  const atMs = Date.now()
  return {
    book,
    speech: speechOf(panel.resources),
    atMs,
    actor: await memberNow(panel, reader, { book, id: actor, atMs }),
    target: target === undefined ? undefined : await memberNow(panel, reader, { book, id: target, atMs }),
  }
}

/** The same with a user as a change has made them: that changes no rule and no tree. */
export async function withTarget(
  panel: Panel,
  reader: Reader,
  { rights, target: id }: { rights: Rights; target: number | undefined },
): Promise<Rights> {
  return { ...rights, target: id === undefined ? undefined : await memberNow(panel, reader, { ...rights, id }) }
}

interface Someone {
  book: RuleBook
  id: number
  /** What rules take for now; left out, it is. */
  atMs?: number
}

/** Groups count for somebody whether or not their account is open: it may be opened again. */
export async function memberNow(
  { database }: Pick<Panel, 'database'>,
  reader: Reader,
  { book, id, atMs }: Someone,
): Promise<Member | undefined> {
  const account = await readMember(reader, database, id)
  return account && { account, person: personWith(book, account, atMs) }
}

/** Somebody with the rules of the groups they are in, or would be in. */
export function personWith(book: RuleBook, account: StaffMember, atMs?: number): Person {
  const { id, name, email, brand, mustChangePassword, memberships } = account
  return personIn(book, { user: { id, name, email, mustChangePassword }, brand, memberships }, atMs)
}

/** What somebody holds, and the same before their own values are filled in: either is enough to give it on. */
export function formsOf(book: RuleBook, { administrator, rules, groups }: Person): (readonly HeldRule[])[] {
  if (administrator) return [[everything]]
  const stored = groups.flatMap(({ id }) => book.groups.get(id) ?? [])
  return [rules, heldRules(stored, symbolicReading(book))]
}

/** Everything somebody holds. */
export function heldBy({ administrator, rules }: Person): readonly HeldRule[] {
  return administrator ? [everything] : rules
}

/** What members of the system group may do. */
const everything: HeldRule = {
  id: '',
  group: { id: 0, name: '' },
  actions: ['manage'],
  subject: 'all',
  fields: null,
  inverted: false,
  condition: { is: 'always' },
  check: null,
  reason: null,
}
