import type { Kind } from '../src/contract/kinds.ts'
import { action } from '../src/define/action.ts'
import type { Field, Fields } from '../src/define/field.ts'
import { belongsTo, boolean, file, image, integer, manyToMany, text, virtual } from '../src/define/kinds/index.ts'
import { samples } from '../src/define/kinds/samples.ts'
import { hasMany } from '../src/define/relation.ts'
import { defineResource } from '../src/define/resource.ts'
import { brand } from '../src/resources/brand.ts'
import { permissionGroup } from '../src/resources/permission-group.ts'
import { user } from '../src/resources/user.ts'

declare module '../src/define/registry.ts' {
  interface Registry {
    enclosure: typeof enclosure
    visit: typeof visit
  }
}

/** A tree to point at. */
export const enclosure = defineResource('enclosure', {
  label: ['Recinto', 'Recintos'],
  icon: 'home',
  menu: 'registry',
  title: 'name',
  fields: {
    name: text('Nome', { required: true }),
    parent: belongsTo('enclosure', 'Dentro de'),
    open: boolean('Aberto', { required: true, default: true }),
  },
  relations: { visits: hasMany('visit', { via: 'enclosure' }) },
  tree: 'parent',
  list: { columns: ['name', 'parent'], filters: ['parent', 'open'], search: ['name'] },
  tabs: [
    { title: 'Recinto', sections: [{ fields: ['name', 'parent', 'open'] }] },
    { title: 'Visitas', related: 'visits' },
  ],
})

/** Something that goes along when the enclosure goes, with actions of every sort. */
export const visit = defineResource('visit', {
  label: ['Visita', 'Visitas'],
  icon: 'calendar',
  menu: 'registry',
  title: 'visitor',
  fields: {
    visitor: text('Visitante', { required: true, minLength: 2 }),
    ticket: text('Ingresso', { unique: 'enclosure root' }),
    enclosure: belongsTo('enclosure', 'Recinto', {
      required: true,
      createOnly: true,
      where: { open: true },
      onDelete: 'cascade',
    }),
    minutes: integer('Minutos', { required: true, default: 30, min: 1, max: 600 }),
    stamps: integer('Carimbos', { readOnly: true }),
    greeting: virtual('Saudação', text(''), {
      from: ['visitor', 'minutes'],
      get: ({ visitor, minutes }: { visitor: string; minutes: number }) => `${visitor}: ${minutes} min`,
    }),
    long: virtual('Longa', boolean(), { when: { minutes: [60, 90] } }),
  },
  list: {
    columns: ['visitor', 'enclosure', 'minutes', 'greeting'],
    filters: ['enclosure', 'minutes'],
    search: ['visitor'],
    sort: 'visitor',
  },
  tabs: [{ title: 'Visita', sections: [{ fields: ['visitor', 'ticket', 'enclosure', 'minutes', 'greeting'] }] }],
  actions: {
    move: action('visit', {
      label: 'Mudar de recinto',
      on: ['record', 'bulk'],
      input: {
        enclosure: belongsTo('enclosure', 'Novo recinto', { required: true }),
        minutes: integer('Minutos', { min: 1 }),
      },
      message: 'Visita mudada.',
      async run({ record, input, records, refuse, say }) {
        if (record.enclosure.id === input.enclosure) refuse('A visita já está neste recinto.')
        await records('visit').update(record.id, {
          enclosure: input.enclosure,
          minutes: input.minutes ?? record.minutes,
        })
        say(`${record.visitor} foi mudada.`)
      },
    }),
    closeAll: action('visit', {
      label: 'Fechar tudo',
      on: ['resource'],
      confirm: 'Fechar todos os recintos?',
      message: 'Tudo fechado.',
      async run({ records }) {
        for (const { id } of await records('enclosure').list()) await records('enclosure').update(id, { open: false })
      },
    }),
  },
})

/** The kinds whose samples are columns of `zoo`; references, computed values, rules and files have suites of their own. */
export const plainKinds = Object.keys(samples).filter(
  (kind): kind is Kind =>
    !['belongsTo', 'manyToMany', 'virtual', 'password', 'permissionRules', 'file', 'image'].includes(kind),
)

const sampled: Record<string, Field> = Object.fromEntries(
  plainKinds.map((kind) => [`${kind}Value`, samples[kind as keyof typeof samples].field]),
) // plainKinds are keys of samples

/** Every kind once. */
export const zoo = defineResource('zoo', {
  label: ['Zoológico', 'Zoológicos'],
  icon: 'bug',
  menu: 'registry',
  title: 'name',
  fields: {
    name: text('Nome', { required: true }),
    ...sampled,
    enclosure: belongsTo('enclosure', 'Recinto'),
    enclosures: manyToMany('enclosure', 'Recintos'),
    rules: samples.permissionRules.field,
    document: file('Documento'),
    picture: image('Figura', { maxBytes: 200_000 }),
  } as Fields & { name: Field },
  list: { columns: ['name'], search: ['name'] },
  tabs: [{ title: 'Tudo', sections: [{ fields: ['name'] }] }],
})

/** What the suites of `derive`, `records` and `http` run on: none of it is of the shipped product but the users who sign in, and what their rights are made of. */
export const zooResources = { brand, enclosure, permissionGroup, user, visit, zoo }
