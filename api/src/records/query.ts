import { mayRead, plainWhere, readableFields } from '../access/access.ts'
import { Forbidden, Malformed } from '../contract/errors.ts'
import {
  defaultPageSize,
  listParameters,
  maxPageSize,
  operators,
  splitParameter,
  treeOperators,
} from '../contract/operators.ts'
import type { Field } from '../define/field.ts'
import { parseFilterValue } from '../define/filter-value.ts'
import { fieldOf } from '../derive/columns.ts'
import type { Sort } from '../store/read/page.ts'
import { all, any, type Condition, never, not, recordCondition } from '../store/sql/condition.ts'
import type { Asking } from './panel.ts'
import { searchCondition } from './search.ts'
import { treeCondition } from './tree-filter.ts'

/** Query parameters as they arrive: a name may stand there several times. */
export type Parameters = Readonly<Record<string, string | string[]>>

export interface ListQuery {
  fields: readonly string[]
  /** Of filters and search alone: rights come on top. */
  where: Condition
  sort: Sort[]
  offset: number
  limit: number
  after?: string
}

/** Deepest page by number; beyond it `_after` walks at constant cost. */
const maxOffset = 1_000_000

/**
 * Reads the parameters of a list. Nothing is ignored: what is unknown, repeated or out of bounds is refused.
 * @throws Malformed for a parameter, operator, value or page that cannot be
 * @throws Forbidden for a field that does not exist or that this person may never read: the two answers are the same
 */
export async function parseListQuery(asking: Asking, parameters: Parameters): Promise<ListQuery> {
  const conditions: Condition[] = []
  for (const [parameter, given] of Object.entries(parameters)) {
    if (parameter !== 'id' && listParameters.some((known) => known === parameter)) continue
    conditions.push(await filterCondition(asking, parameter, [given].flat()))
  }
  const q = single(parameters, 'q')
  if (q !== undefined) conditions.push(searchCondition(asking, q))
  return {
    fields: parseFields(asking, single(parameters, '_fields')),
    where: all(conditions),
    sort: parseSort(asking, single(parameters, '_sort'), single(parameters, '_order')),
    ...parsePage(parameters),
    after: single(parameters, '_after'),
  }
}

function single(parameters: Parameters, parameter: string): string | undefined {
  const given = parameters[parameter]
  if (Array.isArray(given)) throw new Malformed({ key: 'malformed.repeated', params: { parameter } })
  return given
}

/** A field that the request names. */
export function demandReadable({ person, resource }: Asking, name: string): Field {
  const field = fieldOf(resource, name)
  if (!field || !mayRead(person, resource, name))
    throw new Forbidden({ detail: { key: 'forbidden.field', params: { field: name } } })
  return field
}

/** The field of a filter or a sort: what is masked may be compared by those alone who may see it whole. */
function demandComparable(asking: Asking, name: string): Field {
  const field = demandReadable(asking, name)
  if (plainWhere(asking.person, asking.resource, name).is === 'never')
    throw new Forbidden({ detail: { key: 'forbidden.masked', params: { field: name } } })
  return field
}

/** A filter looks only into rows where its field may be read, also when it asks for what a field is not. */
async function filterCondition(asking: Asking, parameter: string, given: readonly string[]): Promise<Condition> {
  if (parameter.startsWith('_')) throw new Malformed({ key: 'malformed.parameter', params: { parameter } })
  const split = splitUnknown(asking, parameter)
  const condition = await comparison(asking, parameter, split, given)
  return all([plainWhere(asking.person, asking.resource, split.field), condition])
}

type Split = ReturnType<typeof splitParameter>

async function comparison(
  asking: Asking,
  parameter: string,
  { field: name, operator }: Split,
  given: readonly string[],
): Promise<Condition> {
  const field = demandComparable(asking, name)
  if (!field.operators.includes(operator)) throw unknownOperator(parameter, field)
  const many =
    operator === 'in' ||
    operator === 'nin' ||
    operator === 'between' ||
    ((operator === 'eq' || operator === 'ne') && given.length > 1)
  if (!many && given.length > 1) throw new Malformed({ key: 'malformed.repeated', params: { parameter } })
  const texts = many ? listed(field, given) : given
  if (operator === 'null') return emptiness(name, parseFilterValue(field, operator, texts[0] ?? '') === true)
  const values = texts.map((text) => parseFilterValue(field, operator, text))
  if (operator === 'between') return between(parameter, name, values)
  if (operator === 'under' || operator === 'reaches')
    return inTree(asking, parameter, { field: name, operator }, values.map(Number))
  if (field.kind === 'virtual') return any(values.map((value) => computed(field, value === true)))
  if (operator === 'in' || (operator === 'eq' && many))
    return { is: 'field', field: name, operator: 'in', value: values }
  if (operator === 'nin' || (operator === 'ne' && many))
    return not({ is: 'field', field: name, operator: 'in', value: values })
  if (values[0] === undefined) return never
  if (operator === 'ne') return not({ is: 'field', field: name, operator: 'eq', value: values[0] })
  return { is: 'field', field: name, operator, value: values[0] }
}

