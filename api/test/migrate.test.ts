import { afterEach, beforeEach, expect, test } from 'vitest'
import { noAnswers } from '../src/derive/diff/answers.ts'
import { indexOf } from '../src/derive/indexes.ts'
import type { ColumnSchema, TableSchema } from '../src/derive/schema.ts'
import { diff } from '../src/derive/schema-diff.ts'
import {
  alterColumns,
  createTable,
  dropColumn,
  type Migration,
  renameColumn,
  run,
  type Step,
} from '../src/derive/steps.ts'
import { openDatabase } from '../src/store/database.ts'
import { createTables, migrate, migrationStatus } from '../src/store/migrate/run.ts'
import type { Database } from '../src/store/types.ts'
import { freshDatabase, type TestDatabase } from './databases.ts'

let place: TestDatabase
let database: Database

const empty = { name: 'empty', fill: async (url: string) => (await openDatabase(url)).close() }

beforeEach(async () => {
  place = await freshDatabase(empty)
  database = await openDatabase(place.url)
})

afterEach(async () => {
  await database.close()
  await place.drop()
})

const id: ColumnSchema = { name: 'id', type: 'integer', nullable: false }
const text = (name: string, length = 80): ColumnSchema => ({ name, type: 'string', length, nullable: true })
const folded = (from: string): ColumnSchema => ({
  name: `${from}_search`,
  type: 'text',
  nullable: true,
  binary: true,
  derived: { as: 'folded', from },
})
const to = (table: string, onDelete: 'cascade' | 'restrict'): ColumnSchema => ({
  name: `${table}_id`,
  type: 'integer',
  nullable: true,
  references: { table, onDelete },
})

const parents: TableSchema = {
  name: 'parents',
  columns: [id, text('name'), text('nickname')],
  indexes: [indexOf('parents', ['name'], { unique: true })],
}
const children: TableSchema = {
  name: 'children',
  columns: [id, text('name'), to('parents', 'cascade')],
  indexes: [indexOf('children', ['parents_id', 'id'])],
}

async function family() {
  await createTables(database, [children, parents])
  await change(
    `INSERT INTO parents (name, nickname) VALUES ('João', 'Jo'), ('Zé', NULL), ('Ana', NULL)`,
    `INSERT INTO children (name, parents_id) VALUES ('a', 1), ('b', 1), ('c', 2)`,
    'DELETE FROM parents WHERE id = 3',
  )
}

async function change(...statements: string[]) {
  await database.write(async ({ transaction }) => {
    for (const statement of statements) await database.sequelize.query(statement, { transaction })
  })
}

const steps = (name: string, ...up: Step[]): Migration => ({ name, up })

test('a migration runs once', async () => {
  const migrations = [steps('1-parents', createTable(parents)), steps('2-children', createTable(children))]
  expect(await migrate(database, { migrations })).toEqual(['1-parents', '2-children'])
  expect(await migrate(database, { migrations })).toEqual([])
  expect(await migrationStatus(database, migrations.slice(1))).toEqual({
    executed: ['2-children'],
    pending: [],
    unknown: ['1-parents'],
  })
})

test('processes that start at once run each migration once', async () => {
  const migrations = [
    steps('1-parents', createTable(parents)),
    steps(
      '2-ana',
      run('a first row', async (scope) => void (await scope.run(`INSERT INTO parents (name) VALUES ('Ana')`))),
    ),
  ]
  const others = await Promise.all(Array.from({ length: 6 }, () => openDatabase(place.url)))
  const ran = await Promise.all(others.map((other) => migrate(other, { migrations })))
  for (const other of others) await other.close()
  expect(ran.flat().sort()).toEqual(['1-parents', '2-ana'])
  expect(await database.read('SELECT id, name FROM parents')).toEqual([{ id: 1, name: 'Ana' }])
})

