import type { FieldLeaf, Literal } from './literal.ts'
import { comparable, type Value } from './values.ts'

/** Where a value stands among those it can be compared with. */
interface Place {
  readonly scale: string
  readonly at: number | string
}

interface Bound {
  readonly at: Place['at']
  readonly value: Value
  readonly included: boolean
}

/** The values between two bounds; a bound that is left out is none. */
export interface Range {
  readonly from?: Bound
  readonly to?: Bound
}

/** One range for each scale on which a field is bounded. */
export type Ranges = ReadonlyMap<string, Range>

const sides = { lt: ['to', false], lte: ['to', true], gt: ['from', false], gte: ['from', true] } as const
const opposites = { lt: 'gte', lte: 'gt', gt: 'lte', gte: 'lt' } as const

/** What comparisons leave of the values of a field that has one. */
export function rangesOf(literals: readonly Literal<FieldLeaf>[]): Ranges {
  const ranges = new Map<string, Range>()
  for (const { leaf, holds } of literals) {
    if (!isComparison(leaf)) continue
    const value = comparable(leaf.value)
    const place = value === undefined ? undefined : placeOf(value)
    if (value === undefined || !place) continue
    const [side, included] = sides[holds ? leaf.operator : opposites[leaf.operator]]
    const range = ranges.get(place.scale) ?? {}
    const bound = { at: place.at, value, included }
    ranges.set(place.scale, { ...range, [side]: narrower(side, range[side], bound) })
  }
  return ranges
}

type Comparison = FieldLeaf & { readonly operator: keyof typeof sides; readonly value: unknown }

/** Whether a leaf says how a value is ordered. */
export function isComparison(leaf: FieldLeaf): leaf is Comparison {
  return leaf.operator in sides
}

function narrower(side: 'from' | 'to', one: Bound | undefined, other: Bound): Bound {
  if (!one) return other
  if (one.at === other.at) return one.included ? other : one
  return one.at < other.at === (side === 'to') ? one : other
}

/** Whether no value can be in it. */
export function isEmpty({ from, to }: Range): boolean {
  if (!from || !to) return false
  return from.at > to.at || (from.at === to.at && !(from.included && to.included))
}

/** The only value that can be in it, where there is but one. */
export function onlyValue({ from, to }: Range): Value | undefined {
  return from && to && from.at === to.at ? from.value : undefined
}

/** Whether a value is in the range of its scale; true where nothing is known. */
export function isWithin(ranges: Ranges, value: Value): boolean {
  if (ranges.size === 0) return true
  const place = placeOf(value)
  const { from, to } = (place && ranges.get(place.scale)) ?? {}
  if (!place) return true
  if (from && (place.at < from.at || (place.at === from.at && !from.included))) return false
  return !(to && (place.at > to.at || (place.at === to.at && !to.included)))
}

const day = /^\d{4}-\d{2}-\d{2}$/
const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/
const wholeDaysFromNow = /^now(?:([+-]\d+)d)?$/

/** Numbers, days and instants in their stored form have an order; texts have none that both engines share. */
function placeOf(value: Value): Place | undefined {
  if (typeof value === 'number') return { scale: 'number', at: value }
  if (typeof value === 'symbol') return unknownPlace(value.description ?? '')
  if (typeof value === 'boolean') return undefined
  if (day.test(value)) return { scale: 'day', at: value }
  return instant.test(value) ? { scale: 'instant', at: value } : undefined
}

/** An unknown value stands on a scale of its own. Instants whole days apart are as far apart when a field holds only the day. */
function unknownPlace(name: string): Place {
  const days = wholeDaysFromNow.exec(name)
  return days ? { scale: '$now', at: Number(days[1] ?? 0) } : { scale: `$${name}`, at: 0 }
}
