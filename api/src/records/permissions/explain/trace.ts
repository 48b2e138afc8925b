import { knownWhere } from '../../../access/known.ts'
import type { Person } from '../../../access/person.ts'
import { type Deed, reachOf } from '../../../access/reach.ts'
import { rowsOf, rulesOf } from '../../../access/rows.ts'
import type { RuleBook } from '../../../access/rules/book.ts'
import { rulesAbout } from '../../../access/rules/effective.ts'
import type { HeldRule } from '../../../access/rules/held.ts'
import { judgeRow } from '../../../store/read/judge.ts'
import { type Condition, never } from '../../../store/sql/condition.ts'
import type { Asker } from '../asker.ts'

/** A rule that speaks of what is asked. */
export interface TracedRule {
  readonly rule: HeldRule
  /** Whether the record fulfils its condition; null without a record, or when that rests on what the reader may not see. */
  readonly matched: boolean | null
}

/** How an answer comes about. */
export interface Trace {
  /** Null: it depends on the record, or on what of it the reader may not see. */
  readonly allowed: boolean | null
  /** Whether the answer rests on what of the record the reader may not see. */
  readonly isUnsure: boolean
  /** Whether the person does not even see the record. */
  readonly isUnseen: boolean
  /** The strongest first. */
  readonly rules: readonly TracedRule[]
  readonly decisive: HeldRule | undefined
}

interface Asked {
  readonly deed: Deed
  /** Whose rights they are. */
  readonly person: Person
  readonly book: RuleBook
  /** The record, which the reader sees. */
  readonly id?: number
}

/** Follows the rules that speak of something, in the order in which they win. */
export async function trace(asker: Asker, asked: Asked): Promise<Trace> {
  const { deed, person, book, id } = asked
  const reach = reachOf(person, deed)
  const rules = rulesSpeaking(person, book, deed)
  if (id === undefined) return traceAnywhere(reach, rules)
  const { resources, database } = asker.panel
  const { resource } = deed
  const seen = deed.action === 'create' ? reach : rowsOf(person, 'read', resource)
  const asking = [reach, seen, ...rules.map(({ condition }) => condition)]
  const known = asking.map((condition) => knownWhere(asker.person, { resources, resource, condition }))
  const place = { engine: database.engine, resources, resource, id }
  const judged = (await judgeRow(database, place, [...asking, ...known])) ?? []
  const truth = (index: number) => judged[index] === true
  const isKnown = (index: number) => judged[asking.length + index] === true
  // One's own rights on a record stand in its `_access` anyway.
  const isOwn = person.user.id === asker.person.user.id
  const traced = rules.map((rule, index) => ({ rule, matched: isKnown(index + 2) ? truth(index + 2) : null }))
  const first = rules.findIndex((_, index) => truth(index + 2))
  const deciding = rules[first]
  const isTold = traced.slice(0, first + 1).every(({ matched }) => matched !== null)
  // A refusal names its rule too.
  const isDecided = isTold || (isOwn && deciding?.inverted === true)
  return {
    allowed: isOwn || isKnown(0) ? truth(0) : null,
    isUnsure: !isOwn && !isKnown(0),
    isUnseen: (isOwn || isKnown(1)) && !truth(1),
    rules: traced.map((one, index) => (isDecided && index === first ? { ...one, matched: true } : one)),
    decisive: isDecided ? deciding : undefined,
  }
}

/** Without a record: what is so of every record, or of none. */
function traceAnywhere(reach: Condition, rules: readonly HeldRule[]): Trace {
  const allowed = reach.is === 'always' ? true : reach.is === 'never' ? false : null
  const decisive = rules.find(
    ({ condition, inverted }) => condition.is === 'always' && inverted === (allowed === false),
  )
  return {
    allowed,
    isUnsure: false,
    isUnseen: false,
    rules: rules.map((rule) => ({ rule, matched: null })),
    decisive: allowed === null ? undefined : decisive,
  }
}

/** Also those that grant nothing to this person, because they lack what the rule compares with, or because it cannot be read any more. */
function rulesSpeaking(person: Person, book: RuleBook, { action, resource, field }: Deed): HeldRule[] {
  const set = action === 'create' ? rulesOf(person).after : rulesOf(person).before
  const speaking = rulesAbout(set, action, resource.name, field)
  const held = new Set(person.rules.map(({ id }) => id))
  const idle = person.groups.flatMap(({ id }) => {
    const group = book.groups.get(id)
    return (group?.rules ?? [])
      .filter(({ id: rule = '', inverted }) => !inverted && !held.has(rule))
      .filter(({ actions, subject, fields }) => {
        const isAction = actions.includes(action) || actions.includes('manage')
        const isSubject = subject === resource.name || subject === 'all'
        return isAction && isSubject && (field === undefined || !fields || fields.includes(field))
      })
      .map(({ id: rule = '', actions, subject, fields = null, reason = null }) => ({
        id: rule,
        group: { id, name: group?.name ?? '' },
        actions,
        subject,
        fields,
        inverted: false,
        condition: never,
        check: null,
        reason,
      }))
  })
  return [...speaking, ...idle]
}
