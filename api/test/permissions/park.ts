import { action } from '../../src/define/action.ts'
import {
  belongsTo,
  boolean,
  date,
  dateTime,
  decimal,
  email,
  integer,
  manyToMany,
  money,
  multiSelect,
  select,
  text,
  virtual,
} from '../../src/define/kinds/index.ts'
import { defineResource } from '../../src/define/resource.ts'
import { panelOf } from '../panel.ts'
import { zooResources } from '../zoo.ts'

declare module '../../src/define/registry.ts' {
  interface Registry {
    animal: typeof animal
  }
}

/** What rules can speak of at all: every placeholder has a field to be compared with, and nearly every field may be empty. */
export const animal = defineResource('animal', {
  label: ['Animal', 'Animais'],
  icon: 'bug',
  menu: 'registry',
  title: 'name',
  fields: {
    name: text('Nome', { required: true }),
    nickname: text('Apelido'),
    brand: belongsTo('brand', 'Marca'),
    keeper: belongsTo('user', 'Tratador'),
    keeperEmail: email('E-mail do tratador'),
    enclosure: belongsTo('enclosure', 'Recinto'),
    friends: manyToMany('animal', 'Amigos'),
    legs: integer('Pernas'),
    weight: decimal('Peso', { scale: 2 }),
    price: money('Preço'),
    born: date('Nascimento'),
    seenAt: dateTime('Visto em'),
    tame: boolean('Manso'),
    diet: select('Dieta', { leaves: 'Folhas', meat: 'Carne', all: 'Tudo' }),
    traits: multiSelect('Traços', { fur: 'Pelo', horns: 'Chifres', wings: 'Asas' }),
    washes: integer('Banhos', { createOnly: true }),
    hunter: virtual('Caçador', boolean(), { when: { diet: ['meat', 'all'] } }),
    call: virtual('Chamado', text(''), {
      from: ['name', 'nickname'],
      get: ({ name, nickname }: { name: string; nickname: string | null }) => `${nickname ?? name}!`,
    }),
  },
  list: { columns: ['name', 'enclosure'], search: ['name', 'nickname'], sort: 'name' },
  tabs: [{ title: 'Animal', sections: [{ fields: ['name'] }] }],
  actions: {
    wash: action('animal', {
      label: 'Dar banho',
      on: ['record', 'bulk'],
      message: 'Limpo.',
      async run({ record, records }) {
        await records('animal')
          .asSystem('who may wash need not be one who may write')
          .update(record.id, { washes: (record.washes ?? 0) + 1 })
      },
    }),
  },
})

/** The zoo and its animals. */
export const parkResources = { ...zooResources, animal }

/** The park on a fresh database. */
export const parkPanel = () => panelOf('park', parkResources)
