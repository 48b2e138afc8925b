import { createHash } from 'node:crypto'

/** The ETag of an answer that depends on nothing but its text: the same text, the same tag. */
export function bodyTag(json: string): string {
  return `"${createHash('sha1').update(json).digest('base64url')}"`
}
