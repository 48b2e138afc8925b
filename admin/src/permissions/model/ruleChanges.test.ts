import type { Rule } from '@ficha/api/contract'
import { expect, test } from 'vitest'
import { ruleChanges } from './ruleChanges.ts'

const rule = (id: string | undefined, more: Partial<Rule> = {}): Rule => ({
  id,
  actions: ['read', 'update'],
  subject: 'customer',
  fields: ['name', 'email'],
  ...more,
})

test('rules are told apart by their ids: more, fewer, and those that say something else', () => {
  const fewer = rule('r_3', { reason: 'x' })
  const more = rule(undefined)

  expect(ruleChanges([rule('r_1'), rule('r_2'), fewer], [rule('r_1', { inverted: true }), rule('r_2'), more])).toEqual([
    { kind: 'rule-changed', former: rule('r_1'), rule: rule('r_1', { inverted: true }) },
    { kind: 'rule-added', rule: more },
    { kind: 'rule-removed', rule: fewer },
  ])
})

test('another order, of rules or inside one, is no change, nor is an empty condition', () => {
  const turned = rule('r_1', { actions: ['update', 'read'], fields: ['email', 'name'], conditions: {}, check: null })

  expect(ruleChanges([rule('r_1'), rule('r_2')], [rule('r_2'), turned])).toEqual([])
})
