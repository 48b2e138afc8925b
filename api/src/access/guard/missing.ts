import { any, type Condition, never } from '../../store/sql/condition.ts'
import { abilityFrom, afterImage, effective, type RuleSet, rulesAbout } from '../rules/effective.ts'
import type { HeldRule } from '../rules/held.ts'
import type { Speech } from '../rules/validate.ts'
import { isImplied } from './implies.ts'
import { movesAmong, movesOf, type Reach, unmarked } from './moves.ts'
import { type Asked, askedOf, changing } from './questions.ts'
import { question, type Work, work } from './satisfiable.ts'
import { scalarsBySubject } from './scalar.ts'
import { forWhoever } from './whoever.ts'

/** Something that a change of rules gives and its author does not have. */
export interface Missing {
  /** A right that comes, or one that no longer is denied. */
  readonly kind: 'grant' | 'deny-removed'
  /** `manage` stands for actions there may be later. */
  readonly action: string
  /** `all` stands for subjects there may be later. */
  readonly subject: string
  /** Left out for the rows themselves; `__future__` stands for fields there may be later. */
  readonly field?: string
}

/** A change of rules and who makes it. */
export interface Change {
  /** The rules of its author before it, in each of the forms of which one is enough. */
  readonly actor: readonly (readonly HeldRule[])[]
  readonly before: readonly HeldRule[]
  readonly after: readonly HeldRule[]
  readonly speech: Speech
  /** Whether a field of a subject, `name` or `brand.name`, holds at most one value; left out, only what the conditions show is known. */
  readonly isScalar?: (subject: string, path: string) => boolean
}

/** Rules as they are asked about a record that is there, or about what a create or an update has made of one. */
interface Image {
  readonly actor: readonly RuleSet[]
  readonly before: RuleSet
  readonly after: RuleSet
}

/** What a change would give beyond what was given before and what its author has: by action, subject and field. Empty: let it be. */
export function missing({ actor, before, after, speech, isScalar }: Change): Missing[] {
  const forms = { actor: actor.map(forWhoever), before: forWhoever(before), after: forWhoever(after) }
  const found = imageOf(forms, (rules) => rules)
  const made = imageOf(forms, afterImage)
  const known = new Map<string, Missing['kind'] | undefined>()
  const shared = work()
  // A record before a change and after it has the same fields.
  const scalars = scalarsBySubject(isScalar && ((subject, path) => isScalar(subject, unmarked(path))))
  const wordOf = worded(shared)
  const moveKind = (asked: Asked): Missing['kind'] | undefined => {
    if (asked.action !== 'update' && asked.action !== 'manage') return undefined
    if (!rulesOf(found, asked).some((rules) => rules.some(({ inverted, check }) => !inverted && check !== null)))
      return undefined
    const [is, becomes] = [found, made].map((image) => rulesOf(image, asked).map((rules) => rules.map(wordOf)))
    const isCovered = is?.some(
      (had, at) => at !== 1 && isLess(had, is[1] ?? []) && isLess(becomes?.[at] ?? [], becomes?.[1] ?? []),
    )
    if (isCovered) return undefined
    const key = ['moves', asked.subject, ...(is ?? []), ...(becomes ?? [])].join(' / ')
    if (!known.has(key)) known.set(key, givesMoves({ found, made }, asked, { scalars, shared }) ? 'grant' : undefined)
    return known.get(key)
  }
  return askedOf(speech, [...forms.actor, forms.before, forms.after]).flatMap((asked) => {
    const images = changing.has(asked.action) ? [found, made] : [found]
    const kinds = images.map((image) => {
      const [before = [], after = [], ...actor] = rulesOf(image, asked).map((rules) => rules.map(wordOf))
      if (isLess(before, after)) return undefined
      const key = [asked.subject, before, after, ...actor].join(' / ')
      if (!known.has(key)) known.set(key, kindOf(image, asked, { scalars, shared }))
      return known.get(key)
    })
    const kind = kinds.find((one) => one !== undefined) ?? moveKind(asked)
    const { action, subject, fields } = asked
    return kind ? fields.map((field) => ({ kind, action, subject, ...(field !== undefined && { field }) })) : []
  })
}

type Forms = Readonly<Record<'before' | 'after', readonly HeldRule[]>> & Pick<Change, 'actor'>

function imageOf({ actor, before, after }: Forms, seen: (rules: readonly HeldRule[]) => readonly HeldRule[]): Image {
  const setOf = (rules: readonly HeldRule[]) => abilityFrom(seen(rules))
  return { actor: actor.map(setOf), before: setOf(before), after: setOf(after) }
}

function rulesOf(
  { actor, before, after }: Image,
  { action, subject, fields: [field] }: Asked,
): (readonly HeldRule[])[] {
  return [before, after, ...actor].map((rules) => rulesAbout(rules, action, subject, field))
}

/** What questions about one subject share: what follows from facts about its fields is worked out once. */
interface Asking {
  readonly scalars: ReturnType<typeof scalarsBySubject>
  readonly shared: Work
}

function kindOf(
  image: Image,
  { action, subject, fields: [field] }: Asked,
  { scalars, shared }: Asking,
): Missing['kind'] | undefined {
  const held = (rules: RuleSet) => effective(rules, action, subject, field)
  const denied = (rules: RuleSet) => deniedRows(rulesAbout(rules, action, subject, field))
  const own = image.actor.map(held)
  const covers = (given: Condition, had: Condition) =>
    isImplied(given, any([had, ...own]), question(scalars(subject), shared))
  if (!covers(held(image.after), held(image.before))) return 'grant'
  return covers(denied(image.before), denied(image.after)) ? undefined : 'deny-removed'
}

/** Whether records may become something that neither those who held the rules before nor their author could make of them. */
function givesMoves(
  { found, made }: { found: Image; made: Image },
  { action, subject, fields: [field] }: Asked,
  { scalars, shared }: Asking,
): boolean {
  const reach = (from: RuleSet, to: RuleSet | undefined): Reach => ({
    from: effective(from, action, subject, field),
    to: to ? effective(to, action, subject, field) : never,
  })
  const given = reach(found.after, made.after)
  const had = [reach(found.before, made.before), ...found.actor.map((rules, at) => reach(rules, made.actor[at]))]
  const asked = () => question(scalars(subject), shared)
  const isWithin = (one: Reach) => isImplied(given.from, one.from, asked()) && isImplied(given.to, one.to, asked())
  return !had.some(isWithin) && !isImplied(movesOf(given), movesAmong(had), asked())
}

function deniedRows(rules: readonly HeldRule[]): Condition {
  return any(rules.flatMap(({ inverted, condition }) => (inverted ? condition : [])))
}

/** What a rule says of the rows it speaks about: the same word for rules that say the same. */
function worded({ shapes }: Work): (rule: HeldRule) => string {
  const words = new Map<HeldRule, string>()
  return (rule) => {
    const word = words.get(rule) ?? `${rule.inverted ? '-' : '+'}${shapes.numberOf(rule.condition)}`
    words.set(rule, word)
    return word
  }
}

/** Whether it is plain that rules give nothing new: no grant that was not there, and every denial that was. */
function isLess(before: readonly string[], after: readonly string[]): boolean {
  const isIn = (words: readonly string[], sign: string) => (word: string) => word[0] !== sign || words.includes(word)
  return after.every(isIn(before, '+')) && before.every(isIn(after, '-'))
}
