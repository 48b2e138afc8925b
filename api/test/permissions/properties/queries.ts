import fc from 'fast-check'
import { expect } from 'vitest'
import { fold } from '../../../src/contract/fold.ts'
import { baseFieldDefinitions } from '../../../src/define/base-fields.ts'
import type { Field } from '../../../src/define/field.ts'
import type { Resource } from '../../../src/define/resource.ts'
import { isNever } from '../oracle/rights.ts'
import { type Seen, viewOf } from '../oracle/view.ts'
import type { Who } from '../oracle/world.ts'
import { addressOf, plainQueries, type Query } from '../random/queries.ts'
import { people, subjects } from '../random/rules.ts'
import type { Stage } from './stage.ts'

/** Filters, search, order, pages and totals are those of the view: what is hidden is neither found, nor counted, nor orders anything. Gives how many queries found something. */
export async function findsInTheViewAlone(stage: Stage, numRuns: number): Promise<number> {
  let finding = 0
  const asked = fc.constantFrom(...subjects).chain((subject) =>
    fc.record({
      subject: fc.constant(subject),
      queries: fc.array(plainQueries(stage, subject), { minLength: 4, maxLength: 8 }),
    }),
  )
  await fc.assert(
    fc.asyncProperty(people(stage, stage.identity), asked, async (who, { subject, queries }) => {
      await stage.become(who)
      const view = viewOf(stage.sceneOf(who), subject)
      if (view.length === 0) return
      for (const query of queries) finding += Number(await queryAnswered(stage, { who, subject, view, query }))
    }),
    { numRuns },
  )
  return finding
}

interface Asked {
  who: Who
  subject: string
  view: readonly Seen[]
  query: Query
}

async function queryAnswered(stage: Stage, { who, subject, view, query }: Asked): Promise<boolean> {
  const address = addressOf(query)
  const { status, headers, body } = await stage.client.list(subject, address)
  const named = [...query.filters, ...query.sort].map(({ field }) => field)
  const isNowhere = (field: string) => field !== 'id' && !view.some((row) => field in row)
  if (
    named.some((field) => field !== 'id' && isNever(who, { action: 'read', subject, field })) ||
    (status === 403 && named.some(isNowhere))
  ) {
    expect({ address, status }).toEqual({ address, status: 403 })
    return false
  }
  const resource = stage.resources[subject] as Resource // subjects are those of the stage
  const found = view.filter((row) => isFound(resource, row, query)).toSorted(inOrder(resource, query))
  const page = found.slice(query.start, query.start + query.size).map(({ id }) => id)
  expect({ address, status, ids: body?.map?.(({ id }: Seen) => id), total: headers.get('X-Total-Count') }).toEqual({
    address,
    status: 200,
    ids: page,
    total: String(found.length),
  })
  return found.length > 0
}

function isFound({ fields, list }: Resource, row: Seen, { filters, q }: Query): boolean {
  const contains = (name: string) => {
    const wanted = fields[name]?.search?.normalise(q ?? '')
    const value = row[name]
    return typeof value === 'string' && wanted !== undefined && wanted !== '' && fold(value).includes(wanted)
  }
  return (
    filters.every(({ field, admits }) => field in row && admits(row[field])) &&
    (q === undefined || list.search.some(contains))
  )
}

/** Hidden and empty values stand last in either direction, and no two records are equal. */
function inOrder(resource: Resource, { sort }: Query): (one: Seen, other: Seen) => number {
  return (one, other) => {
    for (const { field, descending } of sort) {
      const [a, b] = [sortable(resource, field, one[field]), sortable(resource, field, other[field])]
      if (a === b) continue
      if (a === null) return 1
      if (b === null) return -1
      return a < b === descending ? 1 : -1
    }
    return sort.at(-1)?.descending ? other.id - one.id : one.id - other.id
  }
}

function sortable({ fields }: Resource, name: string, value: unknown): string | number | null {
  const field: Field = fields[name] ?? baseFieldDefinitions[name as keyof typeof baseFieldDefinitions]
  if (value === undefined || value === null) return null
  if (field.kind === 'dateTime') return Date.parse(String(value))
  if (typeof value === 'boolean') return Number(value)
  return field.search?.column === 'folded' ? fold(String(value)) : (value as string | number) // of a kind that sorts as it is
}
