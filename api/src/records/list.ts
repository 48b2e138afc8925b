import { demand, recordAccessJson, rowsOf } from '../access/access.ts'
import { type Page, type PageRequest, pageSql, readPage } from '../store/read/page.ts'
import { countRows, type Total } from '../store/read/total.ts'
import { all } from '../store/sql/condition.ts'
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
  const where = all([rowsOf(person, 'read', resource), query.where])
  const bound = boundTo(asking, query)
  const request: PageRequest = {
    ...projectionOf(asking, query.fields),
    where,
    sort: query.sort,
    limit: query.limit,
    offset: query.after === undefined ? query.offset : 0,
    after: query.after === undefined ? undefined : openCursor(panel.cursorKey, query.after, bound),
  }
  const [page, total] = await Promise.all([pageOf(asking, request), totalOf(asking, where)])
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
export function projectionOf({ panel, person, resource }: Asking, fields: readonly string[]) {
  return {
    resources: panel.resources,
    resource,
    fields: neededFields(resource, fields),
    access: recordAccessJson(person, resource),
    titles: (target: typeof resource) => rowsOf(person, 'read', target),
  }
}

/** A computed field is worked out from others, which are read along and taken away again if nobody asked for them. */
function neededFields(resource: Asking['resource'], fields: readonly string[]): string[] {
  const sources = fields.flatMap((name) => resource.fields[name]?.options.from ?? [])
  return [...new Set([...fields, ...sources])]
}

function pageOf({ panel: { database, kept, resources }, resource }: Asking, request: PageRequest): Promise<Page> {
  const statement = pageSql(database.engine, request)
  const key = `${statement.sql}\n${JSON.stringify(statement.binds)}`
  return kept.of(key, tablesRead(resource, resources), () => readPage(database, statement))
}

function totalOf({ panel: { database, kept }, resource }: Asking, where: PageRequest['where']): Promise<Total> {
  const key = `total ${resource.table} ${JSON.stringify(where)}`
  return kept.of(key, [resource.table], () => countRows(database, resource, where))
}

/** The tables whose rows a page shows: its own and those whose titles it names. */
function tablesRead(resource: Asking['resource'], resources: Asking['panel']['resources']): string[] {
  const targets = Object.values(resource.fields).flatMap(({ column }) =>
    column?.type === 'reference' ? (resources[column.resource]?.table ?? []) : [],
  )
  return [...new Set([resource.table, ...targets])]
}

function boundTo({ person, resource }: Asking, { sort }: ListQuery): string {
  const order = sort.map(({ field, descending }) => `${descending ? '-' : ''}${field}`).join()
  return [person.user.id, person.version, resource.name, order].join('\n')
}
