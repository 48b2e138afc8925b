import { readdirSync } from 'node:fs'
import { expect, test } from 'vitest'
import { importsOf } from './floors/imports.ts'
import { wrongPackage } from './floors/packages.ts'
import { unknownRooms, wrongWay } from './floors/rooms.ts'
import { filesUnder, parse, root, sourceOf } from './floors/sources.ts'
import { idleExcuses, unaskingVerbs } from './floors/verbs.ts'
import { destructiveCalls, doubleCasts, promises } from './floors/words.ts'

const topLevel = [
  'LICENSE',
  'README.md',
  'admin',
  'api',
  'biome.json',
  'docker-compose.yml',
  'package-lock.json',
  'package.json',
  'seeds',
  'tsconfig.json',
  'turbo.json',
]

/** Made by running things here, and ignored by git. */
const made = ['node_modules', 'data', 'coverage']

const wallOfLines = 300

/** Lists that no reader is helped by cutting: the tests of one subject, the texts of one language. */
const exempt = /\.test\.tsx?$|^api\/src\/contract\/words\//

const paths = ['api', 'admin', 'seeds'].flatMap(filesUnder)
const sources = parse(paths)
const imports = sources.filter(({ path }) => !/\.test\.tsx?$/.test(path)).flatMap(importsOf)

test('the top level holds nothing but what the design names', () => {
  const entries = readdirSync(root).filter((name) => !name.startsWith('.') && !made.includes(name))

  expect(entries.filter((name) => !topLevel.includes(name))).toEqual([])
})

test('every room has its place in the order of the floors', () => {
  expect(unknownRooms(paths)).toEqual([])
})

test('no room is a drawer for things without a name', () => {
  const drawers = paths.filter((path) => /\/(utils?|helpers?|misc|common|shared|lib)(\/|\.tsx?$)/.test(path))

  expect(drawers).toEqual([])
})

test('imports run downwards only', () => {
  expect(imports.flatMap(wrongWay)).toEqual([])
})

test('a package is known only in the rooms it belongs to, and the admin takes the contract alone', () => {
  expect(imports.flatMap(wrongPackage)).toEqual([])
})

/** Verbs that addresses call without asking who may, and why. */
const unasked = {
  bodyTag: 'hashes a body that is already made',
  changePassword: "changes one's own password, for who knows it",
  groupsOf: 'is a definition',
  hasUsers: 'says whether the panel is set up, for the link that sets it up',
  makeAdministrator: 'is for the holder of the link that sets the panel up',
  metadata: 'tells of the definitions what the person may know',
  readPasswordLink: 'is for the holder of the link',
  setPasswordByLink: 'is for the holder of the link',
  usersOf: 'is a definition',
  viewAsOneself: 'gives a session back to its own user',
}

test('a verb that an address calls asks whether the person may', () => {
  expect(unaskingVerbs(sources, unasked)).toEqual([])
  expect(idleExcuses(sources, unasked)).toEqual([])
})

test('the checks find what they are for: a verb that asks nobody', () => {
  const verb = (body: string) => [
    sourceOf('api/src/records/peek.ts', `export function peek() { ${body} }`),
    sourceOf('api/src/http/peek.ts', "import { peek } from '../records/peek.ts'"),
  ]

  expect(unaskingVerbs(verb('return readAll()'), {})).toEqual(['peek'])
  expect(unaskingVerbs(verb('demand(1); return readAll()'), {})).toEqual([])
})

test('no file is longer than the wall', () => {
  const lengthOf = (text: string) => text.trimEnd().split('\n').length
  const long = sources.filter(
    ({ path, text }) => lengthOf(text) > wallOfLines && !exempt.test(path) && !/^.*generated/i.test(text),
  )

  expect(long.map(({ path, text }) => `${path}: ${lengthOf(text)} lines`)).toEqual([])
})

test('nothing calls what deletes child rows on SQLite', () => {
  expect(sources.filter(({ path }) => /^api\/(src|migrations)\//.test(path)).flatMap(destructiveCalls)).toEqual([])
})

test('nothing casts through unknown', () => {
  expect(sources.flatMap(doubleCasts)).toEqual([])
})

test('a promise in a comment names its issue', () => {
  expect(sources.flatMap(promises)).toEqual([])
})

test('the rules see what they are there to see', () => {
  const planted = sourceOf(
    'api/src/records/planted.ts',
    [
      "import type { App } from '../http/routes.ts'",
      "export { Model } from 'sequelize'",
      "type Customer = import('../resources/customer.ts').Customer",
      "await queryInterface.removeColumn('customers', 'name')",
      'await sequelize.sync({ alter: true })',
      'const customer = row as unknown as Customer',
      ['//', 'TODO', 'later'].join(' '),
    ].join('\n'),
  )
  const found = [
    ...importsOf(planted).flatMap(wrongWay),
    ...importsOf(planted).flatMap(wrongPackage),
    ...[destructiveCalls, doubleCasts, promises].flatMap((rule) => rule(planted)),
  ]

  expect(found.map((violation) => violation.split('  ')[0])).toEqual(
    [1, 3, 2, 4, 5, 6, 7].map((line) => `api/src/records/planted.ts:${line}`),
  )
})
