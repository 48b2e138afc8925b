import { z } from 'zod'
import { groupTests } from '../../access/rules/test-shape.ts'
import { parseInstant } from '../../contract/formats/instant.ts'
import { audiences, type Rule } from '../../contract/permissions.ts'
import { recordId } from '../../define/record-id.ts'
import type { Resources } from '../../define/resource.ts'
import { idText } from '../resources/parameters.ts'

/** Names in a question: whether there is such a thing is not told by a refusal. */
const name = z.string().min(1).max(64)

export const explainBody = z.strictObject({
  user: recordId.optional(),
  action: name,
  subject: name,
  id: recordId.optional(),
  field: name.optional(),
})

export const whoQuery = z.strictObject({
  subject: name,
  action: name,
  id: idText.transform(Number).optional(),
  field: name.optional(),
})

export const vocabularyQuery = z.strictObject({ audience: z.enum(audiences).default('staff') })

/** Rules as the resource of groups takes them. */
function rulesOf({ permissionGroup }: Resources): z.ZodType<Rule[]> {
  // The schema of this kind gives whole rules; a field knows its schema only as some schema.
  return (permissionGroup?.fields.rules?.input ?? z.array(z.never())) as z.ZodType<Rule[]>
}

export function draftBody(resources: Resources) {
  return z.strictObject({
    group: recordId.optional(),
    audience: z.enum(audiences).optional(),
    brand: recordId.nullable().optional(),
    active: z.boolean().optional(),
    rules: rulesOf(resources),
    tests: groupTests.optional(),
  })
}

export const viewBody = z.union([
  z.strictObject({ user: recordId }),
  z.strictObject({ group: recordId, brand: recordId.nullable().optional() }),
])

export const memberBody = z.strictObject({
  user: recordId,
  expiresAt: z
    .string()
    .refine((text) => parseInstant(text) !== undefined, { error: 'invalid.dateTime' })
    .transform((text) => parseInstant(text) ?? text)
    .refine((instant) => new Date(instant).getTime() > Date.now(), { error: 'invalid.past' })
    .nullable()
    .optional(),
})

export const exportQuery = z.strictObject({
  id: z
    .union([idText, z.array(idText)])
    .transform((given) => [given].flat().map(Number))
    .default([]),
})

export const importQuery = z.strictObject({ mode: z.enum(['check', 'apply']) })

export function fileBody(resources: Resources) {
  return z.strictObject({
    format: z.literal('ficha-permission-groups'),
    version: z.literal(1),
    groups: z
      .array(
        z.strictObject({
          name: z.string().trim().min(2).max(120),
          audience: z.enum(audiences),
          description: z.string().max(500).nullable().optional(),
          active: z.boolean().optional(),
          brand: z.string().min(1).max(1000).nullable().optional(),
          rules: rulesOf(resources).optional(),
          tests: groupTests.nullable().optional(),
        }),
      )
      .min(1)
      .max(200),
    references: z.record(z.string().max(64), z.record(z.string().max(10), z.string().max(1000))),
  })
}
