import { describe, expect, test } from 'vitest'
import type { Rule } from '../../contract/permissions.ts'
import { brand } from '../../resources/brand.ts'
import { abilityFrom, effective } from './effective.ts'
import { heldRules } from './held-rules.ts'
import type { Reading } from './parse.ts'
import { filledIn } from './placeholders.ts'

const reading: Reading = {
  subjects: { brand },
  placeholder: filledIn({ id: 7, email: 'ana@exemplo.com.br', brand: null }, Date.UTC(2026, 0, 31, 12)),
  below: (_tree, roots) => roots.map(Number),
}

const whole: Rule = {
  id: 'r_1',
  actions: ['read'],
  subject: 'brand',
  fields: null,
  conditions: null,
  check: null,
  inverted: false,
  reason: null,
  status: 'ok',
}

/** A rule as a hand in the database, an older version or a restored backup may have left it. */
function held(odd: Readonly<Record<string, unknown>>) {
  const rule: Rule = Object.assign({ ...whole }, odd)
  return heldRules([{ id: 1, name: 'Vendas', rules: [rule] }], reading)
}

const oddities: [string, Readonly<Record<string, unknown>>][] = [
  ...[0, 1, '', 'active', false, true, [], [{ active: true }]].flatMap((odd): typeof oddities => [
    [`conditions ${JSON.stringify(odd)}`, { conditions: odd }],
    [`check ${JSON.stringify(odd)}`, { check: odd }],
    [`conditions ${JSON.stringify(odd)} on everything`, { subject: 'all', conditions: odd }],
  ]),
  ...[[], '', 'name', '*', 0, false, {}, [''], [null], [['name']]].map((odd): (typeof oddities)[number] => [
    `fields ${JSON.stringify(odd)}`,
    { fields: odd },
  ]),
  ...[[], '', 'read', null, undefined, {}, [''], [null], ['read', 5]].map((odd): (typeof oddities)[number] => [
    `actions ${JSON.stringify(odd)}`,
    { actions: odd },
  ]),
  ...['', null, undefined, 5, ['brand'], {}].map((odd): (typeof oddities)[number] => [
    `subject ${JSON.stringify(odd)}`,
    { subject: odd },
  ]),
  ...['needs_review', 'OK', '', null, 5].map((odd): (typeof oddities)[number] => [
    `status ${JSON.stringify(odd)}`,
    { status: odd },
  ]),
  ['a condition on all subjects', { subject: 'all', conditions: { active: true } }],
  ['a field that has gone', { conditions: { colour: 'red' } }],
  ['a resource that has gone', { subject: 'planet', conditions: { name: 'Marte' } }],
  ['a field that every object has', { conditions: { constructor: 'x' } }],
  ['an operator that every object has', { conditions: { parent: { toString: 1 } } }],
  ['a prototype', { conditions: JSON.parse('{"__proto__":{"active":true}}') }],
  ['an operator that there is not', { conditions: { name: { $regex: '.' } } }],
  ['a value of another kind', { conditions: { active: 'true' } }],
  ['a placeholder that there is not', { conditions: { name: `\${user.password}` } }],
]

describe('a rule that is stored in an odd form fails closed:', () => {
  test.each(oddities)('%s', (_name, odd) => {
    expect(held(odd)).toEqual([])
    const denials = held({ ...odd, inverted: true })
    const subject = typeof odd.subject === 'string' && odd.subject !== '' ? odd.subject : 'brand'
    expect(denials).toMatchObject([{ inverted: true, fields: null, condition: { is: 'always' } }])
    const everything = { ...whole, id: 'r_2', actions: ['manage'], subject: 'all' }
    const granted = heldRules([{ id: 2, name: 'Tudo', rules: [everything] }], reading)
    const rules = abilityFrom([...granted, ...denials])
    expect(effective(rules, 'read', subject)).toEqual({ is: 'never' })
    expect(effective(rules, 'read', subject, 'name')).toEqual({ is: 'never' })
  })

  test.each([null, 'false', 'true', 0, 1, ''])('inverted %j is taken for a denial', (inverted) => {
    expect(held({ inverted })).toMatchObject([{ inverted: true, fields: null, condition: { is: 'always' } }])
  })
})

describe('a rule that compares with what the person has not', () => {
  const unknown = { conditions: { parent: `\${user.brand}` } }

  test('grants nothing', () => {
    expect(held(unknown)).toEqual([])
  })

  test('denies all that it speaks of', () => {
    expect(held({ ...unknown, inverted: true, fields: ['name'] })).toMatchObject([
      { inverted: true, fields: ['name'], condition: { is: 'always' } },
    ])
  })

  test('lets no change through where it is what comes after', () => {
    expect(held({ check: unknown.conditions })).toMatchObject([{ condition: { is: 'always' }, check: { is: 'never' } }])
  })
})

test('a rule in order is held as it is written', () => {
  const { id, actions, subject, reason } = whole
  const group = { id: 1, name: 'Vendas' }
  const active = { is: 'field', field: 'active', operator: 'eq', value: true }
  const plain = { id, group, actions, subject, reason, fields: null, inverted: false, check: null }

  expect(held({})).toEqual([{ ...plain, condition: { is: 'always' } }])
  expect(held({ conditions: {}, check: {} })).toEqual([
    { ...plain, condition: { is: 'always' }, check: { is: 'always' } },
  ])
  expect(held({ subject: 'all', conditions: {} })).toEqual([{ ...plain, subject: 'all', condition: { is: 'always' } }])
  expect(held({ fields: ['name'], conditions: { active: true }, check: { active: true } })).toEqual([
    { ...plain, fields: ['name'], condition: active, check: active },
  ])
})
