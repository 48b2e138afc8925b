// What the compiler must say about definitions. `tsc` runs it; nothing here runs.
import type { StateCode } from '../src/contract/formats/state.ts'
import type { RecordBase, Reference } from '../src/contract/metadata.ts'
import { action } from '../src/define/action.ts'
import type { ActionInputOf, CreateOf, RecordNamed, RecordOf, UpdateOf } from '../src/define/infer.ts'
import {
  belongsTo,
  boolean,
  cpf,
  date,
  decimal,
  email,
  manyToMany,
  money,
  multiSelect,
  password,
  phone,
  select,
  state,
  status,
  text,
  textarea,
  virtual,
} from '../src/define/kinds/index.ts'
import { hasMany } from '../src/define/relation.ts'
import { defineResource, type ResourceDefinition } from '../src/define/resource.ts'

type Equal<A, B> = (<T>() => T extends A ? 1 : 2) extends <T>() => T extends B ? 1 : 2 ? true : false
type Expect<T extends true> = T

const fields = {
  owner: belongsTo('beacon', 'Dono', { required: true, createOnly: true }),
  name: text('Nome', { required: true, maxLength: 80 }),
  nickname: text('Apelido', { maxLength: 20 }),
  kind: select('Tipo', { loan: 'Comodato', sale: 'Venda' }, { required: true, default: 'loan' }),
  labels: multiSelect('Etiquetas', { new: 'Nova', old: 'Antiga' }),
  phone: phone(),
  cpf: cpf({ required: true }),
  state: state({ required: true }),
  price: money('Preço', { readOnly: true }),
  weight: decimal('Peso', { scale: 3, required: true }),
  groups: manyToMany('beacon', 'Grupos'),
  status: status('Status', {
    states: { active: ['Ativo', 'success'], blocked: ['Bloqueado', 'warning'] },
    initial: 'active',
    transitions: { active: ['blocked'] },
  }),
  secret: password('Senha', { required: true }),
  ready: virtual('Pronto', boolean(), { when: { status: 'active' } }),
  lengthOfName: virtual('Tamanho', decimal('', { scale: 1 }), {
    from: ['name'],
    get: (record: { name: string }) => record.name.length,
  }),
}

const beacon = defineResource('beacon', {
  label: ['Rastreador', 'Rastreadores'],
  icon: 'car',
  title: 'name',
  facts: ['cpf'],
  fields,
  relations: { parts: hasMany('beacon', { via: 'owner' }) },
  tree: 'owner',
  list: { columns: ['name', 'updatedAt'], filters: ['status', 'createdAt'], search: ['name'], sort: '-createdAt' },
  tabs: [
    { title: 'Um', sections: [{ fields: ['name', 'id'] }] },
    { title: 'Dois', related: 'parts', inline: true },
    { title: 'Três', component: 'TrackerMap' },
  ],
  indexes: [['owner', 'name']],
})

declare module '../src/define/registry.ts' {
  interface Registry {
    beacon: typeof beacon
  }
}

export type Inferred = [
  Expect<
    Equal<
      RecordOf<typeof beacon>,
      {
        id: RecordBase['id']
        version: RecordBase['version']
        createdAt: RecordBase['createdAt']
        updatedAt: RecordBase['updatedAt']
        owner: Reference
        name: string
        nickname: string | null
        kind: 'loan' | 'sale'
        labels: ('new' | 'old')[] | null
        phone: string | null
        cpf: string
        state: StateCode
        price: number | null
        weight: number
        groups: number[]
        status: 'active' | 'blocked'
        ready: boolean | null
        lengthOfName: number | null
      }
    >
  >,
  Expect<Equal<RecordNamed<'beacon'>, RecordOf<typeof beacon>>>,
  Expect<
    Equal<
      CreateOf<typeof beacon>,
      {
        owner: number
        name: string
        cpf: string
        state: StateCode
        weight: number
        secret: string
        kind?: 'loan' | 'sale'
        status?: 'active' | 'blocked'
        nickname?: string | null
        labels?: readonly ('new' | 'old')[] | null
        phone?: string | null
        groups?: readonly number[]
        secretConfirmation?: string
      }
    >
  >,
  Expect<
    Equal<
      UpdateOf<typeof beacon>,
      {
        name?: string
        cpf?: string
        state?: StateCode
        weight?: number
        secret?: string
        kind?: 'loan' | 'sale'
        status?: 'active' | 'blocked'
        nickname?: string | null
        labels?: readonly ('new' | 'old')[] | null
        phone?: string | null
        groups?: readonly number[]
        secretConfirmation?: string
      }
    >
  >,
  Expect<Equal<'SP' extends StateCode ? true : false, true>>,
  Expect<Equal<'XX' extends StateCode ? true : false, false>>,
]

