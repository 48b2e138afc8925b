import fc from 'fast-check'
import { joinParameter, type Operator, treeOperators } from '../../../src/contract/operators.ts'
import { baseFieldDefinitions } from '../../../src/define/base-fields.ts'
import type { Field } from '../../../src/define/field.ts'
import { parseFilterValue } from '../../../src/define/filter-value.ts'
import type { Resource } from '../../../src/define/resource.ts'
import { matches } from '../../kinds/matches.ts'
import { type Ground, valuesOf } from './conditions.ts'

/** A filter with its meaning in plain code: whether a value that may be read is found. */
export interface Filter {
  readonly field: string
  readonly parameters: readonly [string, string][]
  readonly admits: (value: unknown) => boolean
}

/** What is asked of a list. */
export interface Query {
  readonly filters: readonly Filter[]
  readonly q?: string
  readonly sort: readonly { readonly field: string; readonly descending: boolean }[]
  readonly start: number
  readonly size: number
}

/** Queries whose answer can be worked out from what somebody sees: no part of a tree, no order by titles. */
export function plainQueries(ground: Ground, subject: string): fc.Arbitrary<Query> {
  const fields = fieldsOf(ground, subject)
  const sortable = fields.filter(({ field }) => field.sortable && field.kind !== 'belongsTo').map(({ name }) => name)
  return fc.record({
    filters: fc.uniqueArray(fc.oneof(...fields.flatMap((one) => filterOn(ground, subject, one))), {
      maxLength: 3,
      selector: ({ field }) => field,
    }),
    q: fc.option(fc.constantFrom('a', 'an', 'é', 'ze', '%', '_', '10%', 'ç'), { nil: undefined, freq: 3 }),
    sort: fc.uniqueArray(fc.record({ field: fc.constantFrom(...sortable), descending: fc.boolean() }), {
      minLength: 1,
      maxLength: 3,
      selector: ({ field }) => field,
    }),
    start: fc.constantFrom(0, 0, 0, 2, 5),
    size: fc.constantFrom(200, 200, 3, 7),
  })
}

/** The query as it stands in an address. */
export function addressOf({ filters, q, sort, start, size }: Query): string {
  const parameters = new URLSearchParams(filters.flatMap(({ parameters: some }) => some))
  if (q !== undefined) parameters.set('q', q)
  parameters.set('_sort', sort.map(({ field }) => field).join())
  parameters.set('_order', sort.map(({ descending }) => (descending ? 'desc' : 'asc')).join())
  parameters.set('_start', String(start))
  parameters.set('_end', String(start + size))
  return parameters.toString()
}

/** Anything that can be asked of a list, whoever asks. */
export function anyAddress(ground: Ground, subject: string): fc.Arbitrary<string> {
  const fields = fieldsOf(ground, subject)
  const sortable = fields.filter(({ field }) => field.sortable).map(({ name }) => name)
  const part = fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .oneof(...fields.flatMap((one) => filterOn(ground, subject, one)))
        .map(({ parameters }) => parameters),
    },
    { weight: 1, arbitrary: fc.constantFrom('a', 'é', '%', 'leao').map((q): [string, string][] => [['q', q]]) },
    ...belowPart(ground, subject),
  )
  return fc
    .record({
      parts: fc.array(part, { maxLength: 2 }),
      sort: fc.option(fc.constantFrom(...sortable)),
      order: fc.constantFrom('asc', 'desc'),
      fields: fc.option(
        fc.uniqueArray(fc.constantFrom(...fields.map(({ name }) => name)), { minLength: 1, maxLength: 3 }),
      ),
    })
    .map(({ parts, sort, order, fields }) => {
      const parameters = new URLSearchParams([['_end', '200'], ...parts.flat()])
      if (sort) parameters.set('_sort', sort)
      if (sort) parameters.set('_order', order)
      if (fields) parameters.set('_fields', fields.join())
      return parameters.toString()
    })
}

function belowPart(
  { resources, world }: Ground,
  subject: string,
): { weight: number; arbitrary: fc.Arbitrary<[string, string][]> }[] {
  const resource = resources[subject]
  const trees = [
    ...(resource?.tree ? [{ name: 'id', target: subject }] : []),
    ...Object.entries(resource?.fields ?? {}).flatMap(([name, { kind, format }]) =>
      kind === 'belongsTo' && resources[format.resource ?? '']?.tree ? [{ name, target: format.resource ?? '' }] : [],
    ),
  ]
  return trees.map(({ name, target }) => ({
    weight: 1,
    arbitrary: fc
      .constantFrom(...(world[target] ?? []))
      .chain(({ id }) =>
        fc
          .constantFrom(...(name === 'id' ? ['under'] : ['under', 'reaches']))
          .map((operator): [string, string][] => [[`${name}_${operator}`, String(id)]]),
      ),
  }))
}

interface Named {
  name: string
  field: Field
}

function fieldsOf({ resources }: Ground, subject: string): Named[] {
  const { fields } = resources[subject] as Resource // subjects are those of the ground
  return [
    ...Object.entries(fields).filter(([, { kind }]) => kind !== 'password'),
    ...Object.entries(baseFieldDefinitions),
  ].map(([name, field]) => ({ name, field }))
}

const whole: readonly Operator[] = ['eq', 'ne', 'in', 'nin']

function filterOn(ground: Ground, subject: string, { name, field }: Named): fc.Arbitrary<Filter>[] {
  const texts = valuesOf(ground, subject, name).map(String)
  return field.operators.flatMap((operator): fc.Arbitrary<Filter>[] => {
    const filter = (values: readonly string[]): Filter => {
      const wanted = values.map((text) => parseFilterValue(field, operator, text))
      return {
        field: name,
        parameters: values.map((text) => [joinParameter(name, operator), text]),
        admits: (value) => matches(field, operator, { value, wanted }),
      }
    }
    if (treeOperators.includes(operator)) return []
    if (operator === 'null') return [fc.constantFrom('true', 'false').map((text) => filter([text]))]
    if (operator === 'like' || operator === 'starts')
      return [fc.constantFrom('a', 'Á', 'l', '%', '_1').map((text) => filter([text]))]
    if (texts.length === 0) return []
    const value = fc.constantFrom(...texts)
    if (operator === 'between') return [fc.tuple(value, value).map(filter)]
    if (whole.includes(operator)) return [fc.uniqueArray(value, { minLength: 1, maxLength: 2 }).map(filter)]
    return [value.map((text) => filter([text]))]
  })
}
