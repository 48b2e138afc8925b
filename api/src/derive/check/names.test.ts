import { expect, test } from 'vitest'
import { action } from '../../define/action.ts'
import { belongsTo, password, text } from '../../define/kinds/index.ts'
import { check } from '../check.ts'
import { found, resource, tree } from './spoilt.ts'

test('F001: a resource has its own name, an identifier', () => {
  expect(check({ brand: tree, marca: tree }).map(({ number, place }) => `${number} ${place}`)).toContain('F001 brand')
  expect(check({ big_brand: resource('big_brand') })).toMatchObject([{ number: 'F001' }])
})

test('F002: no table and no path is taken twice', () => {
  expect(check({ session: resource('session') })).toMatchObject([{ number: 'F002' }])
  expect(check({ person: resource('person'), people: resource('people') }).map(({ number }) => number)).toEqual([
    'F002',
    'F002',
    'F002',
    'F002',
  ])
  expect(check({ token: resource('token') })).toMatchObject([
    { number: 'F002', problem: 'the path /tokens belongs to something else.' },
  ])
})

test('F003: names of every record and of the list query are reserved', () => {
  for (const reserved of ['id', 'version', 'q', 'createdAt', '_sort']) {
    expect(found({ fields: { [reserved]: text('X') } })).toContain(`F003 thing.fields.${reserved}`)
  }
})

test('F004: a name does not end like an operator', () => {
  expect(found({ fields: { price_gte: text('X') } })).toContain('F004 thing.fields.price_gte')
})

test('F005: a name is an identifier', () => {
  expect(found({ fields: { _secret: text('X') } })).toContain('F005 thing.fields._secret')
  expect(found({ fields: { Big: text('X'), 'with-dash': text('X') } })).toEqual([
    'F005 thing.fields.Big',
    'F005 thing.fields.with-dash',
  ])
  const mend = action('brand', {
    label: 'Consertar',
    message: 'Feito.',
    input: { _how: text('Como') },
    run: () => undefined,
  })
  expect(found({ actions: { mend } })).toEqual(['F005 thing.actions.mend.input._how'])
})

test('F006: no two fields share a column or a key', () => {
  expect(found({ fields: { brand: belongsTo('brand', 'Marca'), brandId: text('X') } })).toEqual([
    'F006 thing.fields.brandId',
  ])
  expect(found({ fields: { nameSearch: text('X') } })).toEqual(['F006 thing.fields.nameSearch'])
  expect(found({ fields: { secret: password('Senha'), secretConfirmation: text('X') } })).toEqual([
    'F006 thing.fields.secretConfirmation',
  ])
})

test('F007: an action is not called like a verb of the API', () => {
  const nothing = action('brand', { label: 'X', message: 'Feito.', run: () => undefined })
  expect(found({ actions: { update: nothing, 'do-it': nothing, migrate: nothing } })).toEqual([
    'F007 thing.actions.do-it',
    'F007 thing.actions.update',
  ])
  expect(
    found({ actions: { migrate: nothing }, verbs: { migrate: 'X', read: 'X', 'do-it': 'X', assign: 'X' } }),
  ).toEqual(['F007 thing.verbs.do-it', 'F007 thing.verbs.migrate', 'F007 thing.verbs.read'])
})

test('F008: labels are not empty', () => {
  expect(found({ label: ['Um', ' '], fields: { blank: text('') }, verbs: { assign: '' } })).toEqual([
    'F008 thing.fields.blank',
    'F008 thing.label[1]',
    'F008 thing.verbs.assign',
  ])
})
