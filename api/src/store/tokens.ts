import { createHash, randomBytes } from 'node:crypto'

/** 256 random bits for a cookie or a link. Only its hash is stored: whoever reads the database cannot use it. */
export function newToken(): string {
  return randomBytes(32).toString('base64url')
}

/** The form a token is stored in, hexadecimal. */
export function hashOfToken(token: string): string {
  return createHash('sha256').update(token).digest('hex')
}
