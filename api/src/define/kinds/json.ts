import { z } from 'zod'
import type { Field, Only, OptionsFor } from '../field.ts'
import type { Samples } from '../samples.ts'

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json }

export type JsonOptions = OptionsFor<Json>

/** Any JSON value, for what programs store: at most 20 levels deep and 64 KiB long. */
export function json<const O extends JsonOptions = Record<never, never>>(
  label: string,
  options?: Only<O, JsonOptions>,
): Field<'json', Json, Json, O> {
  return {
    kind: 'json',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: { type: 'json' },
    input: z.unknown().refine(isStorable, { error: 'invalid.json' }),
    output: z.unknown(),
    operators: ['null'],
    format: {},
    sortable: false,
  }
}

const maxDepth = 20
const maxBytes = 64 * 1024

function isStorable(value: unknown): boolean {
  return isJson(value, 0) && new TextEncoder().encode(JSON.stringify(value)).length <= maxBytes
}

/** The depth is counted on the way down, so that a hostile value cannot exhaust the stack. */
export function isJson(value: unknown, depth: number): value is Json {
  if (typeof value === 'string') return isStorableText(value)
  if (typeof value === 'number') return Number.isFinite(value)
  if (typeof value === 'boolean' || value === null) return true
  if (typeof value !== 'object' || depth >= maxDepth) return false
  if (Array.isArray(value)) return value.every((entry) => isJson(entry, depth + 1))
  return Object.entries(value).every(
    ([key, entry]) => isStorableText(key) && !dangerous.has(key) && isJson(entry, depth + 1),
  )
}

/** PostgreSQL refuses NUL and halves of surrogate pairs inside JSON too. */
function isStorableText(text: string): boolean {
  return /^[^\0\p{Cs}]*$/u.test(text)
}

/** Keys with which a careless merge would change every object of the program. */
const dangerous: ReadonlySet<string> = new Set(['__proto__', 'constructor', 'prototype'])

export const jsonSamples: Samples = {
  field: json('Configuração'),
  good: [
    [
      { a: [1, 2.5, 'três', null, true], b: { c: {} } },
      { a: [1, 2.5, 'três', null, true], b: { c: {} } },
    ],
    [[], []],
    ['texto', 'texto'],
    [0, 0],
    [false, false],
    [nested(20), nested(20)],
  ],
  bad: [
    nested(21),
    nested(1000),
    'x'.repeat(64 * 1024),
    JSON.parse('{"a":{"__proto__":{"admin":true}}}'),
    { constructor: 1 },
    { 'a\u0000': 1 },
    ['\u0000'],
    ['\udc00'],
  ],
  filters: [
    { operator: 'null', value: 'true', finds: [null] },
    {
      operator: 'null',
      value: 'false',
      finds: [{ a: [1, 2.5, 'três', null, true], b: { c: {} } }, [], 'texto', 0, false, nested(20)],
    },
  ],
}

function nested(levels: number): unknown {
  let value: unknown = levels === 0 ? 0 : []
  for (let level = 1; level < levels; level++) value = [value]
  return value
}
