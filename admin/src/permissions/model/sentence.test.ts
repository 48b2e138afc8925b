import type { Rule } from '@ficha/api/contract'
import { expect, test } from 'vitest'
import { vocabulary } from '../../../test/groups.ts'
import { conditionSentence, ruleSentence, testSentence } from './sentence.ts'
import type { Speech } from './speech.ts'

const titles = new Map([
  ['brand/3', 'Acme › Sul'],
  ['brand/4', 'Norte'],
])
const pt: Speech = { vocabulary, language: 'pt-BR', titles }
const en: Speech = { vocabulary, language: 'en', titles }

const ownTree = { brand: { $under: '${user.brand}' } }

const rules: [Partial<Rule>, string, string][] = [
  [
    { actions: ['read', 'update'], fields: ['name', 'email'], conditions: ownTree },
    'Clientes: permite ver e alterar, só Nome e E-mail, quando Marca é a da pessoa ou abaixo.',
    'Clientes: allows ver and alterar, only Nome and E-mail, when Marca is the person’s own or below.',
  ],
  [{ actions: ['read'] }, 'Clientes: permite ver, sempre.', 'Clientes: allows ver, always.'],
  [
    { actions: ['migrate'], inverted: true, conditions: { status: 'cancelled' }, check: {} },
    'Clientes: impede migrar cliente, quando Status é Cancelado.',
    'Clientes: denies migrar cliente, when Status is Cancelado.',
  ],
  [
    { actions: ['update'], fields: ['name', 'email', 'cpf', 'brand', 'status'], check: { status: 'active' } },
    'Clientes: permite alterar, só Nome, E-mail, CPF e mais 2 campos, sempre; depois de salvo, só se Status é Ativo.',
    'Clientes: allows alterar, only Nome, E-mail, CPF, and 2 more fields, always; once saved, only if Status is Ativo.',
  ],
  [
    { actions: ['update'], check: {} },
    'Clientes: permite alterar, sempre; depois de salvo, pode ficar de qualquer jeito.',
    'Clientes: allows alterar, always; once saved, it may be anything.',
  ],
  [
    { actions: ['manage'], subject: 'all' },
    'Tudo: permite qualquer ação, sempre.',
    'Everything: allows any action, always.',
  ],
  [
    { actions: ['fly'], subject: 'kite', fields: ['tail'], conditions: { tail: 'long' } },
    'kite: permite fly, só tail, quando tail é "long".',
    'kite: allows fly, only tail, when tail is "long".',
  ],
]

test.each(rules)('a rule in words: %j', (rule, portuguese, english) => {
  const whole: Rule = { actions: [], subject: 'customer', ...rule }

  expect(ruleSentence(whole, pt)).toBe(portuguese)
  expect(ruleSentence(whole, en)).toBe(english)
})

const conditions: [unknown, string, string?][] = [
  [{}, 'em todos os registros', 'for every record'],
  [{ status: { $in: ['active', 'blocked'] } }, 'Status é Ativo ou Bloqueado', 'Status is Ativo or Bloqueado'],
  [{ status: { $nin: ['cancelled'] }, vip: true }, 'Status não é Cancelado e VIP: sim'],
  [{ brand: { $in: [3, 4, 9] } }, 'Marca é Acme › Sul, Norte ou #9'],
  [{ brand: { $under: 3 } }, 'Marca é Acme › Sul ou abaixo'],
  [{ seller: '${user.id}' }, 'Vendedor é a própria pessoa', 'Vendedor is the person themself'],
  [{ id: 7 }, 'Cliente é #7'],
  [{ email: null }, 'E-mail sem valor', 'E-mail without a value'],
  [{ email: { $null: false } }, 'E-mail com valor'],
  [{ age: { $gte: 18, $lt: 65 } }, 'Idade a partir de 18 e Idade abaixo de 65'],
  [{ birthDate: { $lt: '2000-01-31' } }, 'Nascimento antes de 31/01/2000', 'Nascimento before 31/01/2000'],
  [{ createdAt: { $gte: '${now-30d}' } }, 'Criado em a partir de 30 dias atrás', 'Criado em from 30 days ago'],
  [{ createdAt: { $lt: '${now+2h}' } }, 'Criado em antes de daqui a 2 horas'],
  [{ createdAt: { $lt: '${now}' } }, 'Criado em antes de agora'],
  [{ status: { $in: [] } }, 'Status é …'],
  [{ age: '' }, 'Idade é …'],
  [{ vip: true, $or: [{ age: 1 }, { age: 2 }] }, 'VIP: sim e (Idade é 1 ou Idade é 2)'],
  [{ $or: [{ vip: true, age: 1 }, { age: 2 }] }, '(VIP: sim e Idade é 1) ou Idade é 2'],
  [{ $not: { $or: [{ age: 1 }, { vip: true }] } }, 'não (Idade é 1 ou VIP: sim)', 'not (Idade is 1 or VIP: yes)'],
  [{ brand: { active: true } }, 'Marca › Ativa: sim'],
  [{ brand: { active: true, name: 'x' } }, 'Marca em que (Ativa: sim e Nome é x)'],
  [{ contacts: { $some: { relationship: 'billing' } } }, 'há Contatos em que (Relação é Financeiro)'],
  [{ contacts: { $none: {} } }, 'não há Contatos', 'there are no Contatos'],
  [{ age: { $regex: 'x' } }, '{"age":{"$regex":"x"}}'],
  ['x', '"x"'],
]

test.each(conditions)('a condition in words: %j', (given, portuguese, english) => {
  expect(conditionSentence(given, 'customer', pt)).toBe(portuguese)
  if (english) expect(conditionSentence(given, 'customer', en)).toBe(english)
})

test('a relation through a field is named by the field', () => {
  expect(conditionSentence({ customer: ownTree }, 'contact', pt)).toBe('Cliente › Marca é a da pessoa ou abaixo')
})

test('a test of a group in words', () => {
  const tested = { can: false, action: 'update', subject: 'customer', field: 'email', brand: 4, when: { vip: true } }

  expect(testSentence(tested, pt)).toBe(
    'Alguém deste grupo, da marca Norte, não pode alterar E-mail de Clientes, quando VIP: sim.',
  )
  expect(testSentence({ can: true, action: 'read', subject: 'brand' }, en)).toBe(
    'Somebody of this group can ver Marcas.',
  )
})
