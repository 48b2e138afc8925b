import { z } from 'zod'

/** Ids are 32 bits wide on both engines. */
export const maxId = 2_147_483_647

/** The id of a record in a body. */
export const recordId: z.ZodInt = z.int().positive().max(maxId)

/** The id of a record in an address: plain digits. `1.0`, ` 1`, `1e0`, `01` and `0` are none. */
export function parseId(text: string): number | undefined {
  return /^[1-9]\d{0,9}$/.test(text) && Number(text) <= maxId ? Number(text) : undefined
}
