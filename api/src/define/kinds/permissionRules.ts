import { z } from 'zod'
import type { Rule } from '../../contract/permissions.ts'
import type { Field, FieldOptions, Only } from '../field.ts'
import type { Samples } from '../samples.ts'
import { isJson } from './json.ts'

/** Rules of a permission group in their order, kept as rows of a table of their own and changed only all together. */
export function permissionRules<const O extends FieldOptions = Record<never, never>>(
  label: string,
  options?: Only<O, FieldOptions>,
): Field<'permissionRules', Required<Rule>[], readonly Rule[], O> {
  return {
    kind: 'permissionRules',
    label,
    options: options ?? ({} as O), // left out, `O` is the empty object
    column: null,
    input: z.array(rule).max(200),
    output: z.array(z.record(z.string(), z.unknown())),
    operators: [],
    format: {},
    sortable: false,
  }
}

const maxBytes = 16 * 1024

const wrong = { error: 'invalid.rules' }

/** An exact name: no pattern stands for several. */
const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,63}$/)

const names = (maximum: number) =>
  z
    .array(name)
    .min(1)
    .max(maximum)
    .refine((given) => new Set(given).size === given.length, wrong)

/** What the names mean is judged when a group is saved, and again when its rules are loaded. */
const conditions = z
  .unknown()
  .refine((given) => typeof given === 'object' && !Array.isArray(given) && isJson(given, 0), wrong)
  .default(null)

const rule = z
  .strictObject({
    id: z
      .string()
      .regex(/^r_[1-9]\d{0,9}$/)
      .optional(),
    actions: names(50),
    subject: name,
    fields: names(200).nullable().default(null),
    conditions,
    check: conditions,
    inverted: z.boolean().default(false),
    reason: z
      .string()
      .trim()
      .max(300)
      .regex(/^[^\0\p{Cs}]*$/u)
      .nullable()
      .default(null),
    status: z.enum(['ok', 'needs_review']).default('ok'),
  })
  .refine((given) => new TextEncoder().encode(JSON.stringify(given)).length <= maxBytes, wrong)

const whole: Required<Rule> = {
  id: 'r_17',
  actions: ['read', 'update'],
  subject: 'customer',
  fields: ['name', 'email'],
  conditions: { brand: { $under: `\${user.brand}` }, status: { $in: ['active', 'blocked'] } },
  check: {},
  inverted: false,
  reason: 'Cada um na sua marca',
  status: 'ok',
}

const least = { actions: ['read'], subject: 'brand' }

export const permissionRulesSamples: Samples = {
  field: permissionRules('Regras'),
  good: [
    [[], []],
    [[whole], [whole]],
    [[least], [{ ...least, fields: null, conditions: null, check: null, inverted: false, reason: null, status: 'ok' }]],
  ],
  bad: [
    {},
    'read',
    [null],
    [{ ...least, actions: [] }],
    [{ ...least, actions: ['read', 'read'] }],
    [{ ...least, actions: 'read' }],
    [{ ...least, subject: '' }],
    [{ ...least, subject: null }],
    [{ ...least, fields: [] }],
    [{ ...least, fields: '' }],
    [{ ...least, fields: ['**a**a**a**b'] }],
    [{ ...least, conditions: '' }],
    [{ ...least, conditions: [] }],
    [{ ...least, inverted: 'false' }],
    [{ ...least, reason: 'x'.repeat(301) }],
    [{ ...least, constructor: 1 }],
    [{ ...least, conditions: { constructor: 1 } }],
    [{ ...least, conditions: JSON.parse('{"__proto__":{"brand":1}}') }],
    [{ ...least, conditions: { name: 'x'.repeat(17_000) } }],
    [{ ...least, id: '17' }],
    Array.from({ length: 201 }, () => least),
  ],
  filters: [],
  note: 'Without a value it is the empty list.',
}
