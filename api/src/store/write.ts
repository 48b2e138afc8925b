import { DatabaseError, QueryTypes, type Sequelize } from 'sequelize'
import type { Database, WriteScope } from './types.ts'
import type { TableVersions } from './versions.ts'

interface Parts {
  sequelize: Sequelize
  versions: TableVersions
  /** SQLite: one writer at a time. */
  inTurn?: <T>(work: () => Promise<T>) => Promise<T>
  /** PostgreSQL: tells the other processes inside the transaction, so that they hear it at the commit. */
  announce?: (scope: WriteScope, tables: readonly string[]) => Promise<void>
}

/** How often a transaction is run again that PostgreSQL gave up so that another could go on. */
const maxAttempts = 4

/** The one way to change the database: a transaction whose after-effects happen only once it has been committed. */
export function writer({ sequelize, versions, inTurn = (work) => work(), announce }: Parts): Database['write'] {
  return (work) =>
    inTurn(() =>
      again(async () => {
        const tables = new Set<string>()
        const effects: (() => void)[] = []
        const result = await sequelize.transaction(async (transaction) => {
          const scope: WriteScope = {
            transaction,
            read: (sql, binds = []) =>
              sequelize.query(sql, { bind: [...binds], type: QueryTypes.SELECT, transaction, raw: true }),
            run: async (sql, binds = []) => {
              await sequelize.query(sql, { bind: [...binds], type: QueryTypes.RAW, transaction, raw: true })
            },
            changed: (table) => void tables.add(table),
            afterCommit: (effect) => void effects.push(effect),
          }
          const value = await work(scope)
          if (tables.size > 0) await announce?.(scope, [...tables])
          return value
        })
        for (const table of tables) versions.changed(table)
        for (const effect of effects) effect()
        return result
      }),
    )
}

async function again<T>(attempt: () => Promise<T>): Promise<T> {
  for (let number = 1; ; number++) {
    try {
      return await attempt()
    } catch (error) {
      if (number === maxAttempts || !isGivenUp(error)) throw error
    }
  }
}

/** Deadlock, or a conflict between serializable transactions: nothing was written. */
function isGivenUp(error: unknown): boolean {
  const code = error instanceof DatabaseError && 'code' in error.parent ? error.parent.code : undefined
  return code === '40P01' || code === '40001'
}
