import type { RecordAccess } from '@ficha/api/contract'
import { currentSession, onFarewell } from './session.ts'

interface Kept {
  access: RecordAccess
  /** Of the rules it was said under: with others it no longer holds. */
  version: string | undefined
}

/** More than any screen shows; what was seen first is forgotten first. */
const mostKept = 5_000

const kept = new Map<string, Kept>()

onFarewell(() => kept.clear())

/** Keeps what the API said may be done to the records of an answer; what is no record is passed over. */
export function rememberAccess(resource: string, answer: unknown): void {
  const version = currentSession().me?.version
  for (const row of [answer].flat()) {
    if (!isJudged(row)) continue
    const key = keyOf(resource, row.id)
    kept.delete(key)
    kept.set(key, { access: row._access, version })
  }
  for (const key of kept.keys()) {
    if (kept.size <= mostKept) return
    kept.delete(key)
  }
}

/** What the API said last of a record; undefined when it has not been read under the present rules. */
export function accessOf(resource: string, id: string | number): RecordAccess | undefined {
  const found = kept.get(keyOf(resource, id))
  return found?.version === currentSession().me?.version ? found?.access : undefined
}

const keyOf = (resource: string, id: string | number): string => `${resource}/${id}`

function isJudged(row: unknown): row is { id: number; _access: RecordAccess } {
  return typeof row === 'object' && row !== null && 'id' in row && '_access' in row && typeof row._access === 'object'
}
