import type { Database } from '../../src/store/types.ts'

/** Brings a PostgreSQL database back to how it was when this was made: its rows, and the next ids. */
export async function resetter(database: Database): Promise<() => Promise<void>> {
  const tables = await database.read<{ name: string }>(
    "SELECT quote_ident(tablename) AS name FROM pg_tables WHERE schemaname = 'public' ORDER BY 1",
  )
  const names = tables.map(({ name }) => name)
  const filled = await database.read<{ name: string; rows: Record<string, unknown>[] }>(
    names
      .map((name) => `SELECT '${name}' AS name, json_agg(t) AS rows FROM ${name} t HAVING count(*) > 0`)
      .join(' UNION ALL '),
  )
  const statements = [
    `TRUNCATE ${names.join(', ')} RESTART IDENTITY CASCADE`,
    // One statement: references are judged at its end, whatever the order of the tables.
    `WITH ${filled.map(({ name, rows }, at) => `filled${at} AS (${insertOf(name, rows)})`).join(', ')} SELECT 1`,
    ...filled
      .filter(({ rows }) => rows.every((row) => 'id' in row))
      .map(({ name }) => `SELECT setval(pg_get_serial_sequence('${name}', 'id'), (SELECT max(id) FROM ${name}))`),
    ...(names.includes('rbac_state') ? [neverSeenVersion] : []),
  ]
  return async () => {
    await database.sequelize.query(statements.join(';\n'), { raw: true })
    database.schemaChanged()
  }
}

/** Rules are remembered by their version: one that an earlier test had would bring that test's rules back. */
const neverSeenVersion = 'UPDATE rbac_state SET version = (extract(epoch FROM clock_timestamp()) * 1000)::bigint'

function insertOf(table: string, rows: readonly object[]): string {
  const json = JSON.stringify(rows).replaceAll("'", "''")
  return `INSERT INTO ${table} SELECT * FROM json_populate_recordset(NULL::${table}, '${json}')`
}
