import { expect, test } from 'vitest'
import {
  belongsTo,
  boolean,
  manyToMany,
  multiSelect,
  password,
  select,
  text,
  virtual,
} from '../../define/kinds/index.ts'
import { hasMany } from '../../define/relation.ts'
import { check } from '../check.ts'
import { type Definition, found, resource, tree } from './spoilt.ts'

test('F101: references and relations name resources', () => {
  const lost = belongsTo('brnad' as 'brand', 'Marca')
  expect(found({ fields: { brand: lost }, relations: { parts: hasMany('part' as 'brand', { via: 'x' }) } })).toEqual([
    'F101 thing.fields.brand',
    'F101 thing.relations.parts',
  ])
})

test('F102: a relation goes back along a belongsTo that points here', () => {
  const relations = { wrong: hasMany('brand', { via: 'parent' }), missing: hasMany('brand', { via: 'owner' }) }
  expect(found({ relations })).toEqual(['F102 thing.relations.missing.via', 'F102 thing.relations.wrong.via'])
})

test('F103: the columns of a related tab are there and can be read', () => {
  const part = resource('part', {
    fields: { thing: belongsTo('thing' as 'brand', 'Coisa'), secret: password('Senha') },
  })
  const tabs = [
    { title: 'Coisa', sections: [{ fields: ['name'] }] },
    { title: 'Partes', related: 'parts', columns: ['name', 'plate', 'secret', 'createdAt'] },
  ]
  const relations = { parts: hasMany('part' as 'brand', { via: 'thing' }) }
  expect(check({ part, thing: resource('thing', { relations, tabs } as Partial<Definition>) })).toMatchObject([
    {
      number: 'F103',
      place: 'thing.tabs[1].columns',
      problem: '"part" has no field "plate" to show.',
      hint: 'It has name, thing, id, createdAt, updatedAt.',
    },
    { number: 'F103', place: 'thing.tabs[1].columns', problem: '"part" has no field "secret" to show.' },
  ])
})

test('F104: conditions name fields and values that can be', () => {
  const kind = select('Tipo', { big: 'Grande', small: 'Pequeno' })
  expect(found({ fields: { kind, extra: text('X', { visibleWhen: { kind: 'huge' } }) } })).toEqual([
    'F104 thing.fields.extra.visibleWhen',
  ])
  expect(found({ fields: { kind, extra: text('X', { visibleWhen: { knid: 'big' } }) } })).toEqual([
    'F104 thing.fields.extra.visibleWhen',
  ])
  expect(found({ fields: { kind, extra: text('X', { visibleWhen: { extra: 'a' } }) } })).toEqual([
    'F104 thing.fields.extra.visibleWhen',
  ])
  expect(found({ fields: { kind, extra: text('X', { visibleWhen: { kind: ['big', 'small'] } }) } })).toEqual([])
  expect(found({ fields: { brand: belongsTo('brand', 'Marca', { where: { active: true } }) } })).toEqual([
    'F104 thing.fields.brand.where',
  ])
  expect(found({ fields: { kind, isBig: virtual('Grande', boolean(), { when: { kind: 'bigger' } }) } })).toEqual([
    'F104 thing.fields.isBig.when',
  ])
  expect(
    found({
      fields: {
        colours: multiSelect('Cores', { red: 'Vermelho' }),
        extra: text('X', { visibleWhen: { colours: 'red' } }),
      },
    }),
  ).toEqual(['F104 thing.fields.extra.visibleWhen'])
})

test('F105: a tree points to itself and has roots', () => {
  expect(found({ tree: 'brand' as never, fields: { brand: belongsTo('brand', 'Marca') } })).toContain('F105 thing.tree')
  const parent = belongsTo('thing' as 'brand', 'Acima', { required: true })
  expect(found({ tree: 'parent' as never, fields: { parent } })).toContain('F105 thing.tree')
})

test('F106: unique under a root names a belongsTo to a tree', () => {
  const brand = belongsTo('brand', 'Marca')
  expect(found({ fields: { brand, code: text('Código', { unique: 'brand root' }) } })).toEqual([])
  expect(found({ fields: { brand, code: text('Código', { unique: 'name root' }) } })).toEqual([
    'F106 thing.fields.code.unique',
  ])
  expect(
    check({
      brand: tree,
      thing: resource('thing', { fields: { brand, code: text('Código', { unique: 'owner root' }) } }),
    }),
  ).toMatchObject([{ hint: "Write 'brand root', or true." }])
})

test('F113: a table of pairs that a field borrows is of the system, and points to both sides', () => {
  const through = { table: 'user_permission_groups', owner: 'user_id', target: 'group_id' }
  const groups = (table: string) => manyToMany('brand', 'Grupos', { through: { ...through, table } })
  expect(found({ fields: { groups: groups('user_permission_groups') } })).toEqual(['F113 thing.fields.groups.through'])
  expect(found({ fields: { groups: groups('user_groups') } })).toEqual(['F113 thing.fields.groups.through'])
})
