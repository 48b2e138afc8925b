import type { FieldError } from '../../contract/errors.ts'

/** Objects and lists inside each other, the outermost counted. */
export const maxJsonDepth = 32

/** A text with what follows it if it is a key, or a bracket. */
const tokens = /"([^"\\]*(?:\\.[^"\\]*)*)"(\s*:)?|[{}[\]]/g

/** What is wrong with the text of a JSON body, beyond what a schema can see; undefined when it may be parsed and used. */
export function jsonFault(text: string): FieldError | undefined {
  try {
    // The depth is known before anything is built from the text.
    return faultOfTokens(text) ?? faultOfValue(JSON.parse(text))
  } catch (error) {
    if (error instanceof SyntaxError) return { key: 'malformed.json' }
    throw error
  }
}

function faultOfTokens(text: string): FieldError | undefined {
  const open: Set<string>[] = []
  for (const [token, , colon] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.push(new Set()) > maxJsonDepth) return { key: 'malformed.depth', params: { maximum: maxJsonDepth } }
    } else if (token === '}' || token === ']') {
      open.pop()
    } else {
      const value = textOf(token, colon)
      // A lone surrogate is not Unicode, and PostgreSQL stores no NUL.
      if (/[\p{Surrogate}\0]/u.test(value)) return { key: 'malformed.text' }
      if (colon === undefined) continue
      if (value === '__proto__' || open.at(-1)?.has(value)) return { key: 'malformed.key' }
      open.at(-1)?.add(value)
    }
  }
  return undefined
}

function textOf(token: string, colon: string | undefined): string {
  const quoted = colon === undefined ? token : token.slice(0, -colon.length)
  return quoted.includes('\\') ? String(JSON.parse(quoted)) : quoted.slice(1, -1)
}

function faultOfValue(value: unknown): FieldError | undefined {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? undefined : { key: 'malformed.object' }
}
