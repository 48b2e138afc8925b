import { boolean, email, password, text } from '../define/kinds/index.ts'
import { defineResource } from '../define/resource.ts'

export const user = defineResource('user', {
  label: ['Usuário', 'Usuários'],
  icon: 'team',
  menu: 'access',
  title: 'name',
  facts: ['email', 'active'],

  fields: {
    name: text('Nome', { required: true, minLength: 2, maxLength: 120 }),
    email: email('E-mail', { required: true, unique: true }),
    password: password('Senha', { required: true }),
    active: boolean('Ativo', { required: true, default: true }),
    mustChangePassword: boolean('Trocar a senha ao entrar', { required: true, default: true }),
  },

  list: {
    columns: ['name', 'email', 'active', 'updatedAt'],
    filters: ['active'],
    search: ['name', 'email'],
    sort: 'name',
  },

  tabs: [{ title: 'Usuário', sections: [{ fields: ['name', 'email', 'active', 'mustChangePassword', 'password'] }] }],
})
