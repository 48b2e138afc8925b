import { all, any, type Condition, not } from '../../store/sql/condition.ts'

/** The rows that somebody may change, and what these may be afterwards. */
export interface Reach {
  readonly from: Condition
  readonly to: Condition
}

/** Every change of a record that a reach allows, as a condition on the record and what becomes of it. */
export function movesOf({ from, to }: Reach): Condition {
  return all([from, afterwards(to)])
}

/**
 * What several holders have of changes when each keeps to their own. Rows that one could change may also become rows that
 * another could: that much follows from being in two groups. Where nobody could change a row, nobody leaves one.
 */
export function movesAmong(reaches: readonly Reach[]): Condition {
  const known = any(reaches.map(({ from }) => from))
  const left = any(reaches.map(({ to }) => to))
  return any([...reaches.map(movesOf), all([known, afterwards(known), afterwards(left)])])
}

const mark = "'"

/** Without the mark of a record as it is after a change. */
export function unmarked(path: string): string {
  return path.startsWith(mark) ? path.slice(mark.length) : path
}

const shifted = new WeakMap<Condition, Condition>()

/** A condition on what becomes of a record: its fields have names of their own beside those of the record as it was. */
function afterwards(condition: Condition): Condition {
  const known = shifted.get(condition) ?? renamed(condition)
  shifted.set(condition, known)
  return known
}

function renamed(condition: Condition): Condition {
  switch (condition.is) {
    case 'all':
      return all(condition.of.map(afterwards))
    case 'any':
      return any(condition.of.map(afterwards))
    case 'not':
      return not(afterwards(condition.of))
    case 'related':
      return { ...condition, through: mark + condition.through }
    case 'search':
      return {
        ...condition,
        in: condition.in.map((one) => ({ ...one, field: mark + one.field, where: afterwards(one.where) })),
      }
    case 'field':
      // What is known of the person stays what it is.
      return condition.field.startsWith('$') ? condition : { ...condition, field: mark + condition.field }
    default:
      return condition
  }
}