type Definition = ResourceDefinition<typeof fields, (typeof beacon)['relations'], (typeof beacon)['actions']>

export const misspeltPlaces: Partial<Definition>[] = [
  // @ts-expect-error a title
  { title: 'nmae' },
  // @ts-expect-error a fact
  { facts: ['cfp'] },
  // @ts-expect-error the parent of a tree
  { tree: 'onwer' },
  // @ts-expect-error a column
  { list: { columns: ['nmae'] } },
  // @ts-expect-error a filter
  { list: { columns: [], filters: ['staus'] } },
  // @ts-expect-error a field to search
  { list: { columns: [], search: ['updatedAt'] } },
  // @ts-expect-error a sort
  { list: { columns: [], sort: '-nmae' } },
  // @ts-expect-error a field of a section
  { tabs: [{ title: 'Um', sections: [{ fields: ['nmae'] }] }] },
  // @ts-expect-error a relation
  { tabs: [{ title: 'Um', related: 'part' }] },
  // @ts-expect-error a tab that is two things
  { tabs: [{ title: 'Um', related: 'parts', component: 'TrackerMap' }] },
  // @ts-expect-error a field of an index
  { indexes: [['nmae']] },
  // @ts-expect-error a field that goes with another
  { together: [['name', 'nikname']] },
  // @ts-expect-error one of several fields
  { anyOf: [['name', 'fone']] },
  // @ts-expect-error a relation under sections
  { tabs: [{ title: 'Um', sections: [{ fields: ['name'] }], related: 'part' }] },
]

/** The same through `defineResource`, where the names are inferred from the very object they stand in. */
export const misspeltInPlace = defineResource('misspelt', {
  label: ['Um', 'Dois'],
  icon: 'car',
  title: 'name',
  fields: { name: text('Nome', { maxLength: 9 }), kind: select('Tipo', { loan: 'Comodato' }) },
  relations: { parts: hasMany('beacon', { via: 'owner' }) },
  list: {
    // @ts-expect-error a column
    columns: ['nmae'],
    // @ts-expect-error a filter
    filters: ['knid'],
  },
  tabs: [
    {
      title: 'Um',
      sections: [
        {
          // @ts-expect-error a field of a section
          fields: ['nmae'],
        },
      ],
    },
    // @ts-expect-error a relation
    { title: 'Dois', related: 'part' },
  ],
})

const states = { active: ['Ativo', 'success'], blocked: ['Bloqueado', 'warning'] } as const

