import { type ResourceMeta, splitParameter } from '@ficha/api/contract'
import { isAskable } from './conditionCheck.ts'
import {
  emptyState,
  fieldOf,
  type HiddenState,
  type ListFilter,
  type ListSort,
  type ListState,
  pageSizes,
  type UnknownParameter,
} from './listState.ts'

interface Address {
  resource: ResourceMeta
  /** The query of the address, with or without its `?`. */
  search: string
  /** What the history entry holds, of any shape: another version of this page may have written it. */
  hidden: unknown
}

/** The list an address and its history entry ask for, and what of the address nobody here understands. */
export function readListState({ resource, search, hidden }: Address): {
  state: ListState
  unknown: UnknownParameter[]
} {
  const parameters = new URLSearchParams(search)
  const { q, filters, trail } = readHidden(resource, hidden)
  const open: ListFilter[] = []
  const unknown: UnknownParameter[] = []
  for (const parameter of new Set(parameters.keys())) {
    if (ownParameters.has(parameter)) continue
    const values = parameters.getAll(parameter)
    const filter = readFilter(resource, parameter, values)
    if (filter) open.push(filter)
    else unknown.push({ parameter, values })
  }
  const sort = readSort(resource, parameters)
  if (!sort) unknown.push({ parameter: '_sort', values: parameters.getAll('_sort') })
  const found = { filters: [...open, ...filters], sort: sort ?? [], q: parameters.get('q') ?? q, trail }
  return { state: { ...readPage(parameters), ...found }, unknown }
}

/** Parameters that are no filters; `q` is taken over into the history entry. */
const ownParameters = new Set(['_sort', '_order', '_start', '_end', 'q'])

function readFilter(resource: ResourceMeta, parameter: string, values: string[]): ListFilter | undefined {
  const { field: name, operator } = splitParameter(parameter)
  const field = fieldOf(resource, name)
  if (!field) return undefined
  const takesSeveral = operator === 'in' || operator === 'nin' || operator === 'between'
  const readings: ListFilter[] = [
    operator === 'eq' && values.length > 1
      ? { field: name, operator: 'in', value: values }
      : { field: name, operator, value: takesSeveral || values.length > 1 ? values : (values[0] ?? '') },
  ]
  // The wire also takes several values between commas, where no value can hold one.
  if (takesSeveral) readings.push({ field: name, operator, value: values.flatMap((text) => text.split(',')) })
  return readings.find((filter) => isAskable(field, filter))
}

function readSort(resource: ResourceMeta, parameters: URLSearchParams): ListSort[] | undefined {
  const names = split(parameters.get('_sort'))
  const orders = split(parameters.get('_order'))
  if (names.some((name) => !fieldOf(resource, name)?.sortable)) return undefined
  return names.map((field, at) => ({ field, order: orders[at] === 'desc' ? 'desc' : 'asc' }))
}

function split(list: string | null): string[] {
  return (list ?? '').split(',').filter((part) => part !== '')
}

function readPage(parameters: URLSearchParams): Pick<ListState, 'page' | 'pageSize'> {
  const start = Number(parameters.get('_start') ?? 0)
  const end = Number(parameters.get('_end') ?? start + emptyState.pageSize)
  const pageSize = pageSizes.find((size) => size === end - start) ?? emptyState.pageSize
  return { page: Number.isSafeInteger(start) && start > 0 ? Math.floor(start / pageSize) + 1 : 1, pageSize }
}

function readHidden(resource: ResourceMeta, hidden: unknown): HiddenState {
  const held = isObject(hidden) && isObject(hidden.list) ? hidden.list : {}
  const filters = Array.isArray(held.filters) ? held.filters.filter(isFilter) : []
  return {
    q: typeof held.q === 'string' ? held.q : '',
    filters: filters.filter((filter) => {
      const field = fieldOf(resource, filter.field)
      return field && isAskable(field, filter)
    }),
    trail: Array.isArray(held.trail) ? held.trail.filter((cursor) => typeof cursor === 'string') : [],
  }
}

function isFilter(value: unknown): value is ListFilter {
  if (!isObject(value) || typeof value.field !== 'string' || typeof value.operator !== 'string') return false
  return [value.value].flat().every((text) => typeof text === 'string')
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}
