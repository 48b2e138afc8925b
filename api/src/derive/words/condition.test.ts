import { describe, expect, test } from 'vitest'
import type { Rule, RuleConditions } from '../../contract/permissions.ts'
import * as resources from '../../resources/index.ts'
import { resourceVocabulary } from '../vocabulary.ts'
import { conditionSentence } from './condition.ts'
import { ruleSentence } from './rule.ts'
import type { Speech } from './speech.ts'

const titles = new Map([
  ['brand/3', 'Acme › Sul'],
  ['brand/4', 'Norte'],
])
const speech = (language: 'pt-BR' | 'en'): Speech => ({
  vocabulary: resourceVocabulary(resources, { language }),
  language,
  titles,
})
const pt = speech('pt-BR')
const en = speech('en')
const token = (word: string) => `\${${word}}`

describe('a condition in words', () => {
  test.each<[string, RuleConditions, string, string]>([
    ['customer', {}, 'em todos os registros', 'for every record'],
    [
      'customer',
      { brand: { $under: token('user.brand') } },
      'Marca é a da pessoa ou abaixo',
      'Brand is the person’s own or below',
    ],
    [
      'customer',
      { status: { $in: ['active', 'blocked'] }, brand: { $in: [3, 4, 9] } },
      'Status é Ativo ou Bloqueado e Marca é Acme › Sul, Norte ou #9',
      'Status is Active or Blocked and Brand is Acme › Sul, Norte, or #9',
    ],
    ['customer', { status: { $nin: ['cancelled'] } }, 'Status não é Cancelado', 'Status is not Cancelled'],
    ['customer', { email: null }, 'E-mail sem valor', 'E-mail without a value'],
    ['customer', { email: { $ne: null } }, 'E-mail com valor', 'E-mail with a value'],
    ['customer', { email: { $null: true } }, 'E-mail sem valor', 'E-mail without a value'],
    [
      'customer',
      { birthDate: { $gte: '1990-01-31', $lt: '2000-12-01' } },
      'Data de nascimento a partir de 31/01/1990 e Data de nascimento antes de 01/12/2000',
      'Birth date from 31/01/1990 and Birth date before 01/12/2000',
    ],
    [
      'customer',
      { createdAt: { $gte: token('now-30d') } },
      'Criado em a partir de 30 dias atrás',
      'Created at from 30 days ago',
    ],
    ['customer', { createdAt: { $lt: token('now') } }, 'Criado em antes de agora', 'Created at before now'],
    ['user', { email: token('user.email') }, 'E-mail é o e-mail da pessoa', 'E-mail is the person’s e-mail'],
    ['user', { id: token('user.id') }, 'Usuário é a própria pessoa', 'User is the person themself'],
    ['brand', { active: true }, 'Ativa: sim', 'Active: yes'],
    [
      'customer',
      { $or: [{ status: 'active', paymentStatus: 'current' }, { status: 'blocked' }] },
      '(Status é Ativo e Situação de pagamento é Adimplente) ou Status é Bloqueado',
      '(Status is Active and Payment status is Current) or Status is Blocked',
    ],
    ['customer', { $not: { status: 'active' } }, 'não (Status é Ativo)', 'not (Status is Active)'],
    [
      'contact',
      { customer: { brand: { $under: 3 } } },
      'Cliente › Marca é Acme › Sul ou abaixo',
      'Customer › Brand is Acme › Sul or below',
    ],
    [
      'contact',
      { customer: { status: 'active', brand: 4 } },
      'Cliente em que (Status é Ativo e Marca é Norte)',
      'Customer where (Status is Active and Brand is Norte)',
    ],
    [
      'customer',
      { contacts: { $some: { relationship: 'billing' } } },
      'há Contatos em que (Parentesco/Relação é Financeiro)',
      'there are Contacts where (Relationship is Billing)',
    ],
    ['customer', { contacts: { $none: {} } }, 'não há Contatos', 'there are no Contacts'],
    [
      'nothing',
      { tail: 'long', constructor: 1 },
      'tail é "long" e constructor é 1',
      'tail is "long" and constructor is 1',
    ],
  ])('of %s: %j', (subject, conditions, portuguese, english) => {
    expect(conditionSentence(pt, subject, conditions)).toBe(portuguese)
    expect(conditionSentence(en, subject, conditions)).toBe(english)
  })
})

test.each<[Rule, string, string]>([
  [
    { actions: ['read', 'update'], subject: 'customer', fields: ['name', 'cpf'], conditions: { brand: 3 } },
    'Clientes: permite ver e alterar, só Nome / Razão social e CPF, quando Marca é Acme › Sul.',
    'Customers: allows read and update, only Name / Legal name and CPF, when Brand is Acme › Sul.',
  ],
  [
    { actions: ['update'], subject: 'customer', check: {} },
    'Clientes: permite alterar, sempre; depois de salvo, pode ficar de qualquer jeito.',
    'Customers: allows update, always; once saved, it may be anything.',
  ],
  [
    { actions: ['manage'], subject: 'all', inverted: true },
    'Tudo: impede qualquer ação, sempre.',
    'Everything: denies any action, always.',
  ],
])('a rule in words: %j', (rule, portuguese, english) => {
  expect(ruleSentence(pt, rule)).toBe(portuguese)
  expect(ruleSentence(en, rule)).toBe(english)
})
