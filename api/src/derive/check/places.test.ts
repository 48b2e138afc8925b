import { expect, test } from 'vitest'
import { belongsTo, decimal, password, text, textarea, virtual } from '../../define/kinds/index.ts'
import { check } from '../check.ts'
import { found, resource } from './spoilt.ts'

test('F201: nothing is listed twice', () => {
  const tabs = [{ title: 'Tudo', sections: [{ fields: ['name'] }, { fields: ['name'] }] }]
  expect(
    found({
      facts: ['name', 'name'] as never,
      list: { columns: ['name', 'id', 'name'] as never },
      tabs: tabs as never,
    }),
  ).toEqual(['F201 thing.facts', 'F201 thing.list.columns', 'F201 thing.tabs[0].sections'])
})

test('F202: what is listed is there and can be shown', () => {
  expect(
    found({ facts: ['nmae'] as never, list: { columns: ['secret'] as never }, fields: { secret: password('Senha') } }),
  ).toEqual(['F202 thing.facts', 'F202 thing.list.columns'])
  const tabs = [{ title: 'Mapa', component: 'BrandMap', fields: ['name', 'place'] }]
  expect(found({ tabs: tabs as never })).toEqual(['F202 thing.tabs[0].fields'])
})

test('F203: what filters has an operator', () => {
  expect(
    found({
      list: { columns: [], filters: ['bag', 'createdAt'] as never },
      fields: { bag: virtual('Saco', text('X'), { from: ['name'], get: () => '' }) },
    }),
  ).toEqual(['F203 thing.list.filters'])
})

test('F204: the search box looks into texts', () => {
  expect(
    found({
      list: { columns: [], search: ['name', 'weight'] as never },
      fields: { weight: decimal('Peso', { scale: 2 }) },
    }),
  ).toEqual(['F204 thing.list.search'])
})

test('F205: a list is sorted by what has an order', () => {
  expect(found({ list: { columns: [], sort: '-notes' as never }, fields: { notes: textarea('Nota') } })).toEqual([
    'F205 thing.list.sort',
  ])
  expect(found({ list: { columns: [], sort: '-createdAt' } })).toEqual([])
})

test('F206: tabs have titles of their own and show relations that are there', () => {
  const tabs = [
    { title: 'Tudo', sections: [{ fields: ['name'] }] },
    { title: 'Tudo', related: 'parts' },
  ]
  expect(found({ tabs: tabs as never })).toEqual(['F206 thing.tabs[1].related', 'F206 thing.tabs[1].title'])
})

test('F207: a field outside every section is a warning', () => {
  const tabs = [{ title: 'Tudo', sections: [{ fields: ['name'] }] }]
  expect(check({ thing: resource('thing', { fields: { lost: text('X') }, tabs: tabs as never }) })).toMatchObject([
    { number: 'F207', severity: 'warning', place: 'thing.fields.lost' },
  ])
})

test('F207: a computed title stands above the page', () => {
  const called = virtual('Nome', text(''), { from: ['lost'], get: () => '' })
  const tabs = [{ title: 'Tudo', sections: [{ fields: ['name', 'lost'] }] }]
  const parts = { fields: { lost: text('X'), called }, tabs: tabs as never }
  expect(found({ ...parts, title: 'called' as never, list: { columns: [], sort: 'name' as never } })).toEqual([])
  expect(check({ thing: resource('thing', parts) })).toMatchObject([{ number: 'F207', place: 'thing.fields.called' }])
})

test('F210: a list within a tree wants an index over both', () => {
  const brand = belongsTo('brand', 'Marca')
  const list = { columns: ['name'], filters: ['brand'] }
  expect(found({ fields: { brand }, list: list as never })).toEqual(['F210 thing.list.sort'])
  expect(found({ fields: { brand }, list: list as never, indexes: [['brand', 'name']] as never })).toEqual([])
})

test('F211: a list sorted by a long text is a warning', () => {
  expect(
    found({ list: { columns: [], sort: 'long' as never }, fields: { long: text('Longo', { maxLength: 400 }) } }),
  ).toEqual(['F211 thing.list.sort'])
})

test('everything is reported at once, in the order of the numbers', () => {
  expect(found({ title: 'x' as never, tree: 'y' as never, facts: ['z'] as never, list: { columns: [] } })).toEqual([
    'F105 thing.tree',
    'F110 thing.title',
    'F202 thing.facts',
    'F205 thing.list.sort',
  ])
})
