import type { Rule } from '@ficha/api/contract'
import { describe, expect, test } from 'vitest'
import { vocabulary } from '../../../test/groups.ts'
import { grantedBy, matrixOf, rulesAbout } from './matrixModel.ts'

const labels = { everySubject: 'Tudo', everyAction: 'Qualquer ação' }
const rule = (more: Partial<Rule> = {}): Rule => ({ actions: ['read'], subject: 'customer', ...more })
const some = { status: 'active' }

describe('what rules about one action amount to', () => {
  test.each<[string, Rule[], string]>([
    ['no rule', [], 'none'],
    ['a grant', [rule()], 'all'],
    ['a grant whose condition says nothing', [rule({ conditions: {} })], 'all'],
    ['a grant under a condition', [rule({ conditions: some })], 'some'],
    ['a grant of some fields', [rule({ fields: ['name'] })], 'some'],
    [
      'grants of some fields that are all there are now',
      [rule({ fields: ['name'] }), rule({ fields: ['cpf'] })],
      'some',
    ],
    ['a grant beside a narrower one', [rule({ conditions: some }), rule()], 'all'],
    ['a denial alone', [rule({ inverted: true })], 'none'],
    ['a grant and a denial, in any order', [rule({ inverted: true }), rule()], 'none'],
    ['a denial under a condition', [rule(), rule({ inverted: true, conditions: some })], 'some'],
    ['a denial of some fields', [rule(), rule({ inverted: true, fields: ['cpf'] })], 'some'],
    ['a broken grant', [rule({ status: 'needs_review' })], 'none'],
    [
      'a broken denial, which denies all',
      [rule(), rule({ inverted: true, conditions: some, status: 'needs_review' })],
      'none',
    ],
  ])('%s', (_, rules, granted) => {
    expect(grantedBy(rules, 'read')).toBe(granted)
  })

  test('fields say nothing of an action on whole records', () => {
    expect(grantedBy([rule({ fields: ['name'] })], 'delete')).toBe('all')
    expect(grantedBy([rule(), rule({ inverted: true, fields: ['name'] })], 'delete')).toBe('all')
  })
})

test('rules about everything, and of every action, speak of each action', () => {
  const rules = [
    rule({ subject: 'all' }),
    rule({ actions: ['manage'] }),
    rule({ actions: ['update'] }),
    rule({ subject: 'brand' }),
  ]

  expect(rulesAbout(rules, 'customer', 'read')).toEqual([0, 1])
})

test('a row has the standard actions where the subject knows them, then its own', () => {
  const [customer, contact] = matrixOf({ rules: [rule({ actions: ['read', 'migrate'] })], vocabulary, labels })

  expect(customer?.standard.map((cell) => cell?.granted)).toEqual(['all', 'none', 'none', 'none'])
  expect(customer?.own).toMatchObject([{ action: 'migrate', label: 'Migrar cliente', granted: 'all', rules: [0] }])
  expect(contact?.standard[3]).toBeUndefined()
})

test('everything has a row where rules speak of it, and what has gone keeps its own', () => {
  const rules = [
    rule({ subject: 'all', actions: ['manage'] }),
    rule({ subject: 'kite', actions: ['fly'], status: 'needs_review' }),
  ]
  const rows = matrixOf({ rules, vocabulary, labels })

  expect(rows.map(({ subject }) => subject)).toEqual(['all', 'customer', 'contact', 'brand', 'kite'])
  expect(rows[0]).toMatchObject({ label: 'Tudo', own: [{ action: 'manage', label: 'Qualquer ação', granted: 'all' }] })
  expect(rows[1]?.standard.every((cell) => cell?.granted === 'all')).toBe(true)
  expect(rows[4]).toMatchObject({ label: 'kite', own: [{ action: 'fly', needsReview: true, rules: [0, 1] }] })
})

test('what is denied is marked', () => {
  const [customer] = matrixOf({ rules: [rule(), rule({ inverted: true, conditions: some })], vocabulary, labels })

  expect(customer?.standard[0]).toMatchObject({ granted: 'some', denied: true, rules: [0, 1] })
})
