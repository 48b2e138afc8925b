import { expect, test } from 'vitest'
import type { Fields } from '../define/field.ts'
import {
  belongsTo,
  boolean,
  cpf,
  date,
  decimal,
  manyToMany,
  money,
  multiSelect,
  select,
  text,
  textarea,
  virtual,
} from '../define/kinds/index.ts'
import { defineResource, type Resource } from '../define/resource.ts'
import { systemTables } from './system-tables.ts'
import { tablesOf } from './tables.ts'

const look = { label: ['Um', 'Muitos'], icon: 'file', title: 'name', tabs: [] } as const

const brand = defineResource('brand', {
  ...look,
  fields: { name: text('Nome', { required: true }), parent: belongsTo('brand', 'Acima') },
  tree: 'parent',
  list: { columns: ['name'] },
})

function thing(fields: Fields, rest: { sort?: string; indexes?: string[][] } = {}): Resource {
  return defineResource('bigThing', {
    ...look,
    fields: { name: text('Nome', { maxLength: 80 }), ...fields },
    list: { columns: ['name'], sort: rest.sort ?? 'name' },
    indexes: rest.indexes ?? [],
  } as never) // names of fields that are only known here
}

function tableOf(resource: Resource, name = 'big_things') {
  const table = tablesOf({ brand, bigThing: resource }).find((found) => found.name === name)
  if (!table) throw new Error(`no table ${name}`)
  return table
}

const columnsOf = (fields: Fields) =>
  tableOf(thing(fields)).columns.filter(
    ({ name }) => !['id', 'name', 'name_search', 'version', 'created_at', 'updated_at'].includes(name),
  )

const indexesOf = (...parts: Parameters<typeof thing>) =>
  tableOf(thing(...parts)).indexes.map(({ name, unique }) => `${name}${unique ? ' unique' : ''}`)

test('every table begins with id and ends with version and times', () => {
  const { columns } = tableOf(thing({}))
  expect(columns.map(({ name }) => name)).toEqual(['id', 'name', 'name_search', 'version', 'created_at', 'updated_at'])
})

test('a text has its folded form beside it, without a length, since folding may lengthen it', () => {
  expect(tableOf(thing({})).columns).toContainEqual({
    name: 'name_search',
    type: 'text',
    nullable: true,
    binary: true,
    derived: { as: 'folded', from: 'name' },
  })
})

test('a belongsTo is an id that refuses, or follows, the deletion of what it points to', () => {
  const fields = {
    brand: belongsTo('brand', 'Marca', { required: true }),
    owner: belongsTo('brand', 'Dona', { onDelete: 'cascade' }),
  }
  expect(columnsOf(fields)).toEqual([
    { name: 'brand_id', type: 'integer', nullable: false, references: { table: 'brands', onDelete: 'restrict' } },
    { name: 'owner_id', type: 'integer', nullable: true, references: { table: 'brands', onDelete: 'cascade' } },
  ])
  expect(indexesOf(fields)).toEqual([
    'big_things__name_search__id',
    'big_things__brand_id__id',
    'big_things__owner_id__id',
  ])
})

test('what is unique under a root has the root beside it', () => {
  const fields = {
    brand: belongsTo('brand', 'Marca'),
    cpf: cpf({ unique: 'brand root' }),
    code: text('Código', { unique: true }),
  }
  expect(columnsOf(fields)).toContainEqual({
    name: 'brand_root',
    type: 'integer',
    nullable: true,
    derived: { as: 'root', from: 'brand_id' },
  })
  expect(indexesOf(fields)).toEqual(
    expect.arrayContaining(['big_things__brand_root__cpf unique', 'big_things__code unique']),
  )
})

test('a tree keeps paths', () => {
  const { columns, indexes } = tableOf(thing({}), 'brands')
  expect(columns).toContainEqual(
    expect.objectContaining({ name: 'path', binary: true, derived: { as: 'path', from: 'parent_id' } }),
  )
  expect(indexes).toContainEqual({ name: 'brands__path', columns: ['path'], unique: true })
})

test('a manyToMany is a table of pairs, and a virtual value nothing', () => {
  const fields = { brands: manyToMany('brand', 'Marcas'), loud: virtual('Alto', boolean(), { when: { name: 'x' } }) }
  expect(columnsOf(fields)).toEqual([])
  expect(tableOf(thing(fields), 'big_things_brands')).toMatchObject({
    primaryKey: ['owner_id', 'target_id'],
    columns: [
      { references: { table: 'big_things', onDelete: 'cascade' } },
      { references: { table: 'brands', onDelete: 'restrict' } },
    ],
  })
})

test('a field that is shown only sometimes may be empty', () => {
  const kind = select('Tipo', { a: 'A', b: 'B' }, { required: true })
  const [, born] = columnsOf({ kind, born: date('Nascimento', { required: true, visibleWhen: { kind: 'a' } }) })
  expect(born).toMatchObject({ nullable: true })
})

test('a default is kept as it is stored', () => {
  const columns = columnsOf({
    active: boolean('Ativo', { default: false }),
    weight: decimal('Peso', { scale: 3, default: 1.25 }),
    fee: money('Taxa', { default: 59_90 }),
    colours: multiSelect('Cores', { red: 'Vermelho', blue: 'Azul' }, { default: ['blue'] }),
  })
  expect(columns.map(({ type, default: value }) => [type, value])).toEqual([
    ['boolean', false],
    ['bigint', 1250],
    ['bigint', 5990],
    ['list', '["blue"]'],
  ])
})

test('indexes follow what the definition asks for, sort by folded texts and end with the id', () => {
  const fields = {
    born: date('Nascimento', { index: true }),
    notes: textarea('Nota'),
    brand: belongsTo('brand', 'Marca'),
  }
  expect(indexesOf(fields, { sort: '-createdAt', indexes: [['brand', 'name']] })).toEqual([
    'big_things__name_search__id',
    'big_things__born__id',
    'big_things__brand_id__id',
    'big_things__created_at__id',
    'big_things__brand_id__name_search__id',
  ])
})

test('names of indexes are short enough for PostgreSQL, and none stands twice in an app', () => {
  const long = 'aFieldWhoseNameGoesOnAndOnUntilNobodyReadsItAnyMore'
  const fields = { [`${long}A`]: text('A', { index: true }), [`${long}B`]: text('B', { index: true }) }
  const names = tablesOf({ brand, bigThing: thing(fields) }).flatMap(({ indexes }) => indexes.map(({ name }) => name))
  expect(names.filter((name) => name.length > 63)).toEqual([])
  expect(new Set(names).size).toBe(names.length)
})

test('tables of the system come along as far as what they refer to is there', () => {
  const user = defineResource('user', { ...look, fields: { name: text('Nome') }, list: { columns: [] } })
  const names = (tables: ReturnType<typeof tablesOf>) => tables.map(({ name }) => name)
  expect(names(tablesOf({ brand }))).not.toContain('sessions')
  const permissionGroup = defineResource('permissionGroup', {
    ...look,
    fields: { name: text('Nome') },
    list: { columns: [] },
  })
  expect(names(tablesOf({ brand, user, permissionGroup }))).toEqual(expect.arrayContaining(names([...systemTables])))
})
