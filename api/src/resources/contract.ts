import {
  belongsTo,
  date,
  file,
  imei,
  integer,
  licensePlate,
  money,
  select,
  status,
  text,
} from '../define/kinds/index.ts'
import { defineResource } from '../define/resource.ts'

export const contract = defineResource('contract', {
  label: ['Contrato', 'Contratos'],
  icon: 'file',
  menu: 'registry',
  title: 'number',
  facts: ['customer', 'licensePlate', 'status'],

  fields: {
    customer: belongsTo('customer', 'Cliente', { required: true, createOnly: true }),
    brand: belongsTo('brand', 'Marca', {
      required: true,
      readOnly: true,
      copiedFrom: 'customer.brand',
      help: 'A do cliente quando o contrato foi feito.',
    }),
    number: text('Número', { required: true, maxLength: 40, unique: 'brand' }),
    planName: text('Plano', { maxLength: 80 }),
    kind: select(
      'Tipo',
      { loan: 'Comodato', sale: 'Venda', subscription: 'Assinatura' },
      { required: true, default: 'subscription' },
    ),
    licensePlate: licensePlate(),
    trackerImei: imei('IMEI do rastreador'),
    startsAt: date('Data de início'),
    endsAt: date('Data de fim', { after: 'startsAt', requiredWhen: { status: 'ended' } }),
    lockInMonths: integer('Fidelidade (meses)', { min: 0, max: 60 }),
    monthlyAmountCents: money('Valor da mensalidade', { min: 0 }),
    setupAmountCents: money('Taxa de adesão', { min: 0 }),
    installationAmountCents: money('Taxa de instalação', { min: 0 }),
    dueDay: integer('Dia de vencimento', { min: 1, max: 28 }),
    sellerName: text('Vendedor', { maxLength: 120 }),
    status: status('Situação', {
      states: {
        draft: ['Rascunho', 'neutral'],
        active: ['Ativo', 'success'],
        suspended: ['Suspenso', 'warning'],
        ended: ['Encerrado', 'neutral'],
        cancelled: ['Cancelado', 'danger'],
      },
      initial: 'draft',
      transitions: {
        draft: ['active', 'cancelled'],
        active: ['suspended', 'ended', 'cancelled'],
        suspended: ['active', 'ended', 'cancelled'],
      },
    }),
    acceptedAt: date('Data do aceite', { latest: 'today' }),
    file: file('Arquivo'),
  },

  list: {
    columns: ['number', 'customer', 'planName', 'licensePlate', 'status', 'monthlyAmountCents', 'startsAt', 'brand'],
    filters: ['brand', 'customer', 'status', 'kind', 'startsAt', 'endsAt', 'dueDay'],
    search: ['number', 'licensePlate', 'trackerImei'],
    sort: 'number',
  },

  tabs: [
    {
      title: 'Contrato',
      sections: [
        { fields: ['number', 'status', 'customer', 'brand', 'planName', 'kind', 'sellerName'] },
        { title: 'Veículo', fields: ['licensePlate', 'trackerImei'] },
        { title: 'Vigência', fields: ['acceptedAt', 'startsAt', 'endsAt', 'lockInMonths', 'file'] },
        {
          title: 'Valores',
          fields: ['monthlyAmountCents', 'dueDay', 'setupAmountCents', 'installationAmountCents'],
        },
      ],
    },
  ],

  indexes: [['brand', 'number']],
})
