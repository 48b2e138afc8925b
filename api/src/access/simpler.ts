import { all, any, type Condition } from '../store/sql/condition.ts'
import { comparer } from './guard/implies.ts'

/** What is seen of conditions is kept for about as many questions as the rules of one person ask. */
const questionsKept = 5_000

const comparing = { with: comparer(), asked: 0 }

function implies(one: Condition, other: Condition): boolean {
  comparing.asked += 1
  if (comparing.asked > questionsKept) Object.assign(comparing, { with: comparer(), asked: 0 })
  return comparing.with.implies(one, other)
}

/** More alternatives than this are left as they are: what is saved per row would not pay for the search. */
const maxAlternatives = 8

/** The same condition without alternatives that another one covers. */
export function withoutCovered(condition: Condition): Condition {
  if (condition.is !== 'any' || condition.of.length > maxAlternatives) return condition
  const kept = condition.of.filter(
    (part, at) =>
      !condition.of.some(
        (other, place) => place !== at && implies(part, other) && (place < at || !implies(other, part)),
      ),
  )
  return any(kept)
}

/** What is left to ask of rows that are known to fulfil `known`. */
export function among(known: Condition, condition: Condition): Condition {
  if (condition.is === 'always' || condition.is === 'never') return condition
  if (implies(known, condition)) return { is: 'always' }
  if (condition.is === 'all') return all(condition.of.map((part) => among(known, part)))
  if (condition.is === 'any') return any(condition.of.map((part) => among(known, part)))
  return condition
}

/** The same condition asked of a record through the reference that points to it: what it says of its id is said of the reference. */
export function throughReference(field: string, condition: Condition): Condition {
  switch (condition.is) {
    case 'field':
      return condition.field === 'id' ? { ...condition, field } : { is: 'related', through: field, of: condition }
    case 'all':
      return all(condition.of.map((part) => throughReference(field, part)))
    default:
      return { is: 'related', through: field, of: condition }
  }
}
