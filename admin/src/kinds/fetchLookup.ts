import { joinParameter, type RecordCondition, type Scalar } from '@ficha/api/contract'
import { callApi } from '../providers/api.ts'
import type { Reaching } from './picker.ts'

/** A record as one may choose it; the title is missing where it may not be read. */
export interface LookupRow {
  id: number
  title?: string | null
  /** Of a tree: the titles from the root down, `Acme › Sul`. */
  path?: string
}

export interface Lookup {
  rows: LookupRow[]
  /** How many match, which may be more than there are rows. */
  total: number
}

/** @throws ApiError */
export async function fetchLookup(address: string, signal?: AbortSignal): Promise<Lookup> {
  const { body, headers } = await callApi<LookupRow[]>('GET', address, { signal })
  return { rows: body, total: Number(headers.get('X-Total-Count') ?? body.length) }
}

/** The query of a look-up; the conditions stand as the filters of a list. */
export function parametersOf({
  q,
  where = {},
  reaching,
  start = 0,
  end,
}: {
  q?: string
  where?: RecordCondition
  reaching?: Reaching
  start?: number
  end: number
}): URLSearchParams {
  const parameters = new URLSearchParams({ _start: String(start), _end: String(end) })
  if (q) parameters.set('q', q)
  for (const [field, wanted] of Object.entries(where)) {
    if (wanted === null) parameters.set(joinParameter(field, 'null'), 'true')
    else for (const value of [wanted].flat() as Scalar[]) parameters.append(field, String(value)) // null was taken above
  }
  if (reaching) parameters.set(joinParameter(reaching.field, 'reaches'), String(reaching.id))
  return parameters
}
