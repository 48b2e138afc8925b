import { isDeepStrictEqual } from 'node:util'
import type { Resource } from '../../define/resource.ts'
import type { Changes } from '../../store/history.ts'
import type { View } from '../read.ts'

/** A record before and after, whole; undefined where there is none. */
export interface Images {
  readonly before?: View
  readonly after?: View
}

/** What is different. The reason of a status stands with the change that it was given for, also when the words are the same again. */
export function changesOf({ fields }: Pick<Resource, 'fields'>, { before, after }: Images): Changes {
  const values = (name: string) => [plain(before?.[name]), plain(after?.[name])] as const
  const stored = Object.keys(fields).filter((name) => !['virtual', 'password'].includes(fields[name]?.kind ?? ''))
  const changed = stored.filter((name) => !isDeepStrictEqual(...values(name)))
  const reasons = changed.flatMap((name) => fields[name]?.format.reason?.field ?? [])
  const told = stored.filter((name) => changed.includes(name) || (reasons.includes(name) && !isEmpty(after?.[name])))
  return Object.fromEntries(told.map((name) => [name, values(name)]))
}

/** References as ids, no list as an empty one: what is not there is null. */
function plain(value: unknown): unknown {
  if (isEmpty(value)) return null
  return typeof value === 'object' && value !== null && 'id' in value && 'title' in value ? value.id : value
}

function isEmpty(value: unknown): boolean {
  return value === undefined || value === null || (Array.isArray(value) && value.length === 0)
}
