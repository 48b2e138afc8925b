import { today } from '../../contract/formats/date.ts'
import { placeholderTypes } from '../../contract/permissions.ts'
import type { Field } from '../../define/field.ts'
import { unresolved } from './parse.ts'

/** What of a person the rules may speak of. */
export interface Scope {
  readonly id: number
  readonly email: string
  readonly brand: number | null
}

const now = /^now(?:([+-])(\d{1,6})([dhm]))?$/
const unitMs = { d: 86_400_000, h: 3_600_000, m: 60_000 } as const

/** Whether a rule may compare the field with the placeholder. */
export function suits(name: string, field: Field): boolean {
  const word = name.startsWith('now') ? 'now' : name
  if (!Object.hasOwn(placeholderTypes, word)) return false
  switch (placeholderTypes[word as keyof typeof placeholderTypes]) {
    case 'id':
      return field.format.resource === 'user' || field.kind === 'integer'
    case 'brand':
      return field.format.resource === 'brand' || field.kind === 'integer'
    case 'text':
      return field.column?.type === 'string' || field.column?.type === 'text'
    case 'instant':
      return now.test(name) && (field.column?.type === 'instant' || field.column?.type === 'date')
  }
}

/** The value of a placeholder for a person at an instant, or on the day it then is for the business; `unresolved` where they have none, undefined where there is no such word. */
export function filledIn(scope: Scope, atMs: number) {
  return (name: string, field: Field): unknown => {
    if (!suits(name, field)) return undefined
    if (name === 'user.id') return scope.id
    if (name === 'user.brand') return scope.brand ?? unresolved
    if (name === 'user.email') return scope.email || unresolved
    const [, sign, count = '0', unit] = now.exec(name) ?? []
    const offset = Number(count) * (unit ? unitMs[unit as keyof typeof unitMs] : 0) * (sign === '-' ? -1 : 1)
    const instant = new Date(atMs + offset)
    return field.column?.type === 'date' ? today(instant) : instant.toISOString()
  }
}

/** The placeholders as they are, for what must hold whoever the person is. */
export function keptSymbolic(name: string, field: Field): unknown {
  return suits(name, field) ? { placeholder: name } : undefined
}
