import { fetchLookup, type LookupRow } from './fetchLookup.ts'

/** The most ids one address carries: its length stays far below what proxies accept. */
const idsAtOnce = 100

interface Batch {
  ids: Set<number>
  rows: Promise<Map<number, LookupRow>>
}

const open = new Map<string, Batch>()

/** The record to name an id; everything asked for in one moment at one look-up goes out as one request. */
export async function titleLoader(path: string, id: number): Promise<LookupRow | null> {
  const batch = open.get(path) ?? begin(path)
  batch.ids.add(id)
  return (await batch.rows).get(id) ?? null
}

function begin(path: string): Batch {
  const ids = new Set<number>()
  const rows = new Promise((resolve) => setTimeout(resolve)).then(() => {
    open.delete(path)
    return fetchRows(path, [...ids])
  })
  const batch = { ids, rows }
  open.set(path, batch)
  return batch
}

async function fetchRows(path: string, ids: number[]): Promise<Map<number, LookupRow>> {
  const slices = Array.from({ length: Math.ceil(ids.length / idsAtOnce) }, (_, at) =>
    ids.slice(at * idsAtOnce, (at + 1) * idsAtOnce),
  )
  const answers = await Promise.all(
    slices.map((slice) => fetchLookup(`${path}?ids=${slice.join(',')}&_start=0&_end=${slice.length}`)),
  )
  return new Map(answers.flatMap(({ rows }) => rows).map((row) => [row.id, row]))
}
