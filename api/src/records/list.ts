import { demand, rowAccess, titleRowsThrough } from '../access/access.ts'
import { rowsOf } from '../access/rows.ts'
import type { Resources } from '../define/resource.ts'
import { partTables } from '../derive/columns.ts'
import { type Page, type PageRequest, pageSql, readPage } from '../store/read/page.ts'
import type { Projection } from '../store/read/projection.ts'
import { countRows, type Total } from '../store/read/total.ts'
import type { Condition } from '../store/sql/condition.ts'
import { conditionKey } from '../store/sql/condition-key.ts'
import { narrow } from '../store/sql/narrow.ts'
import { secondOf, tablesIn } from '../store/sql/tables.ts'
import { bodyTag } from './body-tag.ts'
import { openCursor, sealCursor } from './cursor.ts'
import type { Asking } from './panel.ts'
import { type ListQuery, type Parameters, parseListQuery } from './query.ts'
import { withVirtuals } from './virtuals.ts'

export interface Listed extends Total {
  /** A JSON array of rows. */
  body: string
  /** A hash of the body. */
  etag: string
  /** Continues after the last row; undefined when the page is empty. */
  next?: string
}

/** One page of the records that this person may see and that the parameters ask for. */
export async function list(asking: Asking, parameters: Parameters): Promise<Listed> {
  const { panel, person, resource } = asking
  demand(person, 'read', resource)
  const query = await parseListQuery(asking, parameters)
  const where = narrow([query.where, rowsOf(person, 'read', resource)])
  const bound = boundTo(asking, query)
  const request: PageRequest = {
    ...projectionOf(asking, query.fields),
    where,
    sort: query.sort,
    limit: query.limit,
    offset: query.after === undefined ? query.offset : 0,
    after: query.after === undefined ? undefined : openCursor(panel.cursorKey, query.after, bound),
  }
  const [page, total] = await Promise.all([pageOf(asking, request), totalOf(asking, query.where, where)])
  return { ...total, ...answerOf(page, { ...asking, query, bound }) }
}

/** What is made of a page, kept beside it: a page that is answered from memory is neither hashed nor sealed again. */
const answers = new WeakMap<Page, Map<string, Pick<Listed, 'body' | 'etag' | 'next'>>>()

function answerOf(page: Page, { panel, resource, query, bound }: Asking & { query: ListQuery; bound: string }) {
  const key = `${bound}\n${query.fields}`
  const known: NonNullable<ReturnType<typeof answers.get>> = answers.get(page) ?? new Map()
  answers.set(page, known)
  const kept = known.get(key)
  if (kept) return kept
  const body = withVirtuals(resource, query.fields, page.rows)
  const answer = {
    body,
    etag: bodyTag(body),
    next: page.last && sealCursor(panel.cursorKey, { bound, values: page.last }),
  }
  known.set(key, answer)
  return answer
}

/** What of a record this person is shown. */
export function projectionOf({ panel, person, resource }: Asking, fields: readonly string[]): Projection {
  return {
    resources: panel.resources,
    resource,
    fields,
    sources: [...new Set(fields.flatMap((name) => resource.fields[name]?.options.from ?? []))],
    access: rowAccess(person, resource),
    titles: (from, field, target) => titleRowsThrough(person, from, field, target),
  }
}

function pageOf({ panel: { database, kept, resources } }: Asking, request: PageRequest): Promise<Page> {
  const statement = pageSql(database.engine, request)
  const key = `${statement.sql}\n${JSON.stringify(statement.binds)}`
  return kept.of(key, tablesRead(resources, request), () => readPage(database, statement))
}

function totalOf(
  { panel: { database, kept, resources }, person, resource }: Asking,
  asked: Condition,
  where: Condition,
): Promise<Total> {
  const tables = [resource.table, ...tablesIn(resources, resource, where)]
  const seen = `${conditionKey(rowsOf(person, 'read', resource))} ${secondOf(resources, tables) ?? ''}`
  const key = `total ${resource.table} ${seen} ${JSON.stringify(asked)}`
  return kept.of(key, tables, () => countRows(database, { resources, resource, where }))
}

/** The tables that a page is made of: its own, those whose titles it names, and those that decide what is shown. */
function tablesRead(resources: Resources, request: PageRequest): string[] {
  const { resource, where, access } = request
  const known = tablesShown.get(access) ?? tablesOfProjection(resources, request)
  tablesShown.set(access, known)
  return where.is === 'always' ? known : [...known, ...tablesIn(resources, resource, where)]
}

/** The same for every page of a person. */
const tablesShown = new WeakMap<Projection['access'], string[]>()

function tablesOfProjection(resources: Resources, { resource, access, titles }: PageRequest): string[] {
  const targets = Object.entries(resource.fields).flatMap(([name, { column }]) => {
    const target = column?.type === 'reference' ? resources[column.resource] : undefined
    return target ? [target.table, ...tablesIn(resources, target, titles(resource, name, target))] : []
  })
  const { update, delete: remove, actions, denials, shown, plain, revealable, writable } = access
  const refusing = Object.values(denials).flatMap((rules) => rules.map(({ rows }) => rows))
  const named = [actions, shown, plain, revealable, writable].flatMap((one) => Object.values(one))
  const conditions = [update, remove, ...named, ...refusing]
  return [
    ...new Set([
      resource.table,
      ...partTables(resource),
      ...targets,
      ...conditions.flatMap((part) => tablesIn(resources, resource, part)),
    ]),
  ]
}

function boundTo({ person, resource }: Asking, { sort }: ListQuery): string {
  const order = sort.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join()
  return [person.user.id, person.version, resource.name, order].join('\n')
}
