import type { Rule } from '@ficha/api/contract'
import { expect, test } from 'vitest'
import { vocabulary } from '../../../test/groups.ts'
import { differences } from './compareModel.ts'

const rule = (more: Partial<Rule> = {}): Rule => ({ actions: ['read'], subject: 'customer', ...more })
const found = (left: Rule[], right: Rule[]) =>
  differences(left, right, vocabulary).map(({ subject, action, left, right }) => [
    `${subject}.${action}`,
    left.granted,
    right.granted,
  ])

test('groups that say the same in another order, under other ids, do not differ', () => {
  const left = [
    rule({ id: 'r_1', fields: ['name', 'email'] }),
    rule({ id: 'r_2', actions: ['read', 'update'], subject: 'brand' }),
  ]
  const right = [
    rule({ id: 'r_9', subject: 'brand' }),
    rule({ subject: 'brand', actions: ['update'], conditions: {} }),
    rule({ fields: ['email', 'name'], conditions: null }),
  ]

  expect(found(left, right)).toEqual([])
})

test('an action that one has and the other has not', () => {
  expect(found([rule()], [])).toEqual([['customer.read', 'all', 'none']])
})

test('the same action under another condition, field or reason', () => {
  expect(found([rule({ conditions: { vip: true } })], [rule({ conditions: { vip: false } })])).toEqual([
    ['customer.read', 'some', 'some'],
  ])
  expect(found([rule({ reason: 'x' })], [rule({ reason: 'y' })])).toEqual([['customer.read', 'all', 'all']])
})

test('only what is different is told, cut to the action', () => {
  const left = [
    rule({ actions: ['read', 'update'] }),
    rule({ actions: ['update'], inverted: true, conditions: { vip: true } }),
  ]
  const [difference, ...others] = differences(left, [rule({ actions: ['read', 'update'] })], vocabulary)

  expect(others).toEqual([])
  expect(difference).toMatchObject({
    action: 'update',
    left: { granted: 'some', only: [{ actions: ['update'], inverted: true }] },
    right: { granted: 'all', only: [] },
  })
})

test('fields that only one names are told apart', () => {
  const [difference] = differences(
    [rule({ fields: ['name', 'cpf'] })],
    [rule({ fields: ['name', 'email'] })],
    vocabulary,
  )

  expect([difference?.left.fields, difference?.right.fields]).toEqual([['cpf'], ['email']])
  expect(differences([rule({ fields: ['name'] })], [rule()], vocabulary)[0]?.left.fields).toEqual([])
})

test('a rule about everything differs in everything', () => {
  const all = found([rule({ subject: 'all', actions: ['manage'] })], [])

  expect(all[0]).toEqual(['all.manage', 'all', 'none'])
  expect(all.map(([place]) => place)).toContain('contact.update')
})
