import type { Person } from '../../access/person.ts'
import { personIn } from '../../access/person-of.ts'
import { type RuleBook, readRuleBook, symbolicReading } from '../../access/rules/book.ts'
import type { HeldRule } from '../../access/rules/held.ts'
import { heldRules } from '../../access/rules/held-rules.ts'
import { type Speech, speechOf } from '../../access/rules/validate.ts'
import type { Reader } from '../../store/sql/text.ts'
import type { Panel } from '../panel.ts'

/** Somebody with all their groups, those among them that grant nothing in the panel. */
export interface Member {
  readonly person: Person
  readonly memberships: readonly number[]
}

/** Who may do what at one moment of a transaction. */
export interface Rights {
  readonly book: RuleBook
  readonly speech: Speech
  /** Who makes the change. */
  readonly actor?: Member
  /** Whom it is about, when it is about somebody. */
  readonly target?: Member
}

/** Who may do what right now, read inside a transaction. */
export async function rightsNow(
  { resources }: Panel,
  reader: Reader,
  { actor, target }: { actor: number; target?: number },
): Promise<Rights> {
  const book = await readRuleBook(reader, resources)
  const atMs = Date.now()
  return {
    book,
    speech: speechOf(resources),
    actor: await memberNow(book, reader, actor, atMs),
    target: target === undefined ? undefined : await memberNow(book, reader, target, atMs),
  }
}

/** Groups count for somebody whether or not their account is open: it may be opened again. */
export async function memberNow(
  book: RuleBook,
  reader: Reader,
  id: number,
  atMs = Date.now(),
): Promise<Member | undefined> {
  const rows = await reader.read<UserRow>(memberSql, [id])
  const [user] = rows
  if (!user) return undefined
  const memberships = rows.flatMap(({ group_id: group }) => (group === null ? [] : Number(group)))
  const person = personIn(
    book,
    {
      user: { id, name: user.name, email: user.email, mustChangePassword: false },
      brand: user.brand_id === null ? null : Number(user.brand_id),
      memberships,
    },
    atMs,
  )
  return { person, memberships }
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

interface UserRow {
  name: string
  email: string
  brand_id: number | null
  group_id: number | null
}

const memberSql = `
  SELECT u.name, u.email, u.brand_id, m.group_id
  FROM users u
  LEFT JOIN user_permission_groups m
    ON m.user_id = u.id AND (m.expires_at IS NULL OR m.expires_at > CURRENT_TIMESTAMP)
  WHERE u.id = $1
  ORDER BY m.group_id`
