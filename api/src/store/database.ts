import { openPostgres } from './postgres/open.ts'
import { openSqlite } from './sqlite/open.ts'
import type { Database } from './types.ts'

/**
 * Opens the database that an address names: `sqlite:path`, `sqlite::memory:` or `postgres://…`.
 * @throws when the address names no engine we have, or the database cannot be reached
 */
export async function openDatabase(url: string): Promise<Database> {
  if (/^postgres(ql)?:\/\//.test(url)) return openPostgres(url)
  if (url.startsWith('sqlite:')) return openSqlite(url.slice('sqlite:'.length).replace(/^\/\/(?!\/)/, ''))
  throw new Error('DATABASE_URL must begin with "sqlite:" or "postgres://".')
}
