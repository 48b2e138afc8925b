import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterEach, beforeEach, expect, test } from 'vitest'
import * as shipped from '../../resources/index.ts'
import { newResource } from './resource.ts'
import { resourceSource } from './source.ts'

/** Beside the real folders, so that what a definition imports is found. */
let folder: string
let migrations: string

beforeEach(() => {
  const name = crypto.randomUUID()
  folder = fileURLToPath(new URL(`../../.resources-${name}/`, import.meta.url))
  migrations = fileURLToPath(new URL(`../../../.migrations-${name}/`, import.meta.url))
  for (const path of [folder, migrations]) mkdirSync(path)
  writeFileSync(join(folder, 'index.ts'), "export { brand } from './brand.ts'\nexport { user } from './user.ts'\n")
})

afterEach(() => {
  for (const path of [folder, migrations]) rmSync(path, { recursive: true })
})

const make = (name: string, ...fields: string[]) =>
  newResource({ name, fields }, { resources: shipped, folder, migrations })

test('a new resource has a file, a migration and a line', async () => {
  const { file, migration, warnings } = await make(
    'fuelCard',
    'number:text:required:unique=Número',
    'brand:belongsTo:brand',
    'limit:money',
    'size:select:small,large',
  )
  expect(readdirSync(folder).sort()).toEqual(['fuel-card.ts', 'index.ts'])
  expect(readdirSync(migrations).sort()).toEqual([`${migration}.ts`, 'index.ts', 'schema.json'])
  expect(readFileSync(join(folder, 'index.ts'), 'utf8')).toBe(
    "export { brand } from './brand.ts'\nexport { fuelCard } from './fuel-card.ts'\nexport { user } from './user.ts'\n",
  )
  expect(warnings).toEqual([])
  expect(
    readFileSync(join(folder, file), 'utf8'),
  ).toBe(`import { belongsTo, money, select, text } from '../define/kinds/index.ts'
import { defineResource } from '../define/resource.ts'

export const fuelCard = defineResource('fuelCard', {
  label: ['Fuel card', 'Fuel cards'],
  icon: 'app',
  menu: 'registry',
  title: 'number',

  fields: {
    number: text('Número', { required: true, unique: true }),
    brand: belongsTo('brand', 'Brand'),
    limit: money('Limit'),
    size: select('Size', { small: 'Small', large: 'Large' }),
  },

  list: {
    columns: ['number', 'brand', 'limit', 'size'],
    filters: ['brand', 'size'],
    search: ['number'],
    sort: 'number',
  },

  tabs: [{ title: 'Fuel card', sections: [{ fields: ['number', 'brand', 'limit', 'size'] }] }],

  indexes: [['brand', 'number']],
})
`)
})

test('a name alone gives a resource with a name', () => {
  expect(resourceSource({ name: 'tracker', fields: [] }, shipped)).toContain("name: text('Nome', { required: true })")
})

test.each([
  ['Tracker', '"Tracker" is not an identifier'],
  ['brand', 'There is a resource "brand" already.'],
  ['delete', '"delete" means something else'],
  ['text', '"text" means something else'],
  ['session', 'F002 session'],
])('a resource is not called %s', async (name, message) => {
  await expect(make(name)).rejects.toThrow(message)
  expect(readdirSync(folder)).toEqual(['index.ts'])
  expect(readdirSync(migrations)).toEqual([])
})

test.each([
  ['id', '"id" is a name of every record'],
  ['price_gte:money', '"price_gte" ends like the operator _gte'],
  ['_x', '"_x" is not an identifier'],
  ['imei:txt', 'there is no kind "txt"'],
  ['imei:text:requierd', '"requierd" is no option'],
  ['brand:belongsTo', 'belongsTo needs an argument'],
  ['state:status', 'write a status into the file by hand'],
  ['brand:belongsTo:brnad', 'F101 tracker.fields.brand: "brnad" is not a resource.'],
])('a field is not written %s', async (field, message) => {
  await expect(make('tracker', field)).rejects.toThrow(message)
  expect(readdirSync(folder)).toEqual(['index.ts'])
})
