import { describe, expect, test } from 'vitest'
import { allowsWhatItSays } from './properties/access.ts'
import { givesNoMoreThanTheEditorHas } from './properties/escalation.ts'
import { showsNothingOfWhatIsHidden } from './properties/interference.ts'
import { grantsAddAndDenialsTake, orderChangesNothing } from './properties/order.ts'
import { findsInTheViewAlone } from './properties/queries.ts'
import { setStage } from './properties/stage.ts'
import { showsWhatTheRulesSay } from './properties/view.ts'
import { changesWhatTheRulesAllow } from './properties/writes.ts'

/** Each seed fills a park of its own; the rules are others in every run. */
const seeds = [1, 2]

describe.each(seeds)('in park %i, whatever the rules', (seed) => {
  const timeout = 120_000

  test('lists, records, totals and `_access` show what the rules say', { timeout }, async () => {
    await showsWhatTheRulesSay(await setStage(seed), 60)
  })

  test('filters, search and order find in the view alone', { timeout }, async () => {
    await findsInTheViewAlone(await setStage(seed), 100)
  })

  test('what is hidden changes no byte of any answer', { timeout }, async () => {
    expect(await showsNothingOfWhatIsHidden(await setStage(seed), 20)).toBeGreaterThan(8)
  })

  test('the order of groups and rules changes nothing', { timeout }, async () => {
    await orderChangesNothing(await setStage(seed), 30)
  })

  test('`_access` is what the API then allows', { timeout }, async () => {
    await allowsWhatItSays(await setStage(seed), 40)
  })

  test('a change is made where the rules allow it, and a refused one changes nothing', { timeout }, async () => {
    await changesWhatTheRulesAllow(await setStage(seed), 100)
  })

  test('what the escalation guard accepts, the editor already had', { timeout }, async () => {
    expect(await givesNoMoreThanTheEditorHas(await setStage(seed), 50)).toBeGreaterThan(10)
  })

  test('a grant more takes nothing away, a denial more gives nothing', { timeout }, async () => {
    await grantsAddAndDenialsTake(await setStage(seed), 40)
  })
})
