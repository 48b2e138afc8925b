import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { Malformed } from '../contract/errors.ts'
import type { Bind } from '../store/types.ts'

/** A place in a sorted list. Sealed, so that nobody reads values in it, and bound to the person and the order it was made for. */
export interface Cursor {
  /** Person, rules, resource and order, in one text. */
  bound: string
  values: readonly Bind[]
}

const algorithm = 'aes-256-gcm'

export function sealCursor(key: Uint8Array, { bound, values }: Cursor): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv(algorithm, key, nonce).setAAD(Buffer.from(bound))
  const sealed = Buffer.concat([cipher.update(JSON.stringify(values)), cipher.final()])
  return Buffer.concat([nonce, cipher.getAuthTag(), sealed]).toString('base64url')
}

/** @throws Malformed when the cursor was made by nobody, for someone else, or for another order */
export function openCursor(key: Uint8Array, cursor: string, bound: string): readonly Bind[] {
  try {
    const bytes = Buffer.from(cursor, 'base64url')
    const opened = createDecipheriv(algorithm, key, bytes.subarray(0, 12)).setAAD(Buffer.from(bound))
    opened.setAuthTag(bytes.subarray(12, 28))
    return JSON.parse(Buffer.concat([opened.update(bytes.subarray(28)), opened.final()]).toString())
  } catch {
    throw new Malformed({ key: 'malformed.cursor' })
  }
}
