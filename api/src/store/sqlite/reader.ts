import sqlite3 from 'sqlite3'
import type { Bind, Row } from '../types.ts'

/** Statements kept prepared; the least recently used goes first. */
const keptStatements = 400

/** The one connection that lists, look-ups and single reads use: statements are prepared once and kept. */
export class SqliteReader {
  readonly #connection: sqlite3.Database
  readonly #statements = new Map<string, sqlite3.Statement>()

  private constructor(connection: sqlite3.Database) {
    this.#connection = connection
  }

  /** Opens the file for reading only; it must exist and be in WAL mode. */
  static open(file: string): Promise<SqliteReader> {
    return new Promise((resolve, reject) => {
      const connection = new sqlite3.Database(file, sqlite3.OPEN_READWRITE, (error) => {
        if (error) return reject(error)
        connection.configure('busyTimeout', 5_000)
        connection.exec(
          'PRAGMA query_only=ON; PRAGMA cache_size=-65536; PRAGMA temp_store=MEMORY; PRAGMA mmap_size=1000000000;',
          (failure) => (failure ? reject(failure) : resolve(new SqliteReader(connection))),
        )
      })
    })
  }

  async read<R extends object = Row>(sql: string, binds: readonly Bind[]): Promise<R[]> {
    const statement = this.#kept(sql) ?? (await this.#prepare(sql))
    return new Promise((resolve, reject) => {
      statement.all(binds, (error: Error | null, rows: R[]) => (error ? reject(error) : resolve(rows)))
    })
  }

  /** Statements see the schema they were prepared with: called after a migration. */
  forget(): void {
    for (const statement of this.#statements.values()) statement.finalize()
    this.#statements.clear()
  }

  close(): Promise<void> {
    this.forget()
    return new Promise((resolve, reject) => this.#connection.close((error) => (error ? reject(error) : resolve())))
  }

  #kept(sql: string): sqlite3.Statement | undefined {
    const statement = this.#statements.get(sql)
    if (!statement) return undefined
    this.#statements.delete(sql)
    this.#statements.set(sql, statement)
    return statement
  }

  #prepare(sql: string): Promise<sqlite3.Statement> {
    // `$1` would be a name to SQLite, numbered by first appearance; `?1` is a number on its own.
    const text = sql.replace(/\$(\d+)/g, '?$1')
    return new Promise((resolve, reject) => {
      const statement = this.#connection.prepare(text, (error: Error | null) => {
        if (error) return reject(error)
        this.#keep(sql, statement)
        resolve(statement)
      })
    })
  }

  #keep(sql: string, statement: sqlite3.Statement): void {
    this.#statements.get(sql)?.finalize()
    this.#statements.set(sql, statement)
    if (this.#statements.size <= keptStatements) return
    const [oldest] = this.#statements
    if (!oldest) return
    oldest[1].finalize()
    this.#statements.delete(oldest[0])
  }
}
