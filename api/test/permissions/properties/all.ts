import { allowsWhatItSays } from './access.ts'
import { givesNoMoreThanTheEditorHas } from './escalation.ts'
import { showsNothingOfWhatIsHidden } from './interference.ts'
import { grantsAddAndDenialsTake, orderChangesNothing } from './order.ts'
import { findsInTheViewAlone } from './queries.ts'
import type { Stage } from './stage.ts'
import { showsWhatTheRulesSay } from './view.ts'
import { changesWhatTheRulesAllow } from './writes.ts'

/** Something that must hold whatever the rules. */
export interface Property {
  readonly name: string
  /** Tries so many sets of rules in a park, and gives how often that told something: of nothing, everything holds. */
  readonly check: (stage: Stage, numRuns: number) => Promise<number>
  /** Sets of rules in each park of `npm test`. */
  readonly runs: number
  /** How often these tell something at the least. */
  readonly least: number
}

export const properties: readonly Property[] = [
  {
    name: 'lists, records, totals and `_access` show what the rules say',
    check: showsWhatTheRulesSay,
    runs: 60,
    least: 0,
  },
  {
    name: 'filters, search and order find in the view alone',
    check: findsInTheViewAlone,
    runs: 100,
    least: 0,
  },
  {
    name: 'what is hidden changes no byte of any answer',
    check: showsNothingOfWhatIsHidden,
    runs: 20,
    least: 8,
  },
  {
    name: 'the order of groups and rules changes nothing',
    check: orderChangesNothing,
    runs: 30,
    least: 0,
  },
  {
    name: '`_access` is what the API then allows',
    check: allowsWhatItSays,
    runs: 40,
    least: 0,
  },
  {
    name: 'a change is made where the rules allow it, and a refused one changes nothing',
    check: changesWhatTheRulesAllow,
    runs: 100,
    least: 0,
  },
  {
    name: 'what the escalation guard accepts, the editor already had',
    check: givesNoMoreThanTheEditorHas,
    runs: 50,
    least: 10,
  },
  {
    name: 'a grant more takes nothing away, a denial more gives nothing',
    check: grantsAddAndDenialsTake,
    runs: 40,
    least: 0,
  },
]
