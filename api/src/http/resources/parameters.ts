import type { Context } from 'hono'
import { z } from 'zod'
import { Malformed, PreconditionRequired } from '../../contract/errors.ts'
import { overrides } from '../../contract/permissions.ts'
import { parseId } from '../../define/record-id.ts'
import type { Parameters } from '../../records/query.ts'
import type { Expected } from '../../records/update.ts'

/** An id as an address carries it. */
export const idText = z.string().refine((text) => parseId(text) !== undefined)

/** The part of an address that names a record. Anything but an id is a 400, never another record. */
export function idOf(text: string): number {
  const id = parseId(text)
  if (id === undefined) throw new Malformed({ key: 'malformed.id' })
  return id
}

/** The parameters of a list as they arrive; the verb reads them, since what they may be depends on the resource and on the person. */
export const listParameters = z.record(z.string(), z.union([z.string(), z.array(z.string())]))

/**
 * The version that `If-Match` names.
 * @throws PreconditionRequired without the header, Malformed for anything but `"7"` or `*`
 */
export function expectedOf(c: Context): Expected {
  const header = c.req.header('If-Match')?.trim()
  if (header === undefined || header === '') throw new PreconditionRequired()
  if (header === '*') return '*'
  const version = /^"([1-9]\d{0,9})"$/.exec(header)?.[1]
  if (version === undefined) throw new Malformed({ key: 'malformed.ifMatch' })
  return Number(version)
}

/**
 * What `X-Override` names, words between commas: what would be refused for the person's own sake is done all the same.
 * @throws Malformed for a word that there is not
 */
export function overridesOf(c: Context): ReadonlySet<string> {
  const words = (c.req.header('X-Override') ?? '').split(',').map((word) => word.trim())
  const given = words.filter((word) => word !== '')
  const unknown = given.find((word) => !overrides.some((known) => known === word))
  if (unknown !== undefined)
    throw new Malformed({
      key: 'malformed.override',
      params: { word: unknown.slice(0, 100), words: overrides.join(', ') },
    })
  return new Set(given)
}

/** Query parameters, repeated ones as lists; every name counts, `__proto__` too. */
export function parametersOf(c: Context): Parameters {
  const given = new Map<string, string[]>()
  for (const [name, value] of new URL(c.req.url).searchParams) given.set(name, [...(given.get(name) ?? []), value])
  return Object.fromEntries(
    [...given].map(([name, values]) => [name, values.length === 1 ? (values[0] ?? '') : values]),
  )
}
