/** A web address without the spaces around it. */
export function normaliseUrl(typed: string): string {
  return typed.trim()
}

/** Whether it is the full address of a web page: http or https, a host, and no user name, which could pose as one. */
export function isUrl(url: string): boolean {
  if (!/^https?:\/\/[^\s\p{Cc}\p{Cs}\\]+$/iu.test(url) || !URL.canParse(url)) return false
  const { hostname, username, password } = new URL(url)
  return hostname !== '' && !username && !password
}
