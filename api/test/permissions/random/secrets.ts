import fc from 'fast-check'
import type { Client } from '../../client.ts'
import { settable, viewOf } from '../oracle/view.ts'
import type { Row, Scene } from '../oracle/world.ts'
import { type Ground, valuesOf } from './conditions.ts'
import { subjects } from './rules.ts'

/** One value that somebody cannot see, and another in its place. */
export interface Secret {
  readonly subject: string
  readonly row: Row
  readonly field: string
  readonly value: unknown
}

/** The values that somebody cannot see: every one of a record that is hidden from them, and the hidden ones of others. */
export function secretsOf(scene: Scene): Omit<Secret, 'value'>[] {
  return subjects.flatMap((subject) => {
    const resource = scene.resources[subject]
    const fields = resource ? settable(resource).filter((field) => valuesFor(scene, subject, field).length > 0) : []
    const view = viewOf(scene, subject)
    return (scene.world[subject] ?? []).flatMap((row) => {
      const seen = view.find(({ id }) => id === row.id)
      return fields.filter((field) => !seen || !(field in seen)).map((field) => ({ subject, row, field }))
    })
  })
}

/** Another value for a secret, by chance. */
export function exchanged(ground: Ground, secrets: readonly Omit<Secret, 'value'>[]): fc.Arbitrary<Secret> {
  return fc.constantFrom(...secrets).chain((secret) => {
    const { kind, options } = ground.resources[secret.subject]?.fields[secret.field] ?? {}
    const one = fc.constantFrom(...valuesFor(ground, secret.subject, secret.field))
    const isList = kind === 'multiSelect' || kind === 'manyToMany'
    const value: fc.Arbitrary<unknown> = isList ? fc.uniqueArray(one, { maxLength: 3 }) : one
    const any = options?.required
      ? value
      : fc.oneof({ weight: 4, arbitrary: value }, { weight: 1, arbitrary: fc.constant(null) })
    return any.map((other) => ({ ...secret, value: other }))
  })
}

/** What can stand in a field: what occurs, what it offers, what it may point to, and some texts that do not occur. */
function valuesFor(ground: Ground, subject: string, name: string): (string | number | boolean)[] {
  const { kind, format } = ground.resources[subject]?.fields[name] ?? {}
  return [
    ...valuesOf(ground, subject, name),
    ...(ground.world[format?.resource ?? ''] ?? []).map(({ id }) => id),
    ...(format?.options?.map(({ value }) => value) ?? []),
    ...(kind === 'text' ? ['Zebra', 'Ácaro', 'b_2'] : []),
  ]
}

/** Puts the value there; says whether it could be put. */
export async function exchange(administrator: Client, { subject, row, field, value }: Secret): Promise<boolean> {
  const { status } = await administrator.update(subject, { id: row.id, version: 0 }, { [field]: value }, '*')
  return status === 200
}
