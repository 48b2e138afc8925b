/** Where the accounts of the demo have their addresses. No mail can reach it (RFC 6762), so no real account is there. */
export const demoDomain = 'ficha.local'

/** Whether an account came with the demo data, so that its password is public. */
export function isDemoAccount(email: string): boolean {
  return email.endsWith(`@${demoDomain}`)
}
