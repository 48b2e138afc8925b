import { implies } from '../../../access/guard/implies.ts'
import type { Person } from '../../../access/person.ts'
import { reachOf } from '../../../access/reach.ts'
import type { ActionImpact, RowSample, SubjectVocabulary } from '../../../contract/permissions.ts'
import type { Resource } from '../../../define/resource.ts'
import { all, type Condition, not } from '../../../store/sql/condition.ts'
import type { Asker } from '../asker.ts'
import { fieldClasses, raised } from './fields.ts'
import { sampleOf } from './rows.ts'

/** People who have the same rights now and will have the same then. */
export interface Shift {
  readonly before: Person
  readonly after: Person
  /** How many they are; none for whoever might be in a group without members. */
  readonly people: number
}

interface Action {
  readonly resource: Resource
  /** What the reader may know of it. */
  readonly words: SubjectVocabulary
  readonly action: SubjectVocabulary['actions'][number]
  readonly shifts: readonly Shift[]
}

/** What changes of one action on one resource; undefined when nothing does. */
export async function actionImpact(asker: Asker, changed: Action): Promise<ActionImpact | undefined> {
  const { resource, words, action, shifts } = changed
  const moves = shifts.map((shift) => moveOf(shift, action.name, resource))
  const up = moves.filter(({ gained, fieldsGained }) => gained.is !== 'never' || fieldsGained.length > 0)
  const down = moves.filter(({ lost, fieldsLost }) => lost.is !== 'never' || fieldsLost.length > 0)
  if (up.length === 0 && down.length === 0) return undefined
  const told = (names: readonly string[]) =>
    words.fields.filter(({ name }) => names.includes(name)).map(({ name, label }) => ({ name, label }))
  const rows = (of: readonly Move[], which: 'gained' | 'lost') =>
    rowsMoved(
      asker,
      changed,
      of.map((move) => move[which]),
    )
  return {
    action: action.name,
    label: action.label,
    usersGaining: sum(up),
    usersLosing: sum(down),
    rowsGained: await rows(
      up.filter(({ people }) => people > 0),
      'gained',
    ),
    rowsLost: await rows(
      down.filter(({ people }) => people > 0),
      'lost',
    ),
    fieldsGained: told(up.flatMap(({ fieldsGained }) => fieldsGained)),
    fieldsLost: told(down.flatMap(({ fieldsLost }) => fieldsLost)),
  }
}

interface Move {
  readonly people: number
  readonly gained: Condition
  readonly lost: Condition
  readonly fieldsGained: readonly string[]
  readonly fieldsLost: readonly string[]
}

function moveOf({ before, after, people }: Shift, action: string, resource: Resource): Move {
  const [was, is] = [reachOf(before, { action, resource }), reachOf(after, { action, resource })]
  const [old, now] = [fieldClasses(before, action, resource), fieldClasses(after, action, resource)]
  return {
    people,
    gained: beyond(is, was),
    lost: beyond(was, is),
    fieldsGained: raised(old, now),
    fieldsLost: raised(now, old),
  }
}

function beyond(one: Condition, other: Condition): Condition {
  return implies(one, other) ? { is: 'never' } : all([one, not(other)])
}

/** A new record is on no row yet. */
function rowsMoved(
  asker: Asker,
  { action, resource }: Pick<Action, 'action' | 'resource'>,
  conditions: readonly Condition[],
): Promise<RowSample> {
  if (action.name === 'create') return Promise.resolve({ count: 0, samples: [] })
  return sampleOf(asker, resource, conditions)
}

const sum = (moves: readonly Move[]) => moves.reduce((total, { people }) => total + people, 0)
