import { belongsTo, boolean, email, manyToMany, password, text } from '../define/kinds/index.ts'
import { defineResource } from '../define/resource.ts'
import { endSessions } from './user.end-sessions.ts'
import { invite } from './user.invite.ts'
import { resetPassword } from './user.reset-password.ts'

export const user = defineResource('user', {
  label: ['Usuário', 'Usuários'],
  icon: 'team',
  menu: 'access',
  title: 'name',
  facts: ['email', 'brand', 'active'],

  fields: {
    name: text('Nome', { required: true, minLength: 2, maxLength: 120 }),
    email: email('E-mail', { required: true, unique: true }),
    password: password('Senha', { help: 'Quem ainda não tem senha escolhe a sua pelo link de Convidar.' }),
    brand: belongsTo('brand', 'Marca', { help: 'A parte da árvore de marcas em que a pessoa trabalha.' }),
    groups: manyToMany('permissionGroup', 'Grupos de permissões', {
      where: { audience: 'staff', active: true },
      through: { table: 'user_permission_groups', owner: 'user_id', target: 'group_id', granted: true },
    }),
    active: boolean('Ativo', { required: true, default: true }),
    mustChangePassword: boolean('Trocar a senha ao entrar', { required: true, default: true }),
  },

  list: {
    columns: ['name', 'email', 'brand', 'groups', 'active', 'updatedAt'],
    filters: ['active', 'brand', 'groups'],
    search: ['name', 'email'],
    sort: 'name',
  },

  indexes: [['brand', 'name']],

  tabs: [
    {
      title: 'Usuário',
      sections: [{ fields: ['name', 'email', 'brand', 'groups', 'active', 'mustChangePassword', 'password'] }],
    },
  ],

  actions: { invite, resetPassword, endSessions },
})
