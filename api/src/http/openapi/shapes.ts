import { z } from 'zod'
import type { Metadata } from '../../contract/metadata.ts'
import type { LinkOwner, Me, SessionEntry, Viewing } from '../../contract/session.ts'

const user = z.strictObject({ id: z.int(), name: z.string(), email: z.string() })

/** What a sign-in and a set-up answer. */
export const signedInShape = z.strictObject({ user })

/** What `POST /api/auth/link` answers. */
export const linkShape = z.strictObject({
  name: z.string(),
  email: z.string(),
  purpose: z.enum(['invitation', 'reset']),
}) satisfies z.ZodType<LinkOwner>

const named = z.strictObject({ id: z.int(), name: z.string() })

/** What `POST /api/permissions/view-as` answers. */
export const viewingShape = z.strictObject({
  user: named.optional(),
  group: named.optional(),
}) satisfies z.ZodType<Viewing>

/** What `GET /api/auth/me` answers. */
export const meShape = z.strictObject({
  user: user.extend({ mustChangePassword: z.boolean() }),
  groups: z.array(z.strictObject({ id: z.int(), name: z.string() })),
  rules: z.array(
    z.strictObject({
      actions: z.array(z.string()),
      subject: z.string(),
      fields: z.array(z.string()).optional(),
      inverted: z.literal(true).optional(),
      conditional: z.literal(true).optional(),
      reason: z.string().optional(),
    }),
  ),
  version: z.string(),
  viewing: viewingShape.optional(),
}) satisfies z.ZodType<Me>

/** What `GET /api/auth/sessions` answers. */
export const sessionsShape = z.array(
  z.strictObject({
    id: z.int(),
    createdAt: z.iso.datetime(),
    lastSeenAt: z.iso.datetime(),
    address: z.string().nullable(),
    agent: z.string().nullable(),
    current: z.boolean(),
  }),
) satisfies z.ZodType<SessionEntry[]>

/** What `GET /api/meta` answers; what the admin alone needs of a resource is not told apart. */
export const metadataShape = z.strictObject({
  resources: z.array(
    z.looseObject({
      name: z.string(),
      path: z.string(),
      label: z.array(z.string()),
      title: z.string(),
      fields: z.array(z.looseObject({ name: z.string(), kind: z.string(), label: z.string() })),
    }),
  ),
  version: z.string(),
}) satisfies z.ZodType<Pick<Metadata, 'version'>>

/** What `/healthz` and `/readyz` answer. */
export const healthShape = (status: 'ok' | 'ready') => z.strictObject({ status: z.literal(status) })
