import { joinParameter, type ResourceMeta } from '@ficha/api/contract'
import { emptyState, fieldOf, type HiddenState, type ListState, type UnknownParameter } from './listState.ts'

interface Written {
  /** `?status=active`, or nothing. */
  search: string
  /** For the history entry; never in the address. */
  hidden: { list: HiddenState }
}

/** The address of a list, in the parameters of the API itself; what names people goes to the history entry instead. */
export function writeListState(resource: ResourceMeta, state: ListState, unknown: UnknownParameter[] = []): Written {
  const parameters = new URLSearchParams()
  const isPersonal = (name: string) => fieldOf(resource, name)?.personal === true
  for (const { field, operator, value } of state.filters) {
    if (isPersonal(field)) continue
    for (const text of [value].flat()) parameters.append(joinParameter(field, operator), text)
  }
  for (const { parameter, values } of unknown) for (const value of values) parameters.append(parameter, value)
  if (state.sort.length > 0) {
    parameters.set('_sort', state.sort.map(({ field }) => field).join(','))
    parameters.set('_order', state.sort.map(({ order }) => order).join(','))
  }
  if (state.page > 1 || state.pageSize !== emptyState.pageSize) {
    const start = (state.page - 1) * state.pageSize
    parameters.set('_start', String(start))
    parameters.set('_end', String(start + state.pageSize))
  }
  const search = parameters.size > 0 ? `?${parameters}` : ''
  const filters = state.filters.filter(({ field }) => isPersonal(field))
  return { search, hidden: { list: { q: state.q, filters, trail: state.trail } } }
}
