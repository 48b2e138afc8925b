import type { Sequelize, Transaction } from 'sequelize'

/** A value bound to a statement, already in the form the engine stores. */
export type Bind = string | number | null

export type Row = Record<string, unknown>

/** What both engines offer to everything above them. */
export interface Database {
  readonly engine: 'sqlite' | 'postgres'
  readonly sequelize: Sequelize
  /** Runs a prepared statement outside transactions. Placeholders are `$1`, `$2`, … on both engines. */
  read<R extends object = Row>(sql: string, binds?: readonly Bind[]): Promise<R[]>
  /**
   * Runs `work` in one transaction, alone on SQLite (one-writer queue, IMMEDIATE); all or nothing.
   * After the commit the versions of the tables it named with `changed` go up. `work` runs again where the database gave
   * it up for another (a deadlock): nothing it does outside the transaction may count.
   */
  write<T>(work: (tx: WriteScope) => Promise<T>): Promise<T>
  /** Goes up with every committed change of the table, also by another process on PostgreSQL. An internal cache key, never shown. */
  versionOf(table: string): number
  /**
   * Calls the listener after every committed change of one of the tables, also by another process on PostgreSQL, and whenever
   * such a change may have been missed; more than once for one change is possible. It must not throw. The answer stops it.
   */
  onChanged(tables: readonly string[], listener: () => void): () => void
  /** Forgets prepared statements and caches: called when tables have changed. */
  schemaChanged(): void
  close(): Promise<void>
}

/** What a piece of work inside a transaction may use. */
export interface WriteScope {
  readonly transaction: Transaction
  /** The same as `Database.read`, inside the transaction. */
  read<R extends object = Row>(sql: string, binds?: readonly Bind[]): Promise<R[]>
  /** Runs a statement that gives no rows back, inside the transaction. */
  run(sql: string, binds?: readonly Bind[]): Promise<void>
  /** Says that rows of the table changed. */
  changed(table: string): void
  /** Runs after the commit: mail, events, caches. Never before, never on a rollback. */
  afterCommit(work: () => void): void
}
