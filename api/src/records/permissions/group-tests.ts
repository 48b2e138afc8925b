import { runTests, type TestOutcome } from '../../access/group-tests.ts'
import type { RuleBook } from '../../access/rules/book.ts'
import type { Audience, GroupTest, Review, Rule } from '../../contract/permissions.ts'
import { say } from '../../contract/words/index.ts'
import { conditionSentence } from '../../derive/words/condition.ts'
import { isConditional } from '../../derive/words/rule.ts'
import type { Speech } from '../../derive/words/speech.ts'
import type { Asker } from './asker.ts'
import { languageOf } from './draft.ts'
import { speechFor } from './speech.ts'

/** A group with the sentences that must stay true of it. */
export interface GroupWithTests {
  readonly audience: Audience
  readonly rules: readonly Rule[]
  readonly tests: readonly GroupTest[]
}

/** Runs the tests of a group on its rules, and says of each that fails what it fails on. A failing one keeps the group from being saved. */
export async function testResults(
  asker: Asker,
  book: RuleBook,
  { audience, rules, tests }: GroupWithTests,
): Promise<Review['tests']> {
  if (tests.length === 0) return []
  const { speech, ofBrand } = languageOf(asker.panel, book, audience)
  const outcomes = runTests({ rules, tests, speech, reading: ofBrand })
  const spoken = rules.map(({ subject, conditions }) => [subject, conditions] as const)
  const words = await speechFor(asker, spoken, audience)
  return outcomes.map((outcome) => ({
    index: outcome.index,
    passed: outcome.passed,
    text: outcomeText(words, rules, outcome),
  }))
}

/** More rules than these are not told one by one. */
const maxTold = 3

function outcomeText(speech: Speech, rules: readonly Rule[], { why, rules: places }: TestOutcome): string {
  const { language } = speech
  const told = places.slice(0, maxTold).flatMap((index) => {
    const rule = rules[index]
    return rule ? ruleText(speech, rule, index) : []
  })
  return say(language, `test.${why}`, { rules: told.join(' ') })
}

/** `Regra 2 permite quando Marca é a da pessoa ou abaixo.` */
function ruleText(speech: Speech, { inverted, subject, conditions }: Rule, index: number): string {
  const { language } = speech
  const number = index + 1
  const key = inverted ? 'test.rule.denies' : 'test.rule.allows'
  if (!isConditional(conditions)) return say(language, `${key}.always`, { number })
  return say(language, key, { number, condition: conditionSentence(speech, subject, conditions) })
}
