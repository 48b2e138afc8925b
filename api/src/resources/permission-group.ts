import { belongsTo, boolean, json, permissionRules, select, text, textarea } from '../define/kinds/index.ts'
import { hasMany } from '../define/relation.ts'
import { defineResource } from '../define/resource.ts'

export const permissionGroup = defineResource('permissionGroup', {
  label: ['Grupo de permissões', 'Grupos de permissões'],
  icon: 'shield',
  menu: 'access',
  title: 'name',
  facts: ['audience', 'brand', 'active'],

  fields: {
    name: text('Nome', { required: true, minLength: 2, maxLength: 60, unique: true }),
    description: textarea('Descrição', { maxLength: 500 }),
    audience: select(
      'Para quem',
      { staff: 'Equipe', customers: 'Clientes' },
      { required: true, default: 'staff', createOnly: true },
    ),
    brand: belongsTo('brand', 'Marca', {
      help: 'Quem cuida de uma marca vê e altera os grupos dela e das submarcas. Vazio: de todas.',
    }),
    isDefault: boolean('Padrão', {
      default: false,
      onePer: 'brand',
      visibleWhen: { audience: 'customers' },
      help: 'O grupo que os clientes novos da marca, e das submarcas que não têm outro, recebem.',
    }),
    active: boolean('Ativo', { required: true, default: true }),
    system: boolean('Do sistema', { required: true, default: false, readOnly: true }),
    rules: permissionRules('Regras'),
    tests: json('Testes'),
  },

  relations: {
    customers: hasMany('customer', { via: 'permissionGroup' }),
  },

  list: {
    columns: ['name', 'audience', 'brand', 'isDefault', 'active', 'rules', 'updatedAt'],
    filters: ['audience', 'brand', 'isDefault', 'active'],
    search: ['name'],
    sort: 'name',
  },

  indexes: [['brand', 'name']],

  tabs: [
    { title: 'Regras', component: 'PermissionMatrix', fields: ['rules'] },
    { title: 'Membros', component: 'PermissionMembers', visibleWhen: { audience: 'staff' } },
    {
      title: 'Clientes',
      related: 'customers',
      columns: ['name', 'brand', 'status', 'paymentStatus'],
      visibleWhen: { audience: 'customers' },
    },
    { title: 'Testes', component: 'PermissionTests', fields: ['tests'] },
    {
      title: 'Grupo',
      sections: [{ fields: ['name', 'audience', 'brand', 'isDefault', 'active', 'system', 'description'] }],
    },
  ],

  verbs: { assign: 'Atribuir a usuários' },
})
