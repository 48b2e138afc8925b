import type { Person } from '../../../access/person.ts'
import type { Deed } from '../../../access/reach.ts'
import type { RuleBook } from '../../../access/rules/book.ts'
import { Missing } from '../../../contract/errors.ts'
import type { ExplainRequest, Explanation } from '../../../contract/permissions.ts'
import { say, type WordKey } from '../../../contract/words/index.ts'
import { type View, view } from '../../read.ts'
import { rightsNow } from '../../rights/now.ts'
import type { Asker } from '../asker.ts'
import { rightsOfOther } from '../people.ts'
import { askedOf } from './asked-of.ts'
import { deedOf } from './deed.ts'
import { type Fixed, fixedAnswer } from './fixed.ts'
import { stepsOf } from './steps.ts'
import { type Trace, trace } from './trace.ts'

/**
 * Why somebody may, or may not, do something; without a user, oneself. Of a record nothing is told that the reader does not see
 * of it themselves.
 * @throws Forbidden, Missing: another user's rights are for those who may know them, a record for those who see it
 */
export async function explain(asker: Asker, request: ExplainRequest): Promise<Explanation> {
  const self = asker.person.user.id
  const { user = self, id } = request
  const { book, target } = await (user === self
    ? rightsNow(asker.panel, asker.panel.database, { actor: self, target: self })
    : rightsOfOther(asker, user))
  if (!target) throw new Missing()
  const { person } = target
  const deed = deedOf(asker.panel, request)
  if (!deed) return said(asker, { key: 'explain.nothing', allowed: false, book, about: user })
  const record = id === undefined ? undefined : await view({ ...asker, resource: deed.resource }, id)
  const fixed = await fixedAnswer(asker, target, { ...deed, id })
  if (fixed) return said(asker, { ...fixed, book, about: user })
  const traced = await trace(asker, { deed, person, book, id })
  if (!traced.isUnseen || deed.action === 'read') return told(asker, { traced, deed, person, book, record })
  // Whoever does not see a record cannot do anything to it: that is what is to be explained.
  const reading = { action: 'read', resource: deed.resource }
  const unseen = await trace(asker, { deed: reading, person, book, id })
  return told(asker, { traced: unseen, deed: reading, person, book, record, key: 'explain.unseen' })
}

interface Said extends Fixed {
  readonly book: RuleBook
  readonly about: number
}

async function said(asker: Asker, { key, allowed, steps = [], book, about }: Said): Promise<Explanation> {
  return {
    allowed,
    text: say(asker.language, key),
    steps,
    decisive: steps[0]?.rule ?? null,
    askedOf: allowed ? [] : await askedOf(asker, { book, about }),
  }
}

interface Told {
  readonly traced: Trace
  readonly deed: Deed
  readonly person: Person
  readonly book: RuleBook
  readonly record: View | undefined
  /** What is said instead of what the answer alone would say. */
  readonly key?: WordKey
}

async function told(asker: Asker, { traced, deed, person, book, record, key }: Told): Promise<Explanation> {
  const { decisive } = traced
  const steps = await stepsOf(asker, { traced, deed, person, book, record })
  const name = steps.find(({ rule }) => rule === decisive?.id)?.group.name ?? ''
  const about = person.user.id
  return {
    allowed: traced.allowed,
    text: say(asker.language, key ?? keyOf(traced, record !== undefined), { group: name }),
    steps,
    decisive: decisive?.id ?? null,
    askedOf: traced.allowed === true ? [] : await askedOf(asker, { book, group: decisive?.group.id, about }),
  }
}

function keyOf({ allowed, isUnsure, rules, decisive }: Trace, isRecord: boolean): WordKey {
  if (isUnsure) return 'explain.unsure'
  if (allowed === null) return 'explain.depends'
  if (allowed) return decisive ? 'explain.allowed' : 'explain.allowedSomehow'
  if (decisive?.inverted) return 'explain.denied'
  const grants = rules.some(({ rule }) => !rule.inverted)
  return grants && isRecord ? 'explain.otherRecords' : 'explain.nothing'
}