export const misspeltKinds = [
  // @ts-expect-error a resource
  belongsTo('brnad', 'Marca'),
  // @ts-expect-error a resource
  manyToMany('brnad', 'Marcas'),
  // @ts-expect-error a resource
  hasMany('brnad', { via: 'brand' }),
  // @ts-expect-error an initial state
  status('Status', { states, initial: 'novo' }),
  // @ts-expect-error the target of a transition
  status('Status', { states, initial: 'active', transitions: { active: ['blokced'] } }),
  // @ts-expect-error the origin of a transition
  status('Status', { states, initial: 'active', transitions: { blokced: ['active'] } }),
  // @ts-expect-error a tone
  status('Status', { states: { active: ['Ativo', 'green'] }, initial: 'active' }),
  // @ts-expect-error a default that is no choice
  select('Tipo', { loan: 'Comodato' }, { default: 'sale' }),
  // @ts-expect-error a default that is no choice
  multiSelect('Tipos', { loan: 'Comodato' }, { default: ['sale'] }),
  // @ts-expect-error a default of another type
  boolean('Ativa', { default: 'yes' }),
  // @ts-expect-error a default that is no state
  state({ default: 'XX' }),
  // @ts-expect-error a decimal without its scale
  decimal('Peso', { min: 0 }),
  // @ts-expect-error an option
  text('Nome', { required: true, maxLenght: 80 }),
  // @ts-expect-error an option of another kind
  textarea('Nota', { mobile: true }),
  // @ts-expect-error an option, with the customary label
  phone({ required: true, mobil: true }),
  // @ts-expect-error an option
  date('Nascimento', { latest: 'today', earlyest: '1900-01-01' }),
  // @ts-expect-error an option
  status('Status', { states, initial: 'active', transitons: {} }),
  // @ts-expect-error a state that is off
  status('Status', { states, initial: 'active', off: ['blokced'] }),
  // @ts-expect-error a text that the words do not have
  text('RG', { pattern: [/[0-9]+/, 'invalid.rgg'] }),
  // @ts-expect-error letters
  text('Sigla', { case: 'capital' }),
  // @ts-expect-error what a text is expected to be
  text('Nome', { expects: { earliest: 'today' } }),
  // @ts-expect-error where it is copied from
  belongsTo('beacon', 'Dono', { copiedFrom: 'owner' }),
  // @ts-expect-error no label to fall back on
  money({ required: true }),
]

export const rightKinds = [
  email(),
  email({ required: true, unique: true }),
  email('E-mail de login', { unique: true }),
  boolean('Ativa', { required: true, default: true }),
  text('Nome', { unique: 'owner root', visibleWhen: { kind: ['loan', 'sale'] } }),
  multiSelect('Tipos', { loan: 'Comodato', sale: 'Venda' }, { default: ['sale'] }),
  text('RG', { pattern: [/[0-9]+/, 'invalid.rg'], case: 'upper', unique: 'owner', requiredWhen: { kind: 'loan' } }),
  text('Nome', { expects: { minWords: 2, when: { kind: 'loan' } } }),
  date('Fim', { after: 'start', expects: { earliest: 'today' } }),
  boolean('Principal', { onePer: 'owner' }),
  belongsTo('beacon', 'Dono', { reaches: 'place', preset: { kind: 'loan' } }),
  belongsTo('beacon', 'Dono', { readOnly: true, copiedFrom: 'other.owner' }),
]

export const rename = action('beacon', {
  label: 'Renomear',
  message: 'Pronto.',
  input: { name: text('Nome', { required: true }), owner: belongsTo('beacon', 'Dono') },
  async run({ record, input, records, refuse, say }) {
    const owner = await records('beacon').read(record.owner.id)
    if (owner.kind === 'sale') refuse('Vendido.')
    await records('beacon').update(record.id, { name: input.name, owner: 5 })
    // @ts-expect-error an id is a number
    await records('beacon').update(record.id, { owner: '5' })
    // @ts-expect-error no such state
    await records('beacon').update(record.id, { status: 'gone' })
    // @ts-expect-error no such resource
    records('becaon')
    // @ts-expect-error a virtual value is never written
    await records('beacon').update(record.id, { ready: true })
    // @ts-expect-error a password is never read
    say(String(record.secret))
  },
})

export type InferredInput = Expect<
  Equal<ActionInputOf<typeof rename.input>, { readonly name: string; readonly owner?: number | null }>
>
