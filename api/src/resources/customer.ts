import {
  belongsTo,
  boolean,
  cnpj,
  cpf,
  date,
  dateTime,
  email,
  password,
  phone,
  select,
  status,
  text,
  textarea,
  virtual,
} from '../define/kinds/index.ts'
import { hasMany } from '../define/relation.ts'
import { defineResource } from '../define/resource.ts'
import { address } from './customer.address.ts'
import { documents } from './customer.documents.ts'
import { migrate } from './customer.migrate.ts'

const person = { personType: 'person' } as const
const company = { personType: 'company' } as const

export const customer = defineResource('customer', {
  label: ['Cliente', 'Clientes'],
  icon: 'user',
  menu: 'registry',
  title: 'name',
  facts: ['cpf', 'cnpj', 'brand'],

  fields: {
    brand: belongsTo('brand', 'Marca', {
      required: true,
      createOnly: true,
      where: { active: true },
      help: 'Depois de criado, use Migrar cliente.',
    }),
    personType: select(
      'Tipo de pessoa',
      { person: 'Pessoa física', company: 'Pessoa jurídica' },
      { required: true, default: 'person' },
    ),
    name: text('Nome / Razão social', {
      required: true,
      minLength: 2,
      maxLength: 120,
      personal: true,
      expects: { minWords: 2, when: person },
    }),
    tradeName: text('Nome fantasia', { maxLength: 120, visibleWhen: company }),
    cpf: cpf({ unique: 'brand root', masked: true, personal: true, visibleWhen: person }),
    cnpj: cnpj({ unique: 'brand root', masked: true, visibleWhen: company }),
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
    mobilePhone: phone('Telefone celular', { mobile: true, whatsapp: true, masked: true, personal: true }),
    landlinePhone: phone('Telefone fixo', { masked: true, personal: true }),
    ...documents,
    ...address,
    permissionGroup: belongsTo('permissionGroup', 'Grupo de permissões', {
      where: { audience: 'customers', active: true },
      reaches: 'brand',
      preset: { isDefault: true },
      message: 'Permissões vinculadas com sucesso.',
    }),
    status: status('Status', {
      states: {
        active: ['Ativo', 'success'],
        cancelled: ['Cancelado', 'danger'],
        blocked: ['Bloqueado', 'warning'],
        theftBlock: ['Bloqueio de furto/roubo', 'danger'],
      },
      off: ['theftBlock'],
      initial: 'active',
      transitions: {
        active: ['blocked', 'theftBlock', 'cancelled'],
        blocked: ['active', 'cancelled'],
        theftBlock: ['active', 'cancelled'],
        cancelled: ['active'],
      },
      reason: 'statusReason',
    }),
    paymentStatus: status('Situação de pagamento', {
      states: { current: ['Adimplente', 'success'], defaulting: ['Inadimplente', 'danger'] },
      initial: 'current',
      reason: 'statusReason',
    }),
    statusReason: text('Motivo da alteração', { maxLength: 500, wide: true }),
    platformAccess: virtual('Acesso liberado', boolean(), { when: { status: 'active', paymentStatus: 'current' } }),
    loginEmail: email('E-mail de login', { unique: true, personal: true }),
    password: password('Senha', { help: 'Em branco, continua a que está.' }),
    externalReference: text('Código externo', { maxLength: 64, unique: 'brand' }),
    notes: textarea('Observação', { maxLength: 2000 }),
    anonymizedAt: dateTime('Anonimizado em', { readOnly: true }),
  },

  together: [
    ['rg', 'rgIssuer', 'rgIssuerState'],
    ['cnh', 'cnhCategory'],
  ],

  relations: {
    contracts: hasMany('contract', { via: 'customer' }),
    contacts: hasMany('contact', { via: 'customer' }),
    attachments: hasMany('attachment', { via: 'customer' }),
  },

  list: {
    columns: ['name', 'cpf', 'cnpj', 'brand', 'mobilePhone', 'status', 'paymentStatus', 'platformAccess', 'updatedAt'],
    filters: [
      'brand',
      'status',
      'paymentStatus',
      'personType',
      'platformAccess',
      'permissionGroup',
      'cpf',
      'cnpj',
      'email',
      'state',
      'createdAt',
    ],
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
        {
          title: 'Cadastro',
          fields: ['brand', 'permissionGroup', 'externalReference', 'createdAt', 'updatedAt', 'anonymizedAt', 'notes'],
        },
      ],
    },
    {
      title: 'Atualizar status',
      sections: [{ fields: ['status', 'paymentStatus', 'statusReason', 'platformAccess'] }],
    },
    {
      title: 'Documentos',
      sections: [
        { title: 'Identidade', fields: ['rg', 'rgIssuer', 'rgIssuerState', 'rgIssuedAt'] },
        { title: 'Habilitação', fields: ['cnh', 'cnhCategory', 'cnhExpiresAt'] },
        { title: 'Inscrições', fields: ['stateRegistration', 'cityRegistration'] },
      ],
      related: 'attachments',
      columns: ['name', 'kind', 'file', 'note', 'createdAt'],
      inline: true,
    },
    { title: 'Atualizar login', sections: [{ fields: ['loginEmail', 'password'] }] },
    {
      title: 'Contratos',
      related: 'contracts',
      columns: ['number', 'planName', 'licensePlate', 'status', 'monthlyAmountCents', 'startsAt'],
    },
    {
      title: 'Endereço',
      sections: [
        {
          fields: [
            'postalCode',
            'street',
            'number',
            'complement',
            'district',
            'city',
            'state',
            'country',
            'kind',
            'landmark',
          ],
        },
      ],
    },
    { title: 'Contatos', related: 'contacts', inline: true },
  ],

  actions: { migrate },

  indexes: [
    ['brand', 'status', 'name'],
    ['status', 'name', 'brand'],
  ],
})
