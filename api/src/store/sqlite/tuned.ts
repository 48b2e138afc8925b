import sqlite3 from 'sqlite3'

/** Milliseconds a connection waits for another process's lock. */
const busyTimeoutMs = 5_000

/** Connections kept for the next transaction; Sequelize would open and close one each time. */
const kept = 2

const settings = `
  PRAGMA journal_mode=WAL;
  PRAGMA synchronous=FULL;
  PRAGMA foreign_keys=ON;
  PRAGMA cache_size=-65536;
  PRAGMA temp_store=MEMORY;
  PRAGMA mmap_size=1000000000;
`

type Done = (error: Error | null, rows?: unknown[]) => void

/**
 * The `sqlite3` driver as Sequelize's `dialectModule`: every connection gets our settings, connections of finished
 * transactions are used again, and the `PRAGMA table_info` that Sequelize 6 sends before every SELECT is answered from memory.
 */
export function tunedSqlite(): { module: object; forgetTables: () => void; closeKept: () => Promise<void> } {
  const tables = new Map<string, unknown[]>()
  const free: TunedDatabase[] = []
  let keeping = true

  class TunedDatabase extends sqlite3.Database {
    /** Set by Sequelize on the connection of a transaction. */
    declare uuid?: string
    declare filename: string

    // biome-ignore lint/correctness/noUnreachableSuper: a kept connection is open already, and takes the place of a new one
    constructor(file: string, mode: number, opened: (error: Error | null) => void) {
      const again = free.pop()
      if (again) {
        // A connection whose COMMIT failed may still hold its transaction.
        again.exec('ROLLBACK', () => opened(null))
        // biome-ignore lint/correctness/noConstructorReturn: handing out a kept connection is what this class is for
        return again
      }
      super(file, mode, (error) => {
        if (error) return opened(error)
        this.configure('busyTimeout', busyTimeoutMs)
        this.exec(settings, opened)
      })
    }

    override all(sql: string, ...rest: unknown[]): this {
      const done = rest.at(-1) as Done // Sequelize always ends the call with its callback
      if (!sql.startsWith('PRAGMA TABLE_INFO') && !sql.startsWith('PRAGMA table_info')) return super.all(sql, ...rest)
      const known = tables.get(sql)
      if (known) {
        setImmediate(done, null, known)
        return this
      }
      return super.all(sql, (error: Error | null, rows: unknown[]) => {
        if (!error) tables.set(sql, rows)
        done(error, rows)
      })
    }

    override close(closed?: (error: Error | null) => void): void {
      if (!keeping || this.uuid === undefined || free.length >= kept) {
        super.close(closed)
      } else {
        free.push(this)
        if (closed) setImmediate(closed, null)
      }
    }
  }

  return {
    module: { ...sqlite3, Database: TunedDatabase },
    forgetTables: () => tables.clear(),
    async closeKept() {
      keeping = false
      await Promise.all(
        free.splice(0).map((connection) => new Promise<void>((resolve) => connection.close(() => resolve()))),
      )
    },
  }
}
