import {
  belongsTo,
  boolean,
  cnpj,
  cpf,
  date,
  email,
  phone,
  postalCode,
  select,
  state,
  status,
  text,
  textarea,
  virtual,
} from '../define/kinds/index.ts'
import { hasMany } from '../define/relation.ts'
import { defineResource } from '../define/resource.ts'

const person = { personType: 'person' } as const
const company = { personType: 'company' } as const

export const customer = defineResource('customer', {
  label: ['Cliente', 'Clientes'],
  icon: 'user',
  menu: 'registry',
  title: 'name',
  facts: ['cpf', 'cnpj', 'brand'],

  fields: {
    brand: belongsTo('brand', 'Marca', { required: true, createOnly: true, where: { active: true } }),
    personType: select(
      'Tipo de pessoa',
      { person: 'Pessoa física', company: 'Pessoa jurídica' },
      { required: true, default: 'person' },
    ),
    name: text('Nome / Razão social', { required: true, minLength: 2, maxLength: 120, personal: true }),
    tradeName: text('Nome fantasia', { maxLength: 120, visibleWhen: company }),
    cpf: cpf({ unique: 'brand root', personal: true, visibleWhen: person }),
    cnpj: cnpj({ unique: 'brand root', visibleWhen: company }),
    email: email('E-mail', { required: true, personal: true }),
    birthDate: date('Data de nascimento', {
      earliest: '1900-01-01',
      latest: 'today',
      personal: true,
      visibleWhen: person,
    }),
    gender: select(
      'Gênero',
      { female: 'Feminino', male: 'Masculino', other: 'Outro', undisclosed: 'Prefere não informar' },
      { personal: true, visibleWhen: person },
    ),
    maritalStatus: select(
      'Estado civil',
      {
        single: 'Solteiro(a)',
        married: 'Casado(a)',
        stableUnion: 'União estável',
        separated: 'Separado(a)',
        divorced: 'Divorciado(a)',
        widowed: 'Viúvo(a)',
      },
      { personal: true, visibleWhen: person },
    ),
    occupation: text('Profissão', { maxLength: 80, visibleWhen: person }),
    mobilePhone: phone('Telefone celular', { mobile: true, whatsapp: true, personal: true }),
    landlinePhone: phone('Telefone fixo', { personal: true }),
    postalCode: postalCode({ personal: true }),
    street: text('Logradouro', { maxLength: 120, personal: true }),
    number: text('Número', { maxLength: 10, personal: true, help: 'S/N quando não houver.' }),
    complement: text('Complemento', { maxLength: 60, personal: true }),
    district: text('Bairro', { maxLength: 80, personal: true }),
    city: text('Cidade', { maxLength: 80 }),
    state: state(),
    landmark: text('Ponto de referência', { maxLength: 120, personal: true }),
    status: status('Status', {
      states: { active: ['Ativo', 'success'], blocked: ['Bloqueado', 'warning'], cancelled: ['Cancelado', 'danger'] },
      initial: 'active',
      transitions: { active: ['blocked', 'cancelled'], blocked: ['active', 'cancelled'], cancelled: ['active'] },
      reason: 'statusReason',
    }),
    paymentStatus: status('Situação de pagamento', {
      states: { current: ['Adimplente', 'success'], defaulting: ['Inadimplente', 'danger'] },
      initial: 'current',
      reason: 'statusReason',
    }),
    statusReason: text('Motivo da alteração', { maxLength: 500, wide: true }),
    platformAccess: virtual('Acesso liberado', boolean(), { when: { status: 'active', paymentStatus: 'current' } }),
    externalReference: text('Código externo', { maxLength: 64 }),
    notes: textarea('Observação', { maxLength: 2000 }),
  },

  relations: {
    contacts: hasMany('contact', { via: 'customer' }),
  },

  list: {
    columns: ['name', 'cpf', 'cnpj', 'brand', 'mobilePhone', 'status', 'paymentStatus', 'platformAccess', 'updatedAt'],
    filters: ['brand', 'status', 'paymentStatus', 'personType', 'platformAccess', 'state', 'createdAt'],
    search: ['name', 'email', 'cpf', 'cnpj', 'mobilePhone'],
    sort: 'name',
  },

  tabs: [
    {
      title: 'Dados pessoais',
      sections: [
        {
          fields: [
            'name',
            'personType',
            'tradeName',
            'cpf',
            'cnpj',
            'birthDate',
            'gender',
            'maritalStatus',
            'occupation',
          ],
        },
        { title: 'Contato', fields: ['email', 'mobilePhone', 'landlinePhone'] },
        { title: 'Cadastro', fields: ['brand', 'externalReference', 'createdAt', 'updatedAt', 'notes'] },
      ],
    },
    {
      title: 'Atualizar status',
      sections: [{ fields: ['status', 'paymentStatus', 'statusReason', 'platformAccess'] }],
    },
    {
      title: 'Endereço',
      sections: [{ fields: ['postalCode', 'street', 'number', 'complement', 'district', 'city', 'state', 'landmark'] }],
    },
    { title: 'Contatos', related: 'contacts', inline: true },
  ],

  indexes: [
    ['brand', 'status', 'name'],
    ['status', 'name', 'brand'],
  ],
})
