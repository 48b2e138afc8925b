import type { z } from 'zod'
import { jsonSchema } from '../../derive/openapi/schemas.ts'

/** The answer of what gives nothing back. */
export const done = { 204: { description: 'Done', schema: null } }

/** A body, by the schema that its route validates with. */
export const given = (schema: z.ZodType) => jsonSchema(schema, 'input')

/** An answer, by its shape. */
export function answer(description: string, schema: z.ZodType) {
  return { description, schema: jsonSchema(schema, 'output') }
}
