import type { FieldMeta, RecordAccess, ResourceMeta } from '@ficha/api/contract'

function field(name: string, kind: FieldMeta['kind'], label: string, more: Partial<FieldMeta> = {}): FieldMeta {
  return { name, kind, label, operators: ['eq'], sortable: true, format: {}, ...more }
}

/** A resource as the API describes it, with what a record page may have to deal with. */
export const people: ResourceMeta = {
  name: 'person',
  path: 'people',
  label: ['Pessoa', 'Pessoas'],
  icon: 'user',
  menu: { name: 'registry', label: 'Cadastro' },
  title: 'name',
  facts: ['code'],
  fields: [
    field('name', 'text', 'Nome', { required: true, format: { maxLength: 120 } }),
    field('sort', 'select', 'Tipo', {
      required: true,
      default: 'person',
      format: {
        options: [
          { value: 'person', label: 'Física' },
          { value: 'company', label: 'Jurídica' },
        ],
      },
    }),
    field('nickname', 'text', 'Apelido', { visibleWhen: { sort: 'person' } }),
    field('tradeName', 'text', 'Nome fantasia', { visibleWhen: { sort: 'company' } }),
    field('email', 'email', 'E-mail', { help: 'Um só endereço.' }),
    field('code', 'text', 'Código', { readOnly: true }),
    field('secret', 'text', 'Segredo'),
    field('fixed', 'text', 'Fixado', { createOnly: true }),
    field('age', 'integer', 'Idade'),
    field('tags', 'multiSelect', 'Marcas', {
      format: {
        options: [
          { value: 'a', label: 'A' },
          { value: 'b', label: 'B' },
        ],
      },
    }),
    field('status', 'status', 'Status', {
      required: true,
      default: 'active',
      format: {
        options: [
          { value: 'active', label: 'Ativo', tone: 'success' },
          { value: 'blocked', label: 'Bloqueado', tone: 'warning' },
        ],
        transitions: { active: ['blocked'], blocked: ['active'] },
        reason: { field: 'why', states: ['blocked'] },
      },
    }),
    field('why', 'text', 'Motivo', { wide: true }),
    field('password', 'password', 'Senha', { required: true }),
  ],
  list: { columns: ['name'], filters: [], search: true, sort: 'name' },
  tabs: [
    {
      name: 'dados',
      title: 'Dados',
      sections: [
        { fields: ['name', 'sort', 'nickname', 'tradeName', 'email', 'code', 'secret', 'fixed', 'age', 'tags'] },
      ],
    },
    { name: 'situacao', title: 'Situação', sections: [{ fields: ['status', 'why'] }] },
    { name: 'login', title: 'Login', sections: [{ fields: ['password'] }] },
    {
      name: 'contatos',
      title: 'Contatos',
      related: { resource: 'contact', via: 'person', columns: ['name', 'phone'], inline: true },
    },
    { name: 'filhos', title: 'Filhos', related: { resource: 'child', via: 'person', columns: ['name'] } },
  ],
  actions: [
    {
      name: 'promote',
      label: 'Promover',
      on: ['record', 'bulk'],
      fields: [field('grade', 'text', 'Grau', { required: true })],
    },
    { name: 'erase', label: 'Apagar dados', on: ['record'], fields: [], confirm: 'Os dados somem.', danger: true },
    { name: 'hidden', label: 'Escondida', on: ['record'], fields: [] },
  ],
}

const person = field('person', 'belongsTo', 'Pessoa', {
  required: true,
  createOnly: true,
  format: { resource: 'person' },
})

/** Records that belong to people, edited inside their page. */
export const contacts: ResourceMeta = {
  ...people,
  name: 'contact',
  path: 'contacts',
  label: ['Contato', 'Contatos'],
  menu: null,
  facts: [],
  fields: [person, field('name', 'text', 'Nome', { required: true }), field('phone', 'text', 'Telefone')],
  tabs: [{ name: 'contato', title: 'Contato', sections: [{ fields: ['person', 'name', 'phone'] }] }],
  actions: [],
}

/** Records that belong to people and have pages of their own. */
export const children: ResourceMeta = { ...contacts, name: 'child', path: 'children', label: ['Filha', 'Filhas'] }

export const everything: RecordAccess = {
  update: true,
  delete: true,
  actions: ['promote', 'erase'],
  fields: { hidden: [], readonly: [] },
}

/** A person as the API answers it. */
export function aPerson(values: Record<string, unknown> = {}) {
  return {
    id: 7,
    version: 3,
    createdAt: '2026-01-02T03:04:05.000Z',
    updatedAt: '2026-01-02T03:04:05.000Z',
    name: 'Ana Lima',
    sort: 'person',
    nickname: 'Aninha',
    tradeName: null,
    email: 'ana@example.com',
    code: 'C-1',
    secret: null,
    fixed: 'sempre',
    age: 30,
    tags: ['a', 'b'],
    status: 'active',
    why: null,
    _access: everything,
    ...values,
  }
}

/** A contact of that person, as a row of the list. */
export function aContact(id: number, values: Record<string, unknown> = {}) {
  const { createdAt, updatedAt } = aPerson()
  return {
    id,
    version: 1,
    createdAt,
    updatedAt,
    person: { id: 7, title: 'Ana Lima' },
    name: `Contato ${id}`,
    phone: null,
    _access: everything,
    ...values,
  }
}
