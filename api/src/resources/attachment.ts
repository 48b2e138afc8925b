import { belongsTo, file, select, text, textarea, virtual } from '../define/kinds/index.ts'
import { defineResource } from '../define/resource.ts'

export const attachment = defineResource('attachment', {
  label: ['Anexo', 'Anexos'],
  icon: 'file',
  title: 'name',

  fields: {
    customer: belongsTo('customer', 'Cliente', { required: true, createOnly: true, onDelete: 'cascade' }),
    name: virtual('Nome', text(''), {
      from: ['file'],
      get: ({ file }: { file: { name: string } | null }) => file?.name ?? null,
    }),
    kind: select(
      'Tipo',
      {
        rg: 'RG',
        cnh: 'CNH',
        cpf: 'CPF',
        cnpj: 'CNPJ',
        articlesOfAssociation: 'Contrato social',
        proofOfAddress: 'Comprovante de endereço',
        other: 'Outro',
      },
      { required: true },
    ),
    file: file('Arquivo', { required: true, personal: true }),
    note: textarea('Observação', { maxLength: 500, personal: true }),
  },

  list: {
    columns: ['name', 'kind', 'file', 'note', 'customer', 'createdAt'],
    filters: ['customer', 'kind', 'createdAt'],
    sort: '-createdAt',
  },

  tabs: [{ title: 'Anexo', sections: [{ fields: ['customer', 'kind', 'file', 'note', 'createdAt'] }] }],
})
