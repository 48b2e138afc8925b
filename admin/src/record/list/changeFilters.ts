import { joinParameter, type ResourceMeta } from '@ficha/api/contract'
import type { FilterValue } from '../../kinds/view.ts'
import type { ListFilter } from './listState.ts'

/** The parameter a condition stands in: what tells two conditions of one field apart. */
export function parameterOf({ field, operator }: ListFilter): string {
  return joinParameter(field, operator)
}

interface Change {
  field: string
  /** The condition that changes; left out, one is added. */
  from?: ListFilter
  /** Left out, or without a value, the condition goes. */
  to?: FilterValue
}

/** The conditions after a change of one of them, each parameter at most once, the others in their places. */
export function changeFilters(filters: ListFilter[], { field, from, to }: Change): ListFilter[] {
  const next = to && hasValue(to) ? { ...to, field } : undefined
  const replaced = from ? parameterOf(from) : undefined
  const at = filters.findIndex((filter) => parameterOf(filter) === replaced)
  const others = filters.filter(
    (filter) => parameterOf(filter) !== replaced && (!next || parameterOf(filter) !== parameterOf(next)),
  )
  if (!next) return others
  const place = at < 0 ? others.length : Math.min(at, others.length)
  return [...others.slice(0, place), next, ...others.slice(place)]
}

function hasValue({ value }: FilterValue): boolean {
  const texts = [value].flat()
  return texts.length > 0 && texts.every((text) => text !== '')
}

/** One chip of the bar: a field, and the condition it stands for if there is one. */
export interface Chip {
  field: string
  filter?: ListFilter
}

/** The chips in their order: the configured filters in place, each active condition its own, then the rest. */
export function chipsOf(resource: ResourceMeta, filters: ListFilter[], opened: string[] = []): Chip[] {
  const known = new Set(resource.fields.filter(({ operators }) => operators.length > 0).map(({ name }) => name))
  const names = new Set([...resource.list.filters, ...filters.map(({ field }) => field), ...opened])
  return [...names]
    .filter((name) => known.has(name))
    .flatMap((name) => {
      const active = filters.filter(({ field }) => field === name)
      return active.length > 0 ? active.map((filter) => ({ field: name, filter })) : [{ field: name }]
    })
}
