import { execFile } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { migrations } from '../migrations/index.ts'
import { tablesOf } from '../src/derive/tables.ts'
import * as resources from '../src/resources/index.ts'
import { openDatabase } from '../src/store/database.ts'
import { instantBind } from '../src/store/instants.ts'
import { createTables, migrate, migrationStatus } from '../src/store/migrate/run.ts'
import type { Database } from '../src/store/types.ts'
import { freshDatabase, type TestDatabase } from './databases.ts'

const empty = { name: 'empty', fill: async (url: string) => (await openDatabase(url)).close() }

let places: TestDatabase[]
let databases: Database[]

beforeEach(async () => {
  places = [await freshDatabase(empty), await freshDatabase(empty)]
  databases = await Promise.all(places.map(({ url }) => openDatabase(url)))
})

afterEach(async () => {
  for (const { close } of databases) await close()
  for (const { drop } of places) await drop()
})

test('the migrations make the tables that the definitions ask for', async () => {
  const [migrated, made] = databases as [Database, Database] // two were opened above
  await migrate(migrated, { migrations })
  await createTables(made, tablesOf(resources))
  expect(await shapeOf(migrated)).toEqual(await shapeOf(made))
})

test('people keep their accounts and their groups through every migration', async () => {
  const [database] = databases as [Database, Database] // two were opened above
  const now = instantBind(database.engine, Date.now())
  await migrate(database, { migrations: migrations.slice(0, 1) })
  await database.write(async (scope) => {
    await scope.run(
      "INSERT INTO users (name, email, password, created_at, updated_at) VALUES ('Ana', 'ana@exemplo.com.br', 'hash', $1, $1)",
      [now],
    )
    await scope.run('INSERT INTO user_permission_groups (user_id, group_id, granted_at) VALUES (1, 1, $1)', [now])
    await scope.run(
      "INSERT INTO permission_groups (name, description, created_at, updated_at) VALUES ('Próprio', 'Ação', $1, $1)",
      [now],
    )
  })

  await migrate(database, { migrations })

  const groups = 'SELECT name, name_search, description_search, audience, active, "system" FROM permission_groups'
  expect((await database.read(`${groups} ORDER BY id`)).map(withBooleans)).toEqual([
    {
      name: 'Administrador',
      name_search: 'administrador',
      description_search: 'pode tudo. nao pode ser alterado nem excluido.',
      audience: 'staff',
      active: true,
      system: true,
    },
    {
      name: 'Próprio',
      name_search: 'proprio',
      description_search: 'acao',
      audience: 'staff',
      active: true,
      system: false,
    },
  ])
  expect(await database.read('SELECT user_id, group_id, granted_by FROM user_permission_groups')).toEqual([
    { user_id: 1, group_id: 1, granted_by: null },
  ])
  expect(await database.read('SELECT name, email, password, brand_id FROM users')).toEqual([
    { name: 'Ana', email: 'ana@exemplo.com.br', password: 'hash', brand_id: null },
  ])
  expect(await database.read('SELECT version FROM rbac_state WHERE id = 1')).toHaveLength(1)
})

