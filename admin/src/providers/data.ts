import type {
  BaseKey,
  BaseRecord,
  CreateParams,
  DataProvider,
  DeleteOneParams,
  GetListParams,
  GetManyParams,
  GetOneParams,
  MetaQuery,
  UpdateParams,
} from '@refinedev/core'
import simpleRest, { axiosInstance } from '@refinedev/simple-rest'
import { ApiError, callApi, type Method } from './api.ts'
import { pathOf } from './paths.ts'
import { rememberAccess } from './recordAccess.ts'
import { wireFilters } from './wire.ts'

/** What an answer to a list carries beside its rows. */
export interface ListFacts {
  /** There are more rows than the total says. */
  totalCapped: boolean
  /** The total is an estimate. */
  totalEstimated: boolean
  /** Where the next page begins, for walking any depth. */
  nextCursor?: string
}

/** The only keys of Refine's `meta` that reach the wire: the rest of it may come from the address bar. */
interface WireMeta {
  /** The version that was read, or `*`. */
  ifMatch?: number | string
  /** Narrows the fields of a row. */
  fields?: readonly string[]
  /** The search text. */
  q?: string
  /** What the API would refuse, and the person wants all the same. */
  overrides?: readonly string[]
  signal?: AbortSignal
}

/**
 * simple-rest, with what it cannot say of Ficha's wire: operators, `If-Match`, the errors of fields.
 * The answer to a list also carries its `ListFacts`.
 */
export const dataProvider: DataProvider = {
  getApiUrl: () => '/api',

  async getList<T extends BaseRecord>({ resource, filters, meta, ...rest }: GetListParams) {
    const { q, fields, signal } = wireMeta(meta)
    const parameters = wireFilters([
      ...(filters ?? []),
      { field: 'q', operator: 'eq', value: q?.trim() },
      { field: '_fields', operator: 'eq', value: fields?.join(',') },
    ])
    const facts: ListFacts = { totalCapped: false, totalEstimated: false }
    const rows = await simpleRestWith(resource, { signal, facts }).getList<T>({
      resource: pathOf(resource),
      filters: parameters,
      ...rest,
    })
    return { ...facts, ...rows }
  },

  async getOne<T extends BaseRecord>({ resource, id, meta }: GetOneParams) {
    const { signal } = wireMeta(meta)
    return simpleRestWith(resource, { signal }).getOne<T>({ resource: pathOf(resource), id: segment(id) })
  },

  async getMany<T extends BaseRecord>({ resource, ids, meta }: GetManyParams) {
    const wanted = [...new Set(ids.filter((id) => id !== null && id !== undefined))]
    // Without an id the API would answer its first page.
    if (wanted.length === 0) return { data: [] }
    const { signal } = wireMeta(meta)
    return simpleRestWith(resource, { signal }).getMany<T>({ resource: pathOf(resource), ids: wanted })
  },

  async create<T extends BaseRecord, V>({ resource, variables }: CreateParams<V>) {
    return simpleRestWith(resource).create<T, V>({ resource: pathOf(resource), variables })
  },

  async update<T extends BaseRecord, V>({ resource, id, variables, meta }: UpdateParams<V>) {
    const { ifMatch, overrides } = wireMeta(meta)
    return simpleRestWith(resource, { ifMatch, overrides }).update<T, V>({
      resource: pathOf(resource),
      id: segment(id),
      variables,
    })
  },

  async deleteOne<T extends BaseRecord, V>({ resource, id, meta }: DeleteOneParams<V>) {
    const { ifMatch } = wireMeta(meta)
    return simpleRestWith(resource, { ifMatch }).deleteOne<T, V>({ resource: pathOf(resource), id: segment(id) })
  },
}

interface Carried {
  ifMatch?: number | string
  overrides?: readonly string[]
  signal?: AbortSignal
  /** Filled from the headers of the answer. */
  facts?: ListFacts
}

/** simple-rest over `callApi`: one way to the API, with its language, its errors and its sign-in dialog. What it says of records is kept. */
function simpleRestWith(resource: string, { ifMatch, overrides = [], signal, facts }: Carried = {}) {
  const client = axiosInstance.create({
    transformRequest: [(body) => body],
    transformResponse: [(body) => body],
    async adapter(config) {
      const { body, headers } = await callApi<unknown>(methodOf(config.method), pathUnderApi(config.url), {
        body: config.data,
        ifMatch,
        headers: overrides.length > 0 ? { 'X-Override': overrides.join(',') } : undefined,
        signal,
      }).catch((error: unknown) => {
        if (error instanceof ApiError) rememberAccess(resource, error.problem?.current)
        throw error
      })
      rememberAccess(resource, body)
      if (facts) Object.assign(facts, listFacts(headers))
      return { data: body, status: 200, statusText: 'OK', headers: Object.fromEntries(headers), config }
    },
  })
  return simpleRest('/api', client)
}

function methodOf(method = 'get'): Method {
  const known = (['GET', 'POST', 'PATCH', 'DELETE'] as const).find((name) => name === method.toUpperCase())
  if (!known) throw new Error(`The API takes no ${method}`)
  return known
}

const pathUnderApi = (url = ''): string => url.slice('/api'.length)

function listFacts(headers: Headers): ListFacts {
  return {
    totalCapped: headers.get('X-Total-Capped') === 'true',
    totalEstimated: headers.get('X-Total-Estimated') === 'true',
    nextCursor: headers.get('X-Next-Cursor') ?? undefined,
  }
}

/** An id as one segment of a path, whatever the address bar held. */
const segment = (id: BaseKey): string => encodeURIComponent(id)

function wireMeta(meta: MetaQuery = {}): WireMeta {
  const { ifMatch, fields, q, overrides, queryContext } = meta
  return {
    ifMatch: typeof ifMatch === 'number' || typeof ifMatch === 'string' ? ifMatch : undefined,
    fields: Array.isArray(fields) ? fields.map(String) : undefined,
    q: typeof q === 'string' ? q : undefined,
    overrides: Array.isArray(overrides) ? overrides.map(String) : undefined,
    signal: queryContext?.signal,
  }
}
