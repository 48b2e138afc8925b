/** What may be written to the log of an error: where it happened and what kind it is, never a value that a person entered. */
export function loggable(error: unknown): { name: string; code?: string; message?: string; stack?: string } {
  if (!(error instanceof Error)) return { name: typeof error }
  const cause = 'original' in error && error.original instanceof Error ? error.original : error
  const code = 'code' in cause && typeof cause.code === 'string' ? cause.code : undefined
  return {
    name: error.name,
    code,
    message: mayQuoteValues(error, code) ? undefined : cause.message,
    stack: framesOf(error) || undefined,
  }
}

/**
 * PostgreSQL quotes values in the messages of its data and constraint errors (SQLSTATE classes 22 and 23) and JSON.parse quotes the text;
 * Sequelize gathers values in its own messages. Syntax errors of SQL (class 42) and SQLite name tables and columns only.
 */
function mayQuoteValues(error: Error, code: string | undefined): boolean {
  if (error instanceof SyntaxError) return true
  if (code !== undefined && /^(?=.*\d)[0-9A-Z]{5}$/.test(code)) return !code.startsWith('42')
  return error.name.startsWith('Sequelize') && !code?.startsWith('SQLITE_')
}

/** The stack without its first lines, which repeat the message. */
function framesOf({ stack = '' }: Error): string {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .map((line) => line.trim())
    .join('\n')
}
