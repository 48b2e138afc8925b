import { writableFields } from '../access/access.ts'
import { hashPassword } from '../access/passwords.ts'
import { Forbidden, Invalid } from '../contract/errors.ts'
import type { Warning } from '../contract/problem.ts'
import type { Resource } from '../define/resource.ts'
import { ownBody } from '../derive/validators.ts'
import type { Asking } from './panel.ts'
import type { View } from './read.ts'
import type { Values } from './settle.ts'

/** What a create or an update answers: the record as its author may see it, what to say, and what is odd. */
export interface Saved {
  /** Its id alone, when its author may not see it. */
  record: View | { id: number }
  message: string
  warnings: Warning[]
}

/** @throws Forbidden naming the first key that does not exist or that this person may not write: the two answers are the same */
export function demandWritable(
  { person, resource }: Asking,
  action: 'create' | 'update',
  keys: readonly string[],
): void {
  const writable = new Set(writableFields(person, action, resource))
  const refused = keys.find((key) => !writable.has(key) && !isConfirmation(resource, key))
  if (refused !== undefined)
    throw new Forbidden({ detail: { key: 'forbidden.field', params: { field: refused.slice(0, 100) } } })
}

/** The fields that a body sets: a confirmation is none. */
export function fieldsOf(resource: Resource, body: Values): string[] {
  return Object.keys(body).filter((key) => !isConfirmation(resource, key))
}

function isConfirmation(resource: Resource, key: string): boolean {
  return key.endsWith('Confirmation') && resource.fields[key.slice(0, -'Confirmation'.length)]?.kind === 'password'
}

/**
 * Takes the confirmations away and puts hashes in the place of passwords; an empty password means "as it was".
 * @throws Invalid when a password and its confirmation differ
 */
export async function withHashes(resource: Resource, body: Values): Promise<Values> {
  demandConfirmations(resource, body)
  const values: Values = {}
  for (const [name, value] of Object.entries(body)) {
    if (isConfirmation(resource, name)) continue
    if (resource.fields[name]?.kind !== 'password') values[name] = value
    else if (typeof value === 'string') values[name] = await hashPassword(value)
  }
  return values
}

function demandConfirmations(resource: Resource, body: Values): void {
  for (const name of passwordsOf(resource)) {
    const confirmation = `${name}Confirmation`
    if ((body[name] ?? '') !== (body[confirmation] ?? ''))
      throw new Invalid({ [confirmation]: [{ key: 'invalid.confirmation' }] })
  }
}

function passwordsOf({ fields }: Resource): string[] {
  return Object.keys(fields).filter((name) => fields[name]?.kind === 'password')
}

const ownBodies = new WeakMap<Resource, ReturnType<typeof ownBody>>()

/**
 * What an action writes by itself, judged like what a person sends; a password needs no confirmation there.
 * @throws ZodError
 */
export async function ownValues(resource: Resource, given: Values): Promise<Values> {
  const schema = ownBodies.get(resource) ?? ownBody(resource)
  ownBodies.set(resource, schema)
  const body = schema.parse(Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined)))
  const confirmations = passwordsOf(resource).map((name) => [`${name}Confirmation`, body[name]])
  return withHashes(resource, { ...body, ...Object.fromEntries(confirmations) })
}
