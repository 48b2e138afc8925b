import { belongsTo, boolean, cnpj, color, email, image, phone, select, text, virtual } from '../define/kinds/index.ts'
import { hasMany } from '../define/relation.ts'
import { defineResource } from '../define/resource.ts'

export const brand = defineResource('brand', {
  label: ['Marca', 'Marcas'],
  icon: 'tags',
  menu: 'registry',
  title: 'name',
  facts: ['parent', 'active'],

  fields: {
    name: text('Nome', { required: true, minLength: 2, maxLength: 80, unique: 'parent' }),
    parent: belongsTo('brand', 'Marca superior', { help: 'Vazio para uma marca principal.' }),
    kind: virtual('Tipo', select('', { brand: 'Marca', subBrand: 'Submarca' }), {
      from: ['parent'],
      get: ({ parent }) => (parent === null ? 'brand' : 'subBrand'),
    }),
    legalName: text('Razão social', { maxLength: 120 }),
    cnpj: cnpj(),
    supportEmail: email('E-mail de suporte'),
    supportPhone: phone('Telefone de suporte'),
    logo: image('Logotipo', { accept: ['png'] }),
    primaryColor: color('Cor'),
    hostname: text('Domínio', {
      maxLength: 253,
      case: 'lower',
      pattern: [/(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?:[a-z]{2,63}|xn--[a-z0-9-]{1,59})/, 'invalid.hostname'],
      help: 'Sem https://, como painel.exemplo.com.br.',
    }),
    active: boolean('Ativa', { required: true, default: true }),
  },

  relations: {
    children: hasMany('brand', { via: 'parent' }),
    customers: hasMany('customer', { via: 'brand' }),
  },

  tree: 'parent',

  list: {
    columns: ['name', 'parent', 'cnpj', 'supportEmail', 'active'],
    filters: ['active', 'parent'],
    search: ['name', 'legalName', 'cnpj'],
    sort: 'name',
  },

  tabs: [
    {
      title: 'Marca',
      sections: [
        { fields: ['name', 'parent', 'kind', 'active'] },
        { title: 'Empresa', fields: ['legalName', 'cnpj'] },
        { title: 'Aparência', fields: ['logo', 'primaryColor', 'hostname'] },
        { title: 'Suporte', fields: ['supportEmail', 'supportPhone'] },
      ],
    },
    { title: 'Submarcas', related: 'children', columns: ['name', 'cnpj', 'active'] },
    {
      title: 'Clientes',
      related: 'customers',
      columns: ['name', 'cpf', 'cnpj', 'mobilePhone', 'status', 'paymentStatus'],
    },
  ],
})