test('a migration that fails leaves nothing behind and is tried again', async () => {
  const failing = run('fails', async () => {
    throw new Error('not now')
  })
  await expect(migrate(database, { migrations: [steps('1', createTable(parents), failing)] })).rejects.toThrow(
    'not now',
  )
  expect(await migrate(database, { migrations: [steps('1', createTable(parents))] })).toEqual(['1'])
})

test('two tables may refer to each other', async () => {
  const [hen, egg] = [
    { name: 'hens', columns: [id, to('eggs', 'restrict')], indexes: [] },
    { name: 'eggs', columns: [id, to('hens', 'restrict')], indexes: [] },
  ]
  await createTables(database, [hen, egg])
  await expect(change('INSERT INTO hens (eggs_id) VALUES (1)')).rejects.toThrow()
})

test('first rows are there with their times', async () => {
  await createTables(database, [
    {
      name: 'groups',
      columns: [
        id,
        text('name'),
        { name: 'system', type: 'boolean', nullable: false, default: false },
        { name: 'created_at', type: 'instant', nullable: false },
      ],
      indexes: [],
      rows: [{ name: 'Administrador', system: true }],
    },
  ])
  expect(await database.read(`SELECT id, name FROM groups WHERE system AND created_at IS NOT NULL`)).toEqual([
    { id: 1, name: 'Administrador' },
  ])
})

test('altering a column keeps its children, its indexes and the ids that were given', async () => {
  await family()
  const migrations = [
    steps('1', alterColumns('parents', [{ ...text('name', 120), nullable: false }])),
    steps('2', alterColumns('children', [{ ...to('parents', 'cascade'), nullable: false }])),
  ]
  await migrate(database, { migrations })

  expect(await database.read('SELECT name, parents_id FROM children ORDER BY id')).toEqual([
    { name: 'a', parents_id: 1 },
    { name: 'b', parents_id: 1 },
    { name: 'c', parents_id: 2 },
  ])
  await expect(change(`INSERT INTO parents (name) VALUES ('Zé')`)).rejects.toThrow()
  await expect(change('INSERT INTO parents (nickname) VALUES (1)')).rejects.toThrow()
  await expect(change(`INSERT INTO children (name) VALUES ('d')`)).rejects.toThrow()
  await expect(change(`INSERT INTO children (name, parents_id) VALUES ('d', 99)`)).rejects.toThrow()
  await change(`INSERT INTO parents (name) VALUES ('Bia')`, 'DELETE FROM parents WHERE id = 1')
  expect(await database.read('SELECT name FROM parents WHERE id > 3')).toEqual([{ name: 'Bia' }])
  expect(await database.read('SELECT name FROM children')).toEqual([{ name: 'c' }])
})

test('another rule for a reference is followed from then on', async () => {
  await family()
  await migrate(database, { migrations: [steps('1', alterColumns('children', [to('parents', 'restrict')]))] })
  await expect(change('DELETE FROM parents WHERE id = 1')).rejects.toThrow()
})

test('values that no longer fit stop the migration', async () => {
  await family()
  const migrations = [steps('1', alterColumns('parents', [text('name', 2)]))]
  await expect(migrate(database, { migrations })).rejects.toThrow(
    'parents.name cannot become string(2): 1 rows hold more',
  )
})

test('renaming and dropping keep rows and children', async () => {
  await family()
  const migrations = [steps('1', renameColumn('parents', 'name', 'full_name'), dropColumn('parents', 'nickname'))]
  await migrate(database, { migrations })
  expect(await database.read('SELECT * FROM parents ORDER BY id')).toEqual([
    { id: 1, full_name: 'João' },
    { id: 2, full_name: 'Zé' },
  ])
  expect(await database.read('SELECT count(*) AS n FROM children')).toMatchObject([
    { n: expect.toSatisfy((n) => Number(n) === 3) },
  ])
})