/** `name_foo` where `name` is a field is an unknown operator, not an unknown field. */
function splitUnknown({ person, resource }: Asking, parameter: string): Split {
  const split = splitParameter(parameter)
  if (fieldOf(resource, split.field) || split.operator !== 'eq') return split
  const at = parameter.lastIndexOf('_')
  const name = parameter.slice(0, Math.max(at, 0))
  const field = fieldOf(resource, name)
  if (field && mayRead(person, resource, name)) throw unknownOperator(parameter, field)
  return split
}

function unknownOperator(parameter: string, field: Field): Malformed {
  const known = operators.filter((operator) => field.operators.includes(operator)).join(', ')
  return new Malformed({ key: 'malformed.operator', params: { parameter, operators: known || '—' } })
}

/** Repeated parameters, and commas where no value can hold one; an empty text is the empty list. */
function listed(field: Field, given: readonly string[]): string[] {
  const hasCommas = field.search !== undefined || field.kind === 'json'
  const texts = hasCommas ? [...given] : given.flatMap((text) => text.split(','))
  return texts.length === 1 && texts[0] === '' ? [] : texts
}

/** A virtual value that can be filtered is the condition it was declared by. */
function computed({ options }: Field, wanted: boolean): Condition {
  const condition = recordCondition(options.when ?? {})
  return wanted ? condition : not(condition)
}

function emptiness(field: string, empty: boolean): Condition {
  const condition: Condition = { is: 'field', field, operator: 'null' }
  return empty ? condition : not(condition)
}

function between(parameter: string, field: string, values: readonly unknown[]): Condition {
  if (values.length !== 2) throw new Malformed({ key: 'malformed.between', params: { parameter } })
  return all([
    { is: 'field', field, operator: 'gte', value: values[0] },
    { is: 'field', field, operator: 'lte', value: values[1] },
  ])
}

async function inTree(asking: Asking, parameter: string, { field: name, operator }: Split, ids: number[]) {
  const condition = await treeCondition(asking, { name, operator, ids })
  if (condition) return condition
  const field = demandReadable(asking, name)
  throw unknownOperator(parameter, {
    ...field,
    operators: field.operators.filter((known) => !treeOperators.includes(known)),
  })
}

function parseFields(asking: Asking, given: string | undefined): readonly string[] {
  const readable = readableFields(asking.person, asking.resource)
  if (given === undefined) return readable
  const wanted = given.split(',').filter((name) => name !== 'version')
  for (const name of wanted) demandReadable(asking, name)
  return readable.filter((name) => wanted.includes(name))
}

function parseSort(asking: Asking, sort: string | undefined, order: string | undefined): Sort[] {
  const fallback = defaultSort(asking)
  const names = (sort ?? fallback.replace(/^-/, '')).split(',')
  const directions = (order ?? (sort === undefined && fallback.startsWith('-') ? 'desc' : '')).toLowerCase().split(',')
  if (order !== undefined && sort === undefined) throw new Malformed({ key: 'malformed.sort' })
  if (directions.length > names.length || names.length > 5 || new Set(names).size < names.length)
    throw new Malformed({ key: 'malformed.sort' })
  return names.map((field, index) => {
    const direction = directions[index] ?? 'asc'
    if (!demandComparable(asking, field).sortable || !['', 'asc', 'desc'].includes(direction))
      throw new Malformed({ key: 'malformed.sort' })
    return { field, descending: direction === 'desc' }
  })
}

/** The order of the definition, as far as this person may know it. */
function defaultSort({ person, resource }: Asking): string {
  const { sort } = resource.list
  return plainWhere(person, resource, sort.replace(/^-/, '')).is === 'never' ? 'id' : sort
}

/** Records named by their ids are all given, as far as a page holds them; any other list begins with its first few. */
/**
 * The part of a list that is asked for.
 * @throws Malformed
 */
export function parsePage(parameters: Parameters): { offset: number; limit: number } {
  const [start, end] = [single(parameters, '_start'), single(parameters, '_end')]
  const isNumber = (given = '0') => /^(0|[1-9]\d{0,8})$/.test(given)
  const offset = Number(start ?? 0)
  const named = new Set([parameters.id ?? []].flat()).size
  const limit = end === undefined ? Math.max(defaultPageSize, named) : Number(end) - offset
  const isTooDeep = offset > maxOffset && parameters._after === undefined
  if (!isNumber(start) || !isNumber(end) || limit < 1 || limit > maxPageSize || isTooDeep)
    throw new Malformed({ key: 'malformed.page', params: { maximum: maxPageSize } })
  return { offset, limit }
}
