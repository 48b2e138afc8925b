import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { Sequelize } from 'sequelize'
import { oneAtATime } from '../queue.ts'
import type { Database } from '../types.ts'
import { TableVersions } from '../versions.ts'
import { writer } from '../write.ts'
import { SqliteReader } from './reader.ts'
import { tunedSqlite } from './tuned.ts'

/**
 * Opens a SQLite file, made when it is not there. `:memory:` is a file in the temporary folder, gone when closed:
 * a true in-memory database has one connection, on which readers would see half-done transactions.
 */
export async function openSqlite(path: string): Promise<Database> {
  const folder = path === ':memory:' ? mkdtempSync(join(tmpdir(), 'ficha-')) : undefined
  const file = folder ? join(folder, 'memory.db') : resolve(path)
  mkdirSync(dirname(file), { recursive: true })

  const driver = tunedSqlite()
  const sequelize = new Sequelize({
    dialect: 'sqlite',
    storage: file,
    dialectModule: driver.module,
    transactionType: 'IMMEDIATE' as never, // the option is typed as the enum, which is not exported as a value
    logging: false,
    define: { underscored: true, timestamps: false, freezeTableName: true },
  })
  await sequelize.authenticate()
  const reader = await SqliteReader.open(file)
  const versions = new TableVersions()

  return {
    engine: 'sqlite',
    sequelize,
    read: (sql, binds = []) => reader.read(sql, binds),
    write: writer({ sequelize, versions, inTurn: oneAtATime() }),
    versionOf: (table) => versions.of(table),
    onChanged: (tables, listener) => versions.onChanged(tables, listener),
    schemaChanged() {
      driver.forgetTables()
      reader.forget()
      versions.changedAll()
    },
    async close() {
      await reader.close()
      await driver.closeKept()
      await sequelize.close()
      if (folder) rmSync(folder, { recursive: true, force: true })
    },
  }
}
