import { z } from 'zod'
import type { Resource } from '../../define/resource.ts'

/** A JSON Schema as OpenAPI 3.1 takes it (draft 2020-12). */
export type JsonSchema = Record<string, unknown>

/** The schema of what a client sends (`input`) or gets (`output`), from the same zod schema that the route validates with. */
export function jsonSchema(schema: z.ZodType, io: 'input' | 'output'): JsonSchema {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' })
  return rest
}

/** `paymentMethod` -> `PaymentMethod` */
export function schemaName({ name }: Pick<Resource, 'name'>): string {
  return capital(name)
}

/** `payment-methods` -> `PaymentMethods` */
export function capital(text: string): string {
  return text.replace(/(^|-)([a-z])/g, (_, _dash, letter: string) => letter.toUpperCase())
}

/** Points to a schema of the document. */
export const reference = (name: string): JsonSchema => ({ $ref: `#/components/schemas/${name}` })

/** The value of a filter; several are the parameter repeated. */
export const filterSchema: JsonSchema = {
  oneOf: [{ type: 'string' }, { type: 'array', items: { type: 'string' } }],
}

/** The body of every error. */
export const problemSchema: JsonSchema = {
  type: 'object',
  required: ['type', 'title', 'status', 'detail', 'message', 'code'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    detail: { type: 'string' },
    message: { type: 'string' },
    code: { type: 'string' },
    errors: { type: 'object', additionalProperties: { type: 'array', items: { type: 'string' } } },
    action: { type: 'string' },
    subject: { type: 'string' },
    field: { type: 'string' },
    rule: { type: 'string' },
    reason: { type: 'string' },
    current: { type: 'object' },
  },
  additionalProperties: false,
}
