import { all, type Condition } from './condition.ts'

type Membership = Extract<Condition, { operator: 'in' }>

/**
 * All of some conditions; those that name values of one field are brought down to the values that all of them name. Of two lists
 * an engine would walk the first, however long, and rules name long ones.
 */
export function narrow(conditions: readonly Condition[]): Condition {
  const parts = conditions.flatMap((part) => (part.is === 'all' ? part.of : part))
  const lists = new Map<string, Membership>()
  const others: Condition[] = []
  for (const part of parts) {
    if (part.is !== 'field' || part.operator !== 'in') others.push(part)
    else lists.set(part.field, shared(lists.get(part.field), part))
  }
  return all([...lists.values(), ...others])
}

function shared(one: Membership | undefined, other: Membership): Membership {
  if (!one) return other
  const [few, many] = one.value.length < other.value.length ? [one, other] : [other, one]
  const known = valuesOf(many.value)
  const value = few.value.filter((entry) => known.has(entry))
  return value.length === few.value.length ? few : { ...few, value }
}

const sets = new WeakMap<readonly unknown[], ReadonlySet<unknown>>()

function valuesOf(list: readonly unknown[]): ReadonlySet<unknown> {
  const known = sets.get(list) ?? new Set(list)
  sets.set(list, known)
  return known
}
