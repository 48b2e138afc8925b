import { belongsTo, boolean, email, phone, select, text, textarea } from '../define/kinds/index.ts'
import { defineResource } from '../define/resource.ts'

export const contact = defineResource('contact', {
  label: ['Contato', 'Contatos'],
  icon: 'contacts',
  title: 'name',

  fields: {
    customer: belongsTo('customer', 'Cliente', { required: true, createOnly: true, onDelete: 'cascade' }),
    name: text('Nome', { required: true, minLength: 2, maxLength: 120, personal: true }),
    relationship: select('Parentesco/Relação', {
      spouse: 'Cônjuge',
      parent: 'Pai/Mãe',
      child: 'Filho(a)',
      sibling: 'Irmão/Irmã',
      friend: 'Amigo(a)',
      billing: 'Financeiro',
      emergency: 'Emergência',
      other: 'Outro',
    }),
    mobilePhone: phone('Celular', { mobile: true, whatsapp: true, masked: true, personal: true }),
    phone: phone('Telefone', { masked: true, personal: true }),
    email: email('E-mail', { personal: true }),
    isPrimary: boolean('Principal', { required: true, default: false, onePer: 'customer' }),
    isEmergency: boolean('Contato de emergência', { required: true, default: false }),
    note: textarea('Observação', { maxLength: 500 }),
  },

  anyOf: [['mobilePhone', 'phone', 'email']],

  list: {
    columns: ['name', 'relationship', 'mobilePhone', 'phone', 'email', 'isPrimary', 'isEmergency'],
    filters: ['customer', 'relationship', 'isPrimary', 'isEmergency'],
    search: ['name', 'email', 'mobilePhone', 'phone'],
    sort: 'name',
  },

  tabs: [
    {
      title: 'Contato',
      sections: [
        {
          fields: [
            'customer',
            'name',
            'relationship',
            'mobilePhone',
            'phone',
            'email',
            'isPrimary',
            'isEmergency',
            'note',
          ],
        },
      ],
    },
  ],
})