test('sessions stay through every migration, and one that shows the panel as a group sees it ends with the group', async () => {
  const [database] = databases as [Database, Database] // two were opened above
  const now = instantBind(database.engine, Date.now())
  const before = migrations.findIndex(({ name }) => name.endsWith('-view-as')) + 1
  await migrate(database, { migrations: migrations.slice(0, before) })
  await database.write(async (scope) => {
    await scope.run(
      `INSERT INTO users (name, email, active, must_change_password, version, created_at, updated_at)
       VALUES ('Ana', 'ana@exemplo.com.br', TRUE, FALSE, 1, $1, $1)`,
      [now],
    )
    await scope.run(
      `INSERT INTO permission_groups (name, audience, active, "system", version, created_at, updated_at)
       VALUES ('Leitores', 'staff', TRUE, FALSE, 1, $1, $1)`,
      [now],
    )
    for (const [token, group] of [
      ['a', null],
      ['b', 2],
    ] as const) {
      await scope.run(
        `INSERT INTO sessions (token_hash, user_id, created_at, last_seen_at, expires_at, viewing_group_id)
         VALUES ($1, 1, $2, $2, $2, $3)`,
        [token, now, group],
      )
    }
    await scope.run(
      "INSERT INTO one_time_links (token_hash, purpose, user_id, created_at, expires_at) VALUES ('c', 'reset', 1, $1, $1)",
      [now],
    )
  })

  await migrate(database, { migrations })

  const sessions = () => database.read('SELECT id, token_hash, viewing_group_id FROM sessions ORDER BY id')
  const own = { id: 1, token_hash: 'a', viewing_group_id: null }
  expect(await sessions()).toEqual([own, { id: 2, token_hash: 'b', viewing_group_id: 2 }])
  expect(await database.read('SELECT user_id, issued_by FROM one_time_links')).toEqual([
    { user_id: 1, issued_by: null },
  ])
  await database.write((scope) => scope.run('DELETE FROM permission_groups WHERE id = 2'))
  expect(await sessions()).toEqual([own])
})

test('two processes that start at once run each migration once', async () => {
  const script = fileURLToPath(new URL('../src/scripts/migrate.ts', import.meta.url))
  const start = () =>
    promisify(execFile)(process.execPath, ['--import', 'tsx', script], {
      env: { ...process.env, NODE_ENV: 'test', FICHA_SECRET: 'x'.repeat(32), DATABASE_URL: places[0]?.url },
    })
  const said = await Promise.all([start(), start()])
  const ran = said.flatMap(({ stdout }) => [...stdout.matchAll(/^migrating: (.*)$/gm)].map(([, name]) => name))
  expect(ran.sort()).toEqual(migrations.map(({ name }) => name))
  const [database] = databases as [Database, Database] // two were opened above
  expect(await migrationStatus(database, migrations)).toMatchObject({ pending: [], unknown: [] })
}, 120_000)

/** SQLite gives truth as a number. */
function withBooleans({ active, system, ...row }: { active?: unknown; system?: unknown }) {
  return { ...row, active: Boolean(active), system: Boolean(system) }
}

/** Columns, indexes and references as the engine itself tells them. */
async function shapeOf({ engine, read }: Database): Promise<unknown[]> {
  const parts = await Promise.all(shapes[engine].map((sql) => read(sql)))
  return parts.flat()
}

const shapes = {
  sqlite: [
    `SELECT t.name AS "table", c.name, c.type, c."notnull", c.dflt_value, c.pk FROM sqlite_master t, pragma_table_info(t.name) c
     WHERE t.type = 'table' AND t.name NOT IN ('migrations', 'sqlite_sequence') ORDER BY 1, 2`,
    `SELECT t.name AS "table", f."from", f."table" AS target, f.on_delete FROM sqlite_master t, pragma_foreign_key_list(t.name) f
     WHERE t.type = 'table' ORDER BY 1, 2`,
    `SELECT i.name, i.tbl_name, c.seqno, c.name AS "column", i.sql LIKE 'CREATE UNIQUE%' AS is_unique
     FROM sqlite_master i, pragma_index_info(i.name) c WHERE i.type = 'index' AND i.tbl_name <> 'migrations' ORDER BY 1, 3`,
  ],
  postgres: [
    `SELECT table_name, column_name, data_type, character_maximum_length, is_nullable, column_default, collation_name
     FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> 'migrations' ORDER BY 1, 2`,
    `SELECT conrelid::regclass::text AS "table", pg_get_constraintdef(oid) AS definition FROM pg_constraint
     WHERE connamespace = 'public'::regnamespace AND conrelid::regclass::text <> 'migrations' ORDER BY 1, 2`,
    `SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> 'migrations' ORDER BY 1`,
  ],
}
