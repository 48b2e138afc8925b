import fc from 'fast-check'
import { describe, test } from 'vitest'
import { allowsWhatItSays } from '../test/permissions/properties/access.ts'
import { givesNoMoreThanTheEditorHas } from '../test/permissions/properties/escalation.ts'
import { showsNothingOfWhatIsHidden } from '../test/permissions/properties/interference.ts'
import { grantsAddAndDenialsTake, orderChangesNothing } from '../test/permissions/properties/order.ts'
import { findsInTheViewAlone } from '../test/permissions/properties/queries.ts'
import { type Stage, setStage } from '../test/permissions/properties/stage.ts'
import { showsWhatTheRulesSay } from '../test/permissions/properties/view.ts'
import { changesWhatTheRulesAllow } from '../test/permissions/properties/writes.ts'

/** Sets of rules in all, over every property together. Each is asked some ten to a hundred questions: left as it is, millions of answers are compared. */
const wanted = Number(process.env.FICHA_FUZZ_CASES ?? 100_000)
const first = Number(process.env.FICHA_FUZZ_SEED ?? Math.floor(Math.random() * 1_000_000))

/** Sets of rules that are tried on one park before the next is filled. */
const perPark = 500

const properties: Record<string, (stage: Stage, numRuns: number) => Promise<unknown>> = {
  'shows what the rules say': showsWhatTheRulesSay,
  'finds in the view alone': findsInTheViewAlone,
  'shows nothing of what is hidden': showsNothingOfWhatIsHidden,
  'does not depend on order': orderChangesNothing,
  'adds by grants, takes by denials': grantsAddAndDenialsTake,
  'allows what it says': allowsWhatItSays,
  'changes what the rules allow': changesWhatTheRulesAllow,
  'gives no more than the editor has': givesNoMoreThanTheEditorHas,
}

const parks = Math.max(1, Math.ceil(wanted / perPark / Object.keys(properties).length))
console.info(`FICHA_FUZZ_SEED=${first} FICHA_FUZZ_CASES=${wanted}: ${parks} parks`)

describe.each(Array.from({ length: parks }, (_, at) => first + at * 1_000))('park %i', (seed) => {
  for (const [name, property] of Object.entries(properties)) {
    test(name, async () => {
      fc.configureGlobal({ seed })
      await property(await setStage(seed), Math.min(perPark, wanted))
    })
  }
})
