import { z } from 'zod'
import { isJson } from '../../define/kinds/json.ts'
import { recordId } from '../../define/record-id.ts'

const name = z.string().regex(/^[a-zA-Z][a-zA-Z0-9]{0,63}$/)

/** Conditions as they are written; what they mean is judged where they are read. */
const conditions = z.record(z.string(), z.unknown()).refine((given) => isJson(given, 0), { error: 'invalid.json' })

/** The tests of a group as a body carries them. */
export const groupTests = z
  .array(
    z.strictObject({
      can: z.boolean(),
      action: name,
      subject: name,
      field: name.nullable().optional(),
      brand: recordId.nullable().optional(),
      when: conditions.nullable().optional(),
    }),
  )
  .max(200)
