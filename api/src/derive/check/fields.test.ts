import { expect, test } from 'vitest'
import { boolean, json, password, select, status, text, textarea, virtual } from '../../define/kinds/index.ts'
import { found } from './spoilt.ts'

test('F107: a virtual value is worked out from fields that can be read', () => {
  const shout = virtual('Grito', text('X'), { from: ['name', 'missing', 'secret'], get: () => '' })
  expect(found({ fields: { secret: password('Senha'), shout } })).toEqual([
    'F107 thing.fields.shout.from',
    'F107 thing.fields.shout.from',
  ])
})

test('F108: the reason of a state is a text that people write', () => {
  const state = (reason: string) =>
    status('Status', { states: { on: ['Sim', 'success'], off: ['Não', 'danger'] }, initial: 'on', reason })
  expect(found({ fields: { state: state('why'), why: textarea('Motivo') } })).toEqual([])
  expect(found({ fields: { state: state('wyh'), why: textarea('Motivo') } })).toEqual([
    'F108 thing.fields.state.reason',
  ])
  expect(found({ fields: { state: state('why'), why: boolean('Motivo') } })).toEqual(['F108 thing.fields.state.reason'])
})

test('F109: a default is a value the field takes', () => {
  expect(
    found({
      fields: {
        size: select('Tamanho', { big: 'Grande' }, { default: 'huge' as 'big' }),
        code: text('Código', { maxLength: 3, default: 'abcd' }),
      },
    }),
  ).toEqual(['F109 thing.fields.code.default', 'F109 thing.fields.size.default'])
})

test('F110: a text names a record', () => {
  expect(
    found({
      title: 'active' as never,
      list: { columns: [], sort: 'name' as never },
      fields: { active: boolean('Ativo') },
    }),
  ).toEqual(['F110 thing.title'])
  expect(
    found({
      title: 'secret' as never,
      list: { columns: [], sort: 'name' as never },
      fields: { secret: password('Senha') },
    }),
  ).toEqual(['F110 thing.title'])
})

test('F110: what names a record is not masked', () => {
  expect(
    found({
      title: 'code' as never,
      list: { columns: [], sort: 'name' as never },
      fields: { code: text('Código', { masked: true }) },
    }),
  ).toEqual(['F110 thing.title'])
})

test('F121: only texts are masked', () => {
  expect(
    found({ fields: { active: boolean('Ativo', { masked: true }), secret: password('Senha', { masked: true }) } }),
  ).toEqual(['F121 thing.fields.active.masked', 'F121 thing.fields.secret.masked'])
})

test('F111: what is unique or indexed fits an index', () => {
  expect(
    found({
      fields: { long: text('Longo', { maxLength: 400, index: true }), notes: textarea('Nota', { unique: true }) },
    }),
  ).toEqual(['F111 thing.fields.long.index', 'F111 thing.fields.notes.unique'])
  expect(found({ fields: { bag: json('Dados') }, indexes: [['bag' as never]] })).toEqual(['F111 thing.indexes[0]'])
})

test('F112: options do not contradict each other', () => {
  expect(
    found({
      fields: {
        code: text('Código', { readOnly: true, createOnly: true }),
        made: text('Feito', { readOnly: true, required: true }),
      },
    }),
  ).toEqual(['F112 thing.fields.code', 'F112 thing.fields.made'])
})
