import { z } from 'zod'
import { groupTests } from '../../access/rules/test-shape.ts'
import { audiences, type Rule } from '../../contract/permissions.ts'
import { dateTime } from '../../define/kinds/index.ts'
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

/** A field as the resource of groups takes it; a field knows its schema only as some schema. */
function inputOf({ permissionGroup }: Resources, name: 'rules'): z.ZodType<Rule[]>
function inputOf({ permissionGroup }: Resources, name: 'name' | 'description'): z.ZodType<string>
function inputOf({ permissionGroup }: Resources, name: string): z.ZodType {
  return permissionGroup?.fields[name]?.input ?? z.never()
}

export function draftBody(resources: Resources) {
  return z.strictObject({
    group: recordId.optional(),
    audience: z.enum(audiences).optional(),
    brand: recordId.nullable().optional(),
    active: z.boolean().optional(),
    rules: inputOf(resources, 'rules'),
    tests: groupTests.optional(),
  })
}

export const viewBody = z.union([
  z.strictObject({ user: recordId }),
  z.strictObject({ group: recordId, brand: recordId.nullable().optional() }),
])

const instant = dateTime('').input.pipe(z.string())

export const memberBody = z.strictObject({
  user: recordId,
  expiresAt: instant
    .refine((end) => Date.parse(end) > Date.now(), { error: 'invalid.past' })
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
          name: inputOf(resources, 'name'),
          audience: z.enum(audiences),
          description: inputOf(resources, 'description').nullable().optional(),
          active: z.boolean().optional(),
          brand: z.string().min(1).max(1000).nullable().optional(),
          rules: inputOf(resources, 'rules').optional(),
          tests: groupTests.nullable().optional(),
        }),
      )
      .min(1)
      .max(200),
    references: z.record(z.string().max(64), z.record(z.string().max(10), z.string().max(1000))),
  })
}
