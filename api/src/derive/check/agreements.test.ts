import { expect, test } from 'vitest'
import { belongsTo, boolean, date, postalCode, state, text, textarea, virtual } from '../../define/kinds/index.ts'
import { check } from '../check.ts'
import { type Definition, found, resource, tree } from './spoilt.ts'

const place = (option: string) => `thing.fields.${option}`

test('F106: unique within a field names one that stands in an index', () => {
  const brand = belongsTo('brand', 'Marca')
  const code = (unique: string) => text('Código', { unique })
  expect(found({ fields: { brand, code: code('brand') } })).toEqual([])
  expect(found({ fields: { brand, code: code('code') } })).toEqual([`F106 ${place('code.unique')}`])
  expect(found({ fields: { notes: textarea('Nota'), code: code('notes') } })).toEqual([`F106 ${place('code.unique')}`])
})

test('F114: fields that agree are several, and such as people write', () => {
  const fields = {
    rg: text('RG'),
    issuer: text('Órgão', { readOnly: true }),
    shout: virtual('Grito', text('X'), { from: ['name'], get: () => '' }),
  }
  expect(found({ fields, together: [['name', 'rg']] as never, anyOf: [['name', 'rg']] as never })).toEqual([])
  expect(found({ fields, together: [['rg']] as never })).toEqual(['F114 thing.together[0]'])
  expect(found({ fields, anyOf: [['rg', 'issuer', 'shout', 'missing']] as never })).toEqual(
    Array.from({ length: 3 }, () => 'F114 thing.anyOf[0]'),
  )
})

test('F115: a day comes after that of another date', () => {
  const ends = (after: string) => ({ starts: date('De'), ends: date('Até', { after }) })
  expect(found({ fields: ends('starts') })).toEqual([])
  expect(found({ fields: ends('ends') })).toEqual([`F115 ${place('ends.after')}`])
  expect(found({ fields: { starts: date('De', { notBefore: 'name' }) } })).toEqual([
    `F115 ${place('starts.notBefore')}`,
  ])
})

test('F116: what is copied is copied from where it is, and written by nobody else', () => {
  const other = resource('other', {
    fields: { brand: belongsTo('brand', 'Marca'), sure: belongsTo('brand', 'Marca', { required: true }) },
  })
  const findings = (copied: object) => {
    const fields = {
      other: belongsTo('other' as 'brand', 'Outro', { required: true }),
      brand: belongsTo('brand', 'Marca', copied),
    }
    return check({ brand: tree, other, thing: resource('thing', { fields } as Partial<Definition>) })
      .filter(({ number }) => number === 'F116')
      .map(({ problem }) => problem)
  }
  expect(findings({ readOnly: true, required: true, copiedFrom: 'other.sure' })).toEqual([])
  expect(findings({ readOnly: true, copiedFrom: 'name.sure' })).toEqual(['"name" is not a belongsTo of thing.'])
  expect(findings({ readOnly: true, copiedFrom: 'other.name' })).toEqual([
    '"other" has no field "name" that points to the same.',
  ])
  expect(findings({ copiedFrom: 'other.sure' })).toEqual(['could be written by people too.'])
  expect(findings({ readOnly: true, required: true, copiedFrom: 'other.brand' })).toEqual([
    'is required, but what it is copied from may be empty.',
  ])
})

test('F117: a choice reaches along the same tree here and there', () => {
  const other = resource('other', { fields: { brand: belongsTo('brand', 'Marca') } })
  const findings = (options: object) => {
    const fields = { brand: belongsTo('brand', 'Marca'), other: belongsTo('other' as 'brand', 'Outro', options) }
    return check({ brand: tree, other, thing: resource('thing', { fields } as Partial<Definition>) }).map(
      ({ number, place }) => `${number} ${place}`,
    )
  }
  expect(findings({ reaches: 'brand', preset: { name: 'Geral' } })).toEqual([])
  expect(findings({ reaches: 'name' })).toEqual([`F117 ${place('other.reaches')}`])
  expect(findings({ preset: { name: 'Geral' } })).toEqual([`F117 ${place('other.preset')}`])
  expect(findings({ reaches: 'brand', preset: { isDefault: true } })).toEqual([`F104 ${place('other.preset')}`])
})

test('F118: one of each owner is a boolean, and the owner a field', () => {
  expect(found({ fields: { main: boolean('Principal', { onePer: 'name' }) } })).toEqual([])
  expect(found({ fields: { main: boolean('Principal', { onePer: 'owner' }) } })).toEqual([
    `F118 ${place('main.onePer')}`,
  ])
})

test('F119: a CEP is expected in the state of a field of that kind', () => {
  expect(found({ fields: { state: state(), cep: postalCode({ expects: { state: 'state' } }) } })).toEqual([])
  expect(found({ fields: { cep: postalCode({ expects: { state: 'name' } }) } })).toEqual([
    `F119 ${place('cep.expects.state')}`,
  ])
})

test('F104: conditions that demand, expect or show a tab name fields and values that can be', () => {
  const fields = {
    size: text('Tamanho', { requiredWhen: { colour: 'red' } }),
    full: text('Inteiro', { expects: { minWords: 2, when: { colour: 'red' } } }),
  }
  const tabs = [{ title: 'Tudo', sections: [{ fields: ['name', 'size', 'full'] }], visibleWhen: { colour: 'red' } }]
  expect(found({ fields, tabs } as Partial<Definition>)).toEqual([
    `F104 ${place('full.expects')}`,
    `F104 ${place('size.requiredWhen')}`,
    'F104 thing.tabs[0].visibleWhen',
  ])
})
