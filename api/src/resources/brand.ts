import { belongsTo, boolean, cnpj, email, phone, text } from '../define/kinds/index.ts'
import { hasMany } from '../define/relation.ts'
import { defineResource } from '../define/resource.ts'

export const brand = defineResource('brand', {
  label: ['Marca', 'Marcas'],
  icon: 'tags',
  menu: 'registry',
  title: 'name',
  facts: ['parent', 'active'],

  fields: {
    name: text('Nome', { required: true, minLength: 2, maxLength: 80 }),
    parent: belongsTo('brand', 'Marca superior', { help: 'Vazio para uma marca principal.' }),
    legalName: text('Razão social', { maxLength: 120 }),
    cnpj: cnpj(),
    supportEmail: email('E-mail de suporte'),
    supportPhone: phone('Telefone de suporte'),
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
        { fields: ['name', 'parent', 'active'] },
        { title: 'Empresa', fields: ['legalName', 'cnpj'] },
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
