import { expect, test } from 'vitest'
import {
  addRule,
  changeRule,
  type DraftRule,
  duplicateRule,
  readableRules,
  removeRule,
  restoreRule,
  toggleAction,
  withName,
} from './ruleEdits.ts'
import { isProblem, readRule, writeRule } from './ruleText.ts'

const first: DraftRule = {
  id: 'r_1',
  actions: ['read'],
  subject: 'customer',
  fields: null,
  conditions: { status: 'active' },
  check: null,
  inverted: false,
  reason: null,
  status: 'ok',
}
const second: DraftRule = { ...first, id: 'r_2', actions: ['update'], status: 'needs_review' }

test('a new rule stands at the end and says only what it must', () => {
  const rules = addRule([first], { subject: 'brand', actions: ['read'], inverted: true })

  expect(rules[1]).toEqual({
    actions: ['read'],
    subject: 'brand',
    fields: null,
    conditions: null,
    check: null,
    inverted: true,
    reason: null,
  })
})

test('a copy stands beside its rule and is a new one', () => {
  const rules = duplicateRule([first, second], 0)

  expect(rules).toHaveLength(3)
  expect(rules[1]).toEqual({ ...first, id: undefined, status: undefined })
  expect(rules[1]).not.toHaveProperty('id')
})

test('what was taken out comes back where it stood', () => {
  const { rules, removed } = removeRule([first, second], 0)

  expect(rules).toEqual([second])
  expect(removed && restoreRule(rules, removed)).toEqual([first, second])
})

test('a change and its contrary are no change', () => {
  const back = changeRule(changeRule([first], 0, { inverted: true }), 0, { inverted: false })

  expect(JSON.stringify(back)).toBe(JSON.stringify([first]))
})

test('a changed rule is no longer broken, the others are as they were', () => {
  expect(changeRule([first, second], 1, { fields: ['name'] })).toEqual([
    first,
    { ...second, fields: ['name'], status: 'ok' },
  ])
})

const order = ['read', 'create', 'update', 'delete']

test('the last action of a rule stays', () => {
  expect(toggleAction(first, { action: 'update', chosen: true, order })).toEqual(['read', 'update'])
  expect(toggleAction(first, { action: 'read', chosen: false, order })).toEqual(['read'])
  expect(toggleAction({ ...first, actions: ['read', 'update'] }, { action: 'read', chosen: false, order })).toEqual([
    'update',
  ])
})

test.each([[['read', 'create', 'update']], [['fly', 'read', 'update']], [['read', 'fly']]])(
  'an action that is taken out and put in again stands where it stood: %j',
  (actions) => {
    for (const action of actions.filter((name) => order.includes(name))) {
      const without = { ...first, actions: toggleAction({ ...first, actions }, { action, chosen: false, order }) }
      expect(toggleAction(without, { action, chosen: true, order }).filter((name) => name !== 'fly')).toEqual(
        actions.filter((name) => name !== 'fly'),
      )
    }
  },
)

test('a name that is offered nowhere stands at the end', () => {
  expect(withName(['read', 'update'], 'fly', order)).toEqual(['read', 'update', 'fly'])
})

test('a text that is no rule is kept, not sent', () => {
  const rules = changeRule([first], 0, { unreadable: '{' })

  expect(rules[0]?.unreadable).toBe('{')
  expect(readableRules(rules)).toEqual([first])
  expect(changeRule(rules, 0, { reason: 'x' })[0]).not.toHaveProperty('unreadable')
})

test('the text of a rule holds what it says, and is read back the same', () => {
  const text = writeRule(second)

  expect(JSON.parse(text)).toEqual({ actions: ['update'], subject: 'customer', conditions: { status: 'active' } })
  expect(JSON.stringify(readRule(text, first))).toBe(JSON.stringify({ ...first, actions: ['update'] }))
})

test('what is left out of the text says nothing', () => {
  const whole: DraftRule = { ...first, fields: ['name'], check: {}, inverted: true, reason: 'x' }

  expect(readRule('{"actions":["read"],"subject":"customer"}', whole)).toEqual({ ...first, conditions: null })
})

test.each([
  ['{', 'permission.json.syntax'],
  ['[]', 'permission.json.object'],
  ['{"actions":["read"],"subject":"a","id":"r_1"}', 'permission.json.unknown'],
  ['{"subject":"a"}', 'permission.json.names'],
  ['{"actions":[],"subject":"a"}', 'permission.json.names'],
  ['{"actions":["read"],"subject":""}', 'permission.json.text'],
  ['{"actions":["read"],"subject":"a","fields":[]}', 'permission.json.namesOrNull'],
  ['{"actions":["read"],"subject":"a","inverted":"false"}', 'permission.json.boolean'],
  ['{"actions":["read"],"subject":"a","conditions":[]}', 'permission.json.condition'],
  ['{"actions":["read"],"subject":"a","check":""}', 'permission.json.condition'],
])('a text that is no rule says why: %s', (text, key) => {
  const read = readRule(text, first)

  expect(isProblem(read) && read.key).toBe(key)
})
