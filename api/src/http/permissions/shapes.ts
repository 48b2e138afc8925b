import { z } from 'zod'
import {
  audiences,
  type Explanation,
  type GroupFile,
  type GroupImport,
  type Impact,
  type Member,
  type Review,
  type Who,
} from '../../contract/permissions.ts'

const named = z.strictObject({ id: z.int(), name: z.string() })
const word = z.strictObject({ name: z.string(), label: z.string() })
const rule = z.looseObject({ actions: z.array(z.string()), subject: z.string() })
const test = z.looseObject({ can: z.boolean(), action: z.string(), subject: z.string() })

/** What `GET /api/permissions/vocabulary` answers; what the admin alone needs of a field is not told apart. */
export const vocabularyShape = z.strictObject({
  subjects: z.array(
    z.strictObject({
      name: z.string(),
      label: z.array(z.string()),
      icon: z.string(),
      actions: z.array(word),
      fields: z.array(z.looseObject({ name: z.string(), kind: z.string(), label: z.string() })),
      relations: z.array(word.extend({ subject: z.string(), many: z.boolean() })),
    }),
  ),
  placeholders: z.array(
    z.strictObject({ token: z.string(), label: z.string(), type: z.enum(['id', 'brand', 'text', 'instant']) }),
  ),
})

/** What `POST /api/permissions/explain` answers. */
export const explanationShape = z.strictObject({
  allowed: z.boolean().nullable(),
  text: z.string(),
  steps: z.array(
    z.strictObject({
      rule: z.string(),
      group: named,
      inverted: z.boolean(),
      condition: z.string().nullable().optional(),
      matched: z.boolean().nullable(),
      values: z.array(z.strictObject({ field: z.string(), label: z.string(), value: z.unknown() })),
      reason: z.string().nullable(),
    }),
  ),
  decisive: z.string().nullable(),
  askedOf: z.array(named),
}) satisfies z.ZodType<Explanation>

/** What `GET /api/permissions/who` answers. */
export const whoShape = z.strictObject({
  users: z.array(named.extend({ groups: z.array(named), depends: z.literal(true).optional() })),
}) satisfies z.ZodType<Who>

const remark = z.strictObject({ index: z.int(), code: z.string(), text: z.string() })

/** What `POST /api/permissions/review` answers. */
export const reviewShape = z.strictObject({
  errors: z.array(remark),
  warnings: z.array(remark),
  tests: z.array(z.strictObject({ index: z.int(), passed: z.boolean(), text: z.string() })),
  missing: z.array(
    z.strictObject({
      kind: z.enum(['grant', 'deny-removed']),
      action: z.string(),
      subject: z.string(),
      field: z.string().optional(),
      text: z.string(),
    }),
  ),
}) satisfies z.ZodType<Review>

const rows = z.strictObject({
  count: z.int(),
  samples: z.array(z.strictObject({ id: z.int(), title: z.string() })),
})

/** What `POST /api/permissions/impact` answers. */
export const impactShape = z.strictObject({
  widening: z.boolean(),
  users: z.array(named),
  subjects: z.array(
    z.strictObject({
      subject: z.string(),
      label: z.string(),
      changes: z.array(
        z.strictObject({
          action: z.string(),
          label: z.string(),
          usersGaining: z.int(),
          usersLosing: z.int(),
          rowsGained: rows,
          rowsLost: rows,
          fieldsGained: z.array(word),
          fieldsLost: z.array(word),
        }),
      ),
    }),
  ),
}) satisfies z.ZodType<Impact>

/** A membership. */
export const memberShape = z.strictObject({
  user: named.extend({ email: z.string().optional(), active: z.boolean().optional() }),
  grantedBy: z.string().nullable(),
  grantedAt: z.iso.datetime(),
  expiresAt: z.iso.datetime().nullable(),
}) satisfies z.ZodType<Member>

/** What `GET /api/permission-groups/export` answers. */
export const fileShape = z.strictObject({
  format: z.literal('ficha-permission-groups'),
  version: z.literal(1),
  groups: z.array(
    z.strictObject({
      name: z.string(),
      audience: z.enum(audiences),
      description: z.string().nullable().optional(),
      active: z.boolean().optional(),
      brand: z.string().nullable().optional(),
      rules: z.array(rule).optional(),
      tests: z.array(test).nullable().optional(),
    }),
  ),
  references: z.record(z.string(), z.record(z.string(), z.string())),
}) satisfies z.ZodType<GroupFile>

/** What `POST /api/permission-groups/import` answers. */
export const importShape = z.strictObject({
  groups: z.array(
    z.strictObject({
      name: z.string(),
      state: z.enum(['new', 'changed', 'same']),
      changes: z.array(
        z.strictObject({ kind: z.enum(['rule-added', 'rule-removed', 'rule-changed', 'field']), text: z.string() }),
      ),
      errors: z.array(z.string()),
    }),
  ),
}) satisfies z.ZodType<GroupImport>
