import { z } from 'zod'
import { maxPageSize } from '../contract/operators.ts'
import type { Action } from '../define/action.ts'
import type { Field } from '../define/field.ts'
import { recordId } from '../define/record-id.ts'
import type { Resource } from '../define/resource.ts'
import { isAlwaysThere } from './columns.ts'

/** The body of a create: what must be there, what may, and nothing else. */
export function createBody(resource: Resource): z.ZodObject {
  return body(resource.fields, (field) => !isComputed(field), true)
}

/** The body of an update: any field that may change after the record was made. */
export function updateBody(resource: Resource): z.ZodObject {
  return body(resource.fields, (field) => !isComputed(field) && !field.options.createOnly, false)
}

/** What an action writes by itself: read-only and create-only fields too. */
export function ownBody(resource: Resource): z.ZodObject {
  return body(resource.fields, ({ kind }) => kind !== 'virtual', false)
}

/** The input of an action: what its dialog asks for. */
export function actionBody(fields: Resource['fields']): z.ZodObject {
  return body(fields, (field) => field.kind !== 'virtual', true)
}

/** The records that a bulk action runs on; a version may be left out under `If-Match: *`. */
const bulkTargets = z
  .array(z.strictObject({ id: recordId, version: z.int().positive().optional() }))
  .min(1)
  .max(maxPageSize)

interface ManyBody {
  records?: z.output<typeof bulkTargets>
  input?: Record<string, unknown>
}

/**
 * The body of an action on many records or on the whole resource. Where it is for both, naming records says which.
 * @param input its `actionBody`
 */
export function manyBody({ on }: Pick<Action, 'on'>, input: z.ZodType<Record<string, unknown>>): z.ZodType<ManyBody> {
  if (!on.includes('bulk')) return z.strictObject({ input: input.optional() })
  const records = on.includes('resource') ? bulkTargets.optional() : bulkTargets
  return z.strictObject({ records, input: input.optional() })
}

/** What reading a record gives; conditionally hidden fields make every key but `id` optional. */
export function recordShape(resource: Resource): z.ZodObject {
  const fields = Object.entries(resource.fields).filter(([, { kind }]) => kind !== 'password')
  return z.strictObject({
    id: z.int(),
    version: z.int(),
    ...Object.fromEntries(
      fields.map(([name, field]) => [name, (isAlwaysThere(field) ? shown(field) : shown(field).nullable()).optional()]),
    ),
    createdAt: z.iso.datetime().optional(),
    updatedAt: z.iso.datetime().optional(),
    _access: z.strictObject({
      update: z.boolean(),
      delete: z.boolean(),
      actions: z.array(z.string()),
      fields: z.strictObject({
        hidden: z.array(z.string()),
        readonly: z.array(z.string()),
        masked: z.array(z.string()).optional(),
        revealable: z.array(z.string()).optional(),
      }),
      why: z.record(z.string(), z.string()).optional(),
    }),
  })
}

/** A masked value is some text to whoever sees it in part. */
function shown({ options, output }: Field): z.ZodType {
  return options.masked ? z.string() : output
}

/** What a save answers: the record, what to say, and what is odd about it. */
export function savedShape(resource: Resource): z.ZodObject {
  return recordShape(resource).extend({
    _message: z.string(),
    _warnings: z.array(z.strictObject({ field: z.string(), text: z.string() })).optional(),
  })
}

/** Blank texts mean "no value" where a text is what the field takes. Runs before the schema, on the fields it knows. */
export function blankToNull(fields: Resource['fields']): (body: unknown) => unknown {
  return (body) => {
    if (typeof body !== 'object' || body === null || Array.isArray(body)) return body
    return Object.fromEntries(
      Object.entries(body).map(([name, value]) => {
        const field = Object.hasOwn(fields, name) ? fields[name] : undefined
        return [name, field && takesText(field) && typeof value === 'string' && value.trim() === '' ? null : value]
      }),
    )
  }
}

function takesText({ column }: Field): boolean {
  return column !== null && ['string', 'text', 'date', 'instant'].includes(column.type)
}

/** Set by the server alone. */
function isComputed(field: Field): boolean {
  return field.kind === 'virtual' || field.options.readOnly === true
}

function body(fields: Resource['fields'], takes: (field: Field) => boolean, asks: boolean): z.ZodObject {
  const shape: Record<string, z.ZodType> = {}
  for (const [name, field] of Object.entries(fields)) {
    if (!takes(field)) continue
    const always = isAlwaysThere(field)
    const needed = asks && always && field.options.default === undefined
    // On a record that exists a password without a value is the one it has.
    const isKept = field.kind === 'password' && !asks
    const value = always && !isKept ? field.input : field.input.nullable()
    shape[name] = needed ? value : value.optional()
    if (field.kind === 'password') shape[`${name}Confirmation`] = z.string().max(1_000).nullable().optional()
  }
  return z.strictObject(shape)
}
