import pg from 'pg'
import { Sequelize } from 'sequelize'
import type { Bind, Database, Row } from '../types.ts'
import { TableVersions } from '../versions.ts'
import { writer } from '../write.ts'
import { ChangeListener, channel } from './listener.ts'

/** Connections for reading and for writing, each. */
const poolSize = 5

/** Just-in-time compilation costs more than it saves on queries this short. */
const sessionOptions = '-c jit=off'

/** Opens a PostgreSQL database by its URL. */
export async function openPostgres(url: string): Promise<Database> {
  const sequelize = new Sequelize(url, {
    dialect: 'postgres',
    logging: false,
    pool: { max: poolSize, min: 0, idle: 10_000 },
    dialectOptions: { options: sessionOptions, application_name: 'ficha' },
    define: { underscored: true, timestamps: false, freezeTableName: true },
  })
  await sequelize.authenticate()
  const pool = new pg.Pool({
    connectionString: url,
    max: poolSize,
    options: sessionOptions,
    application_name: 'ficha-read',
  })
  // An idle connection that breaks is replaced by the pool; the query that needs it reports its own error.
  pool.on('error', () => undefined)
  const versions = new TableVersions()
  const listener = new ChangeListener(url, versions)
  await listener.open()
  const names = new Map<string, string>()

  return {
    engine: 'postgres',
    sequelize,
    async read<R extends object = Row>(sql: string, binds: readonly Bind[] = []) {
      const answer = await pool.query<R & pg.QueryResultRow>({
        name: nameOf(sql, names),
        text: sql,
        values: [...binds],
      })
      return answer.rows
    },
    write: writer({
      sequelize,
      versions,
      announce: async (scope, tables) => {
        await scope.read('SELECT pg_notify($1, $2)', [channel, tables.join(',')])
      },
    }),
    versionOf: (table) => versions.of(table),
    onChanged: (tables, listener) => versions.onChanged(tables, listener),
    schemaChanged: () => versions.changedAll(),
    async close() {
      await listener.close()
      await pool.end()
      await sequelize.close()
    },
  }
}

/** A statement is prepared once per connection under its name. Past a thousand, texts run unprepared: they are too many to be worth it. */
function nameOf(sql: string, names: Map<string, string>): string | undefined {
  const known = names.get(sql)
  if (known || names.size >= 1_000) return known
  const name = `ficha_${names.size}`
  names.set(sql, name)
  return name
}