test('a reference may be added, filled and demanded, and dropped again', async () => {
  await family()
  const guardian: ColumnSchema = {
    name: 'guardian_id',
    type: 'integer',
    nullable: false,
    references: { table: 'parents', onDelete: 'restrict' },
  }
  const withGuardian = { ...children, columns: [...children.columns, guardian] }
  const there = diff([parents, children], [parents, withGuardian], {
    ...noAnswers,
    fill: new Map([['children.guardian_id', '2']]),
  })
  await migrate(database, { migrations: [steps('1', ...there.steps)] })
  expect(await database.read('SELECT DISTINCT guardian_id FROM children')).toEqual([{ guardian_id: 2 }])
  await expect(change('DELETE FROM parents WHERE id = 2')).rejects.toThrow()

  const back = diff([parents, withGuardian], [parents, children], {
    ...noAnswers,
    drop: new Set(['children.guardian_id']),
  })
  await migrate(database, { migrations: [steps('2', ...back.steps)] })
  expect(Object.keys((await database.read('SELECT * FROM children'))[0] ?? {})).toEqual(['id', 'name', 'parents_id'])
})

test('a table may change its name under its children', async () => {
  await family()
  const [elders, heirs] = [
    { ...parents, name: 'elders' },
    {
      ...children,
      columns: [
        id,
        text('name'),
        { ...to('parents', 'cascade'), references: { table: 'elders', onDelete: 'cascade' as const } },
      ],
    },
  ]
  const { steps: up } = diff([parents, children], [elders, heirs], {
    ...noAnswers,
    rename: new Map([['parents', 'elders']]),
  })
  await migrate(database, { migrations: [steps('1', ...up)] })
  await change('DELETE FROM elders WHERE id = 1')
  expect(await database.read('SELECT name FROM children')).toEqual([{ name: 'c' }])
})

test('a new folded column is filled for the rows that are there', async () => {
  await createTables(database, [parents])
  const names = Array.from({ length: 4_500 }, (_, at) => `('João ${at}')`)
  await change(
    `INSERT INTO parents (name) VALUES ${names.join(', ')}`,
    `INSERT INTO parents (nickname) VALUES ('nobody')`,
  )
  const { steps: up } = diff([parents], [{ ...parents, columns: [...parents.columns, folded('name')] }])
  await migrate(database, { migrations: [steps('1', ...up)] })
  expect(await database.read('SELECT name_search FROM parents WHERE id IN (1, 4500, 4501) ORDER BY id')).toEqual([
    { name_search: 'joao 0' },
    { name_search: 'joao 4499' },
    { name_search: null },
  ])
})

test('a table that becomes a tree gets its paths, and those who point into it their roots', async () => {
  const tree = { name: 'nodes', columns: [id, { ...to('nodes', 'restrict') }], indexes: [] }
  const leaves = { name: 'leaves', columns: [id, to('nodes', 'restrict')], indexes: [] }
  await createTables(database, [tree, leaves])
  await change(
    'INSERT INTO nodes (nodes_id) VALUES (NULL), (1), (2), (NULL)',
    'INSERT INTO leaves (nodes_id) VALUES (3), (4), (NULL)',
  )
  const path: ColumnSchema = {
    name: 'path',
    type: 'string',
    length: 255,
    nullable: true,
    binary: true,
    derived: { as: 'path', from: 'nodes_id' },
  }
  const root: ColumnSchema = {
    name: 'nodes_root',
    type: 'integer',
    nullable: true,
    derived: { as: 'root', from: 'nodes_id' },
  }
  const { steps: up } = diff(
    [leaves, tree],
    [
      { ...leaves, columns: [...leaves.columns, root] },
      { ...tree, columns: [...tree.columns, path] },
    ],
  )
  await migrate(database, { migrations: [steps('1', ...up)] })
  expect((await database.read<{ path: string }>('SELECT path FROM nodes ORDER BY id')).map(({ path }) => path)).toEqual(
    ['/1/', '/1/2/', '/1/2/3/', '/4/'],
  )
  expect(
    (await database.read<{ nodes_root: number }>('SELECT nodes_root FROM leaves ORDER BY id')).map(
      ({ nodes_root }) => nodes_root,
    ),
  ).toEqual([1, 4, null])
})
